import { healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const service = (name: string) =>
  object('Service', name, {
    spec: { selector: { app: name }, clusterIP: `10.0.0.${name.length}`, ports: [{ port: 80, targetPort: 80 }] },
  });
const calls = (url: string) => ({
  container: { env: [{ name: 'UPSTREAM', value: url }], ports: [{ containerPort: 80 }] },
});
const log = (name: string, line: string, times = 40) => ({
  [`shop/${name}-7d4b9-x2x4z/app`]: `${line}\n`.repeat(times),
});
const FAILING = '10.4.2.2 - - [20/Nov/2026:11:00:00 +0000] "POST /seats HTTP/1.1" 502 31 "-" "Mozilla/5.0"';
const READ_ONLY =
  '# Failed opening the temp RDB file temp-11.rdb (in server root dir /data) for saving: Read-only file system';
const FINE = '2026-11-20T11:00:00Z INFO served';
const question = 'web answers 502, customers cannot reserve';

const CASES: DiagnosisCase[] = [
  {
    state: 'two calls away, one line tells why',
    question,
    objects: [
      ...healthy('web', calls('http://seats')),
      ...healthy('seats', calls('http://cache')),
      ...healthy('cache'),
      service('seats'),
      service('cache'),
    ],
    logs: {
      ...log('web', FAILING),
      ...log('seats', 'ERROR hold not stored: connect ECONNREFUSED cache:80'),
      ...log('cache', READ_ONLY),
    },
    category: 'permission-denied',
    culprit: 'Deployment/cache',
    says: ['Read-only file system', 'This is why Deployment'],
  },
  {
    state: 'what nobody calls is not asked',
    question,
    objects: [
      ...healthy('web', calls('http://seats')),
      ...healthy('seats'),
      ...healthy('cache'),
      service('seats'),
      service('cache'),
    ],
    logs: { ...log('web', FAILING), ...log('seats', FINE), ...log('cache', READ_ONLY) },
    category: 'dependency-down',
    culprit: 'Deployment/web',
    never: ['Read-only'],
  },
  {
    state: 'whom it calls is not known: the others of the namespace are heard',
    question,
    objects: [...healthy('web'), ...healthy('seats'), ...healthy('cache')],
    logs: { ...log('web', FAILING), ...log('seats', FINE), ...log('cache', READ_ONLY) },
    category: 'permission-denied',
    culprit: 'Deployment/cache',
    says: ['Read-only file system'],
  },
];

describe('calls that are followed', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
