import { Hide } from '../Placeholders';
import { isReference } from '../secretValues';

/** A family of secrets and how they stand in a line of text. Works within one line; never removes a newline. */
export interface Detector {
  /** Literals (ASCII, any case) of which a line has at least one when there is something to find. */
  markers: string[];
  redact(line: string, hide: Hide): string;
}

/**
 * A detector of one pattern (global; linear on every input).
 *
 * @param markers - separated by a bar
 * @param pattern - with two groups: what stays in front, and the secret; without groups: the secret
 * @param accept - whether what the pattern found is a secret after all
 */
export function detectPattern(
  kind: string,
  markers: string,
  pattern: RegExp,
  accept: (secret: string) => boolean = () => true,
): Detector {
  return {
    markers: markers.split('|'),
    redact: (line, hide) =>
      line.replace(pattern, (whole: string, before: unknown, secret: unknown) => {
        // without groups the arguments are the offset and the line
        if (typeof before !== 'string' || typeof secret !== 'string') {
          return accept(whole) ? hide(kind, whole) : whole;
        }
        return isReference(secret) || !accept(secret) ? whole : before + hide(kind, secret);
      }),
  };
}
