import { describeTime } from './describeTime';

/** A moment in words, with the exact one on hover and for machines. */
export function RelativeTime({ at, prefix }: { at: string; prefix?: string }) {
  const { relative, exact } = describeTime(at, new Date());
  return (
    <time dateTime={at} title={exact}>
      {prefix ? `${prefix} ` : ''}
      {relative}
    </time>
  );
}
