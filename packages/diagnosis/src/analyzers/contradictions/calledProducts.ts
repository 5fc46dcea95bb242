import { Category } from '../../categories';
import { callsOf, serviceFor } from '../../cluster/calls';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

/** Failures at the far end of a call. */
const AT_THE_FAR_END: Category[] = [
  'dependency-down',
  'permission-denied',
  'crash-loop-config',
  'crash-loop-app-error',
  'tls-certificate',
  'clock-or-deadlock',
  'readiness-probe',
  'liveness-probe',
  'init-container',
  'log-needle',
  'job-failed',
];

/** Products by the words of their clients, with the port that each is known by. */
const PRODUCTS: { words: RegExp; port: number; name: RegExp }[] = [
  { words: /redis|WRONGPASS|NOAUTH|valkey/i, port: 6379, name: /redis|valkey|cache/i },
  {
    words: /postgres|psycopg|asyncpg|npgsql|pq: |PG::|SQLSTATE|password authentication failed/i,
    port: 5432,
    name: /postgres|pg|db/i,
  },
  { words: /mysql|mariadb|Access denied for user/i, port: 3306, name: /mysql|maria|db/i },
  { words: /mongo/i, port: 27017, name: /mongo/i },
  { words: /rabbit|amqp|ACCESS_REFUSED/i, port: 5672, name: /rabbit|amqp|mq/i },
  { words: /kafka|broker/i, port: 9092, name: /kafka|broker/i },
  { words: /elasticsearch|opensearch/i, port: 9200, name: /elastic|search/i },
];

/** Whom the program calls, where its log names the product only: one Service of the configuration fits. */
export function calledProducts(failure: Failure, graph: ClusterGraph): Contradiction[] {
  const { draft, spec, containers, namespace, text, workload } = failure;
  if (!AT_THE_FAR_END.includes(draft.category)) return [];
  const product = PRODUCTS.find(({ words }) => words.test(text));
  if (!product && draft.category !== 'tls-certificate') return [];
  const calls = callsOf({ spec: { ...spec, initContainers: [], containers } }, namespace, graph);
  if (calls.some(({ host }) => text.toLowerCase().includes(host.split('.')[0].toLowerCase()))) return [];
  const fitting = calls.filter(
    ({ host, port }) =>
      serviceFor(host, namespace, graph) && (!product || port === product.port || product.name.test(host)),
  );
  const hosts = new Set(fitting.map(({ host }) => host));
  if (hosts.size !== 1) return [];
  const [{ host, port, source }] = fitting;
  const address = port === undefined ? host : `${host}:${port}`;
  return [
    {
      sentence: `What it calls is ${address} (${source}).`,
      evidence: [fromObject(workload, `${source}: ${address}`)],
    },
  ];
}
