import { formatBytes } from '../cluster/quantity';

/** A memory limit that leaves room: twice the present one, in whole mebibytes. */
export function roomierLimit(bytes: number): string {
  return formatBytes(Math.ceil((bytes * 2) / 2 ** 20) * 2 ** 20);
}
