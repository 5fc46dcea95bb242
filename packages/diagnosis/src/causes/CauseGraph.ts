import { FindingDraft } from '../analyzers/Analyzer';

/** Which finding explains which. Without cycles: a chain always ends at a root. */
export class CauseGraph {
  private readonly edges: { cause: FindingDraft; symptom: FindingDraft }[] = [];
  private readonly symptoms = new Map<FindingDraft, FindingDraft[]>();
  private readonly causes = new Map<FindingDraft, FindingDraft[]>();

  constructor(readonly findings: FindingDraft[], edges: { cause: FindingDraft; symptom: FindingDraft }[] = []) {
    for (const { cause, symptom } of edges) this.add(cause, symptom);
  }

  /** Adds a link, unless it would close a circle: two findings that blame each other would both cease to be roots. */
  link(cause: FindingDraft, symptom: FindingDraft) {
    if (cause !== symptom && !this.leadsTo(symptom, cause)) this.add(cause, symptom);
  }

  private add(cause: FindingDraft, symptom: FindingDraft) {
    this.edges.push({ cause, symptom });
    for (const [map, from, to] of [
      [this.symptoms, cause, symptom],
      [this.causes, symptom, cause],
    ] as const) {
      const known = map.get(from);
      if (known) known.push(to);
      else map.set(from, [to]);
    }
  }

  explainedBy(cause: FindingDraft): FindingDraft[] {
    return this.symptoms.get(cause) ?? [];
  }

  causesOf(symptom: FindingDraft): FindingDraft[] {
    return this.causes.get(symptom) ?? [];
  }

  /** Whether a chain of causes leads from one finding to the other. */
  leadsTo(from: FindingDraft, to: FindingDraft): boolean {
    if (from === to) return true;
    const seen = new Set([from]);
    // Grows while it is walked: each finding is looked at once, however many ways lead there.
    for (const current of seen) {
      for (const next of this.explainedBy(current)) {
        if (next === to) return true;
        seen.add(next);
      }
    }
    return false;
  }

  restrictedTo(keep: (finding: FindingDraft) => boolean): CauseGraph {
    return new CauseGraph(
      this.findings.filter(keep),
      this.edges.filter(({ cause, symptom }) => keep(cause) && keep(symptom)),
    );
  }
}
