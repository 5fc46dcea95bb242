import { FindingDraft } from '../analyzers/Analyzer';

/** Which finding explains which. Without cycles: a chain always ends at a root. */
export class CauseGraph {
  constructor(
    readonly findings: FindingDraft[],
    private readonly edges: { cause: FindingDraft; symptom: FindingDraft }[] = [],
  ) {}

  /** Adds a link, unless it would close a circle: two findings that blame each other would both cease to be roots. */
  link(cause: FindingDraft, symptom: FindingDraft) {
    if (cause !== symptom && !this.leadsTo(symptom, cause)) this.edges.push({ cause, symptom });
  }

  explainedBy(cause: FindingDraft): FindingDraft[] {
    return this.edges.filter(edge => edge.cause === cause).map(edge => edge.symptom);
  }

  causesOf(symptom: FindingDraft): FindingDraft[] {
    return this.edges.filter(edge => edge.symptom === symptom).map(edge => edge.cause);
  }

  /** Whether a chain of causes leads from one finding to the other. */
  leadsTo(from: FindingDraft, to: FindingDraft): boolean {
    return from === to || this.explainedBy(from).some(next => this.leadsTo(next, to));
  }

  restrictedTo(keep: (finding: FindingDraft) => boolean): CauseGraph {
    return new CauseGraph(
      this.findings.filter(keep),
      this.edges.filter(({ cause, symptom }) => keep(cause) && keep(symptom)),
    );
  }
}
