import { calls } from './detectors/calls';
import { commandLines } from './detectors/commandLines';
import { Detector } from './detectors/Detector';
import { encodedLines, redactEncoded } from './detectors/encoded';
import { redactFollowing } from './detectors/followingLines';
import { flags } from './detectors/flags';
import { headers } from './detectors/headers';
import { keyValues } from './detectors/keyValues';
import { pairs } from './detectors/pairs';
import { redactPrivateKeys } from './detectors/privateKeys';
import { redactSecretManifests } from './detectors/secretManifests';
import { sentences } from './detectors/sentences';
import { redactTables } from './detectors/tables';
import { urls } from './detectors/urls';
import { vendorTokens } from './detectors/vendorTokens';
import { MarkedLine, MarkerScanner } from './MarkerScanner';
import { ObjectRedaction } from './ObjectRedaction';
import { Placeholders } from './Placeholders';
import { Redactor } from './Redactor';

/** In order: what is known by its form comes before what is known by its name, so that placeholders tell most. */
const DETECTORS: Detector[] = [
  ...vendorTokens,
  headers,
  urls,
  pairs,
  keyValues,
  flags,
  ...commandLines,
  ...calls,
  ...sentences,
];

/** Lines that may introduce a secret on the next line, or hold an encoded one. */
const OTHER_MARKERS = ['%3', '%2', 'private-lines', '-----begin', '334 ugfz', 'op read', 'openssl rand', 'pwgen'];

const scanner = new MarkerScanner([...DETECTORS.map(({ markers }) => markers), OTHER_MARKERS]);
/** A text shorter than this (characters) is first tested as a whole: most strings of an object have no marker. */
const SHORT = 2_048;
/** How often a line is gone through at most. */
const PASSES = 5;
/** How often something encoded is looked into. */
const NESTING = 3;

/** A redactor that starts without any placeholder given out: one for each diagnosis. */
export function createRedactor(): Redactor {
  const placeholders = new Placeholders();
  const { hide } = placeholders;

  /** Again until nothing changes: one secret gone, another may stand free. */
  function redactLine(line: string, groups: number[], nesting: number): string {
    let redacted = line;
    for (let pass = 0; pass < PASSES; pass += 1) {
      const before = redacted;
      for (const group of groups) {
        redacted = DETECTORS[group]?.redact(redacted, hide) ?? redacted;
      }
      redacted = nesting < NESTING ? redactEncoded(redacted, hide, inner => redactText(inner, nesting + 1)) : redacted;
      if (redacted === before) {
        break;
      }
    }
    return redacted;
  }

  function redactText(text: string, nesting: number): string {
    if (text.length < SHORT && !scanner.test(text) && encodedLines(text).length === 0) {
      return text;
    }
    const withoutKeys = redactSecretManifests(redactPrivateKeys(text, hide), hide);
    const found = withEncodedLines(withoutKeys, scanner.lines(withoutKeys));
    if (found.length === 0) {
      return withoutKeys;
    }
    const open = redactTables(withoutKeys, hide);
    const marked = open === withoutKeys ? found : withEncodedLines(open, scanner.lines(open));
    let output = '';
    let copied = 0;
    for (const { start, end, groups } of marked) {
      if (start < copied) {
        continue;
      }
      const line = open.slice(start, end);
      output += open.slice(copied, start) + redactLine(line, groups, nesting);
      copied = end;
      const following = groups.length > 0 ? redactFollowing(open, line, end, hide) : undefined;
      if (following) {
        output += following.redacted;
        copied = following.end;
      }
    }
    return output + open.slice(copied);
  }

  const redact = (text: string) => placeholders.reveal(redactText(placeholders.protect(text), 0));
  const objects = new ObjectRedaction(redact, (kind, secret) =>
    placeholders.reveal(hide(kind, placeholders.protect(secret))),
  );
  return {
    text: redact,
    object: object => objects.redact(object),
  };
}

function withEncodedLines(text: string, marked: MarkedLine[]): MarkedLine[] {
  const starts = encodedLines(text);
  if (starts.length === 0) {
    return marked;
  }
  const known = new Set(marked.map(({ start }) => start));
  const added = [...new Set(starts)]
    .filter(start => !known.has(start))
    .map(start => {
      const newline = text.indexOf('\n', start);
      return { start, end: newline < 0 ? text.length : newline, groups: [] };
    });
  return added.length === 0 ? marked : [...marked, ...added].sort((a, b) => a.start - b.start);
}
