import { FindingDraft } from '../analyzers/Analyzer';
import { clip } from '../explain/words';
import { FixAction } from './FixAction';

type Decision = (match: RegExpExecArray, finding: FindingDraft) => string;

/** What only a person can decide, by what the finding says; the first form that fits counts. */
const DECISIONS: [pattern: RegExp, says: Decision][] = [
  [
    /column ([\w.]{1,128})(?![\w.])[^.]{0,200}(?:does not have|missing|not exist)/i,
    ([, column], { resource }) =>
      `Run the pending migration that adds column ${column}, or put the version of ${resource.name} back that does not need it`,
  ],
  [
    /(?:table|relation) "?([\w.]{1,128})(?![\w.])[^.]{0,200}(?:does not exist|missing|not exist)/i,
    ([, table], { resource }) =>
      `Run the pending migration that creates table ${table}, or put the version of ${resource.name} back that does not need it`,
  ],
  [
    /constraint "?(\w+)/i,
    ([, constraint]) =>
      `Decide what becomes of the rows that violate ${constraint} (merge, correct or delete them), then let the step run again`,
  ],
  [
    /waits for (?:tables of )?(?:another )?(?:cluster )?member (\S+)/i,
    ([, member], { resource }) =>
      `Let the members start together (podManagementPolicy: Parallel; it cannot be changed, so ${resource.kind} ${resource.name} has to be made anew with --cascade=orphan), or make this member start without ${member}`,
  ],
  [/bucket (\S+)/i, ([, bucket]) => `Create the bucket ${bucket}, or give the program the name of the one that exists`],
  [
    /stored data is damaged|corrupt|checksum failed/i,
    (_, { resource }) =>
      `Decide whether ${resource.name} rebuilds the damaged data or restores it from a backup, and check the disk below it`,
  ],
  [
    /mail server rejects|\b550\b/i,
    (_, { resource }) =>
      `Have the mail server accept the sender of ${resource.name}, or let it send as one that it accepts; then release what it has parked`,
  ],
  [
    /SIGSEGV|SIGILL|SIGBUS|native code/,
    (_, { resource }) =>
      `Take a core dump of ${resource.name}, and compare the native libraries of its image with those of the last version that ran`,
  ],
];

/** Findings of these blame what a person wrote: the program, its data or its arguments. */
const OF_THE_PROGRAM = ['crash-loop-app-error', 'init-container', 'job-failed', 'log-needle', 'exit-code-signal'];

/** Names exactly what a person must decide, where no value can be known from the cluster. */
export function decisionFor(finding: FindingDraft): FixAction[] {
  const text = `${finding.rootCause}\n${finding.title}`;
  for (const [pattern, says] of DECISIONS) {
    const match = pattern.exec(text);
    if (match) return [{ type: 'advice', risk: 'MEDIUM', description: says(match, finding) }];
  }
  if (!OF_THE_PROGRAM.includes(finding.category)) return [];
  const { kind, name } = finding.resource;
  return [
    {
      type: 'advice',
      risk: 'MEDIUM',
      description: `Decide whether ${kind} ${name} gets a corrected program or corrected data: ${clip(
        finding.rootCause,
        200,
      )}`,
    },
  ];
}
