import { FindingDraft } from '../analyzers/Analyzer';
import { CauseGraph } from '../causes/CauseGraph';
import { Finding } from '../Diagnosis';

/** Findings whose confidence differs by less are equally sure. */
const NEARLY = 0.02;
/** Longer lists of possible causes are no help. */
const MAX_CAUSES = 4;
const ONLY_READS = /^kubectl (?:-n \S+ )?(?:logs|get|describe) /;

/**
 * Where the first finding and others explain the same failure, each alone and on equal evidence, a sentence that says so
 * and names the check that decides; empty otherwise. Wrong certainty is worse.
 *
 * @param findings - of `ranked`, in the same order
 */
export function equalCauses(ranked: FindingDraft[], findings: Finding[], causes: CauseGraph): string {
  const [first, ...others] = ranked;
  if (!first || causes.causesOf(first).length > 0) return '';
  const symptom = causes.explainedBy(first).find(explained => rivalsFor(explained).length > 0);
  if (!symptom) return '';
  const rivals = rivalsFor(symptom);
  const titles = [first, ...rivals].slice(0, MAX_CAUSES).map(({ title }) => title);
  const { kind, name } = symptom.resource;
  const command = findings[ranked.indexOf(symptom)]?.fixes.find(fix => ONLY_READS.test(fix.command ?? ''))?.command;
  const check = command
    ? `This check decides, for it shows which of them ${name} meets: ${command}`
    : 'Mending one of them shows whether it was another';
  return `${titles.length} causes are equally possible for ${kind} ${name}: ${titles.join(', or ')}. ${check}.`;

  function rivalsFor(explained: FindingDraft): FindingDraft[] {
    return others.filter(
      other =>
        causes.explainedBy(other).includes(explained) &&
        causes.causesOf(other).length === 0 &&
        other.severity === first.severity &&
        Math.abs(other.confidence - first.confidence) < NEARLY,
    );
  }
}
