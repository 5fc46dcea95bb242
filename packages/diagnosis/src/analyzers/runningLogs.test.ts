import { healthy } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const busy = (i: number) => `2026-11-20T11:00:00Z INFO voucher ${i} accepted in ${i % 40} ms\n`;
const log = (lines: string[]) => ({ 'shop/vouchers-7d4b9-x2x4z/app': lines.join('') });
const base = { objects: healthy('vouchers'), question: 'vouchers logs errors, is it broken?' };

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'a call that was tried again at the first boot',
    logs: log([
      'W, [2026-11-20T11:00:00 #1]  WARN -- : database not ready (FATAL:  the database system is starting up), retrying in 1s\n',
      ...Array.from({ length: 20 }, (_, i) => busy(i)),
    ]),
  },
  {
    ...base,
    state: 'requests that are refused because they are wrong, all day',
    logs: log(
      Array.from({ length: 4_000 }, (_, i) =>
        i % 50 === 7
          ? '{"log.level":"ERROR","message":"request rejected","error.message":"voucher already redeemed"}\n'
          : busy(i),
      ),
    ),
  },
  {
    ...base,
    state: 'traces of first attempts, each followed by a second that went well',
    question: 'vouchers prints stack traces all night, why?',
    logs: log(
      Array.from(
        { length: 40 },
        (_, i) =>
          `2026-11-20 11:00:${10 + i} ERROR 1 --- [io-${
            i % 8
          }] a.b.PlateClient : lookup of ${i} failed (attempt 1 of 3)\n` +
          `org.springframework.web.client.ResourceAccessException: I/O error on GET request for "http://alpr/${i}": Read timed out\n` +
          `\tat a.b.PlateClient.lookup(PlateClient.java:64)\n` +
          `Caused by: java.net.SocketTimeoutException: Read timed out\n\t... 9 common frames omitted\n` +
          `2026-11-20 11:00:${10 + i}  INFO 1 --- [io-${i % 8}] a.b.Retrying : lookup of ${i} succeeded on attempt 2\n`,
      ),
    ),
  },
  {
    ...base,
    state: 'a refusal that stands out',
    question: 'why does vouchers lose postings?',
    logs: log(
      Array.from({ length: 4_000 }, (_, i) =>
        i === 2_007 ? '2026-11-20T11:00:00Z ERROR posting refused by ledger: period 2026-11 is closed\n' : busy(i),
      ),
    ),
    category: 'log-needle',
    culprit: 'Deployment/vouchers',
    says: ['period 2026-11 is closed'],
  },
  {
    objects: [...healthy('web'), ...healthy('vouchers')],
    question: 'customers get no mail since this morning',
    state: 'a complaint that names no workload',
    logs: {
      'shop/web-7d4b9-x2x4z/app': busy(1),
      'shop/vouchers-7d4b9-x2x4z/app': Array.from(
        { length: 40 },
        () => '2026-11-20T11:00:00Z ERROR dial tcp: lookup smtp-relay on 10.96.0.10:53: no such host\n',
      ).join(''),
    },
    category: 'dns',
    culprit: 'Deployment/vouchers',
    says: ['smtp-relay'],
  },
  {
    objects: [...healthy('web'), ...healthy('vouchers')],
    question: 'web cannot reach vouchers, which is up',
    state: 'whom a question names first',
    logs: {
      'shop/web-7d4b9-x2x4z/app': Array.from(
        { length: 40 },
        () => '2026-11-20T11:00:00Z ERROR dial tcp: lookup vouchrs on 10.96.0.10:53: no such host\n',
      ).join(''),
    },
    category: 'dns',
    culprit: 'Deployment/web',
    says: ['vouchrs'],
  },
  {
    ...base,
    state: 'a setting that was changed while the program ran',
    question: 'vouchers has been slow since last night',
    logs: log(
      Array.from({ length: 4_000 }, (_, i) =>
        i === 2_007
          ? '2026-11-20T11:00:00Z INFO configuration reloaded: cache.ttl.seconds 3600 -> 60 (1 property changed)\n'
          : busy(i),
      ),
    ),
    category: 'log-needle',
    culprit: 'Deployment/vouchers',
    says: ['cache.ttl.seconds was changed from 3600 to 60'],
  },
  ...[
    { question: 'payments failed this morning for a few minutes', category: 'dependency-down' },
    { question: 'why does vouchers fail?', category: undefined },
  ].map(({ question, category }) => ({
    ...base,
    state: `a dependency that was away for a moment, asked "${question}"`,
    question,
    logs: log(
      Array.from({ length: 4_000 }, (_, i) =>
        i === 1_007
          ? '2026-11-20T11:00:00Z ERROR session store lost: connect ECONNREFUSED 10.96.88.14:6379\n'
          : busy(i),
      ),
    ),
    category,
    culprit: category && 'Deployment/vouchers',
  })),
];

describe('logs of running containers', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
