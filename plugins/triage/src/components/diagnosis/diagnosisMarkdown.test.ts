import { blindDiagnosis, brokenDiagnosis, healthyDiagnosis } from '../../__testUtils__/diagnoses';
import { diagnosisMarkdown } from './diagnosisMarkdown';

const LINK = 'https://portal.example.com/triage/diagnoses/d-1';

describe('diagnosisMarkdown', () => {
  it('has the cause, the proof, the steps and the link', () => {
    const text = diagnosisMarkdown(brokenDiagnosis(), LINK);
    expect(text).toMatch(/^\*\*CRITICAL\*\* checkout · shop-prod · demo · 2 of 3 pods down · since /);
    expect(text).toContain('The key PAYMENT_URL is missing from ConfigMap checkout-config');
    expect(text).toContain("```\nFailed (x14): Error: couldn't find key");
    expect(text).toContain('1. Put the key PAYMENT_URL back into ConfigMap checkout-config (low risk)');
    expect(text).toContain('kubectl -n shop-prod rollout undo deployment/checkout --to-revision=41');
    expect(text).toContain('Could not see: logs of namespace payments');
    expect(text.trimEnd().endsWith(LINK)).toBe(true);
  });

  it('does not let quoted text end its block', () => {
    const diagnosis = brokenDiagnosis();
    diagnosis.findings[0].evidence[0].text = '```\n@everyone';
    expect(diagnosisMarkdown(diagnosis, LINK)).toContain('````\n```\n@everyone\n````');
  });

  it('says that nothing is wrong', () => {
    expect(diagnosisMarkdown(healthyDiagnosis(), LINK)).toMatch(
      /^\*\*OK\*\* cart · shop-prod[^]*Nothing is wrong with cart\./,
    );
  });

  it('does not say OK when nothing could be read', () => {
    expect(diagnosisMarkdown(blindDiagnosis(), LINK)).not.toContain('OK');
  });
});
