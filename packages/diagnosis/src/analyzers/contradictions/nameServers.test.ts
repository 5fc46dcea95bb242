import { healthy } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const LOG = '{"event":"fetch_failed","error":"[Errno -3] Temporary failure in name resolution","level":"error"}\n';

function crawler(spec: object) {
  const [deploy, ...others] = healthy('crawler', { pod: { spec } });
  const template = { ...deploy.spec.template, spec: { ...deploy.spec.template.spec, ...spec } };
  return [{ ...deploy, spec: { ...deploy.spec, template } }, ...others];
}

const base = {
  logs: { 'shop/crawler-7d4b9-x2x4z/app': LOG.repeat(12) },
  question: 'why can crawler not resolve any name?',
  category: 'dns' as const,
  culprit: 'Deployment/crawler',
};

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'a nameserver of its own',
    objects: crawler({ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.96.0.53'] } }),
    says: ['dnsPolicy is None and dnsConfig names nameserver 10.96.0.53'],
  },
  {
    ...base,
    state: 'the network of the node',
    objects: crawler({ hostNetwork: true, dnsPolicy: 'ClusterFirst' }),
    says: ['ClusterFirstWithHostNet is needed'],
  },
  {
    ...base,
    state: 'the DNS of the cluster',
    objects: crawler({ dnsPolicy: 'ClusterFirst' }),
    never: ['do not ask the DNS of the cluster'],
  },
];

describe('name servers', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
