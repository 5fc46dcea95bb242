import { badRequest } from '../api/ApiError';

export interface Page<T> {
  items: T[];
  /** For the next request; undefined on the last page. */
  continue?: string;
  /** Not known when a selector is used, as at the API server. */
  remainingItemCount?: number;
}

/**
 * One page of a list. The token is the position in the unfiltered list, so a page costs what it holds.
 *
 * @param limit - 0: no limit
 */
export function pageOf<T>(
  all: T[],
  matches: ((item: T) => boolean) | undefined,
  limit: number,
  token: string | undefined,
): Page<T> {
  const items: T[] = [];
  let index = token ? decode(token) : 0;
  for (; index < all.length; index++) {
    if (matches && !matches(all[index])) continue;
    if (limit > 0 && items.length === limit) break;
    items.push(all[index]);
  }
  if (index >= all.length) {
    return { items };
  }
  return {
    items,
    continue: encode(index),
    ...(matches ? {} : { remainingItemCount: all.length - index }),
  };
}

function encode(index: number): string {
  return Buffer.from(JSON.stringify({ v: 'replay/v1', index })).toString('base64url');
}

function decode(token: string): number {
  try {
    const { v, index } = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (v === 'replay/v1' && Number.isSafeInteger(index) && index >= 0) {
      return index;
    }
  } catch {
    // answered below
  }
  throw badRequest(`continue key is not valid: ${token}`);
}
