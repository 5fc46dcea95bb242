import { closest } from '../../analyzers/similarity';
import { asArray } from '../../cluster/pods';
import { ProbeChange } from '../FixAction';
import { Plan, PlanContext } from './Plan';

type ProbeField = 'readinessProbe' | 'livenessProbe' | 'startupProbe';

const FIELDS: Partial<Record<string, ProbeField>> = {
  'readiness-probe': 'readinessProbe',
  'liveness-probe': 'livenessProbe',
  'startup-probe': 'startupProbe',
};

/** A start may take this long before anybody should worry. A program that is faster loses nothing by it. Seconds. */
const GENEROUS_START = 300;
/** Seconds that a probe waits after the change, at least. */
const PATIENT = 5;

/** What in a probe contradicts what is known of the program. */
export const probeThatFits: Plan = context => {
  const { container, finding } = context;
  const field = FIELDS[finding.category];
  const probe = field && container?.spec[field];
  if (!container || !field || !probe) return [];
  const handler = (['httpGet', 'tcpSocket', 'grpc', 'exec'] as const).find(each => probe[each]);
  const found = handler && (whatIsAsked(context, field, probe, handler) ?? howLong(context, field, probe));
  if (!handler || !found) return [];
  return [{ action: { type: 'set-probe', ...container.ref, probe: field, handler, ...found } }];
};

interface Found {
  changes: ProbeChange[];
  why: string;
}

function whatIsAsked(context: PlanContext, field: ProbeField, probe: any, handler: string): Found | undefined {
  const { container, text } = context;
  const asked = probe[handler];
  const declared = asArray(container?.spec.ports).map(({ containerPort }) => containerPort);
  if (/refused/.test(text) && typeof asked.port === 'number' && declared.length === 1 && declared[0] !== asked.port) {
    return {
      changes: [{ field: 'port', from: asked.port, to: declared[0] }],
      why: `the container declares port ${declared[0]} only`,
    };
  }
  if (handler !== 'httpGet') return undefined;
  const scheme = asked.scheme ?? 'HTTP';
  if (scheme === 'HTTPS' && /server gave HTTP response to HTTPS client/i.test(text))
    return { changes: [{ field: 'scheme', from: 'HTTPS', to: 'HTTP' }], why: 'the program answers plain HTTP' };
  if (
    scheme === 'HTTP' &&
    /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)|malformed HTTP response "?[\\]x1[56]/i.test(text)
  )
    return { changes: [{ field: 'scheme', from: 'HTTP', to: 'HTTPS' }], why: 'the program answers HTTPS only' };
  if (!/statuscode: 404/.test(text)) return undefined;
  const path = String(asked.path ?? '/');
  const other = pathThatWorks(context, field, path);
  return other && { changes: [{ field: 'path', from: path, to: other.path }], why: other.why };
}

/** Another probe of the same container that passes, or a route that the program names itself. */
function pathThatWorks({ container, finding }: PlanContext, field: ProbeField, path: string) {
  const probes: ProbeField[] = ['readinessProbe', 'livenessProbe', 'startupProbe'];
  const sibling = probes
    .filter(each => each !== field)
    .map(each => ({ each, path: container?.spec[each]?.httpGet?.path }))
    .find(other => typeof other.path === 'string' && other.path !== path);
  if (sibling) return { path: String(sibling.path), why: `the ${sibling.each} asks that path, and it passes` };
  const routes = finding.evidence
    .filter(({ kind }) => kind === 'log')
    .flatMap(({ text }) => text.match(/(?<![\w/.:])\/[a-z][\w/.-]{0,60}/gi) ?? [])
    .filter(route => route !== path);
  const near = closest(path, routes);
  return near ? { path: near, why: 'the program names that route in its log' } : undefined;
}

function howLong({ text }: PlanContext, field: ProbeField, probe: any): Found | undefined {
  const { timeoutSeconds = 1, failureThreshold = 3, periodSeconds = 10 } = probe;
  if (field === 'startupProbe') {
    const tries = Math.ceil(GENEROUS_START / Math.max(1, periodSeconds));
    return tries > failureThreshold
      ? {
          changes: [{ field: 'failureThreshold', from: failureThreshold, to: tries }],
          why: `${GENEROUS_START} s to start instead of ${
            failureThreshold * periodSeconds
          } s; a faster start does not wait for it`,
        }
      : undefined;
  }
  if (!/deadline exceeded|Client\.Timeout|timed out after|i\/o timeout/i.test(text)) return undefined;
  return {
    changes: [{ field: 'timeoutSeconds', from: timeoutSeconds, to: Math.max(PATIENT, timeoutSeconds * 3) }],
    why: `no answer came within ${timeoutSeconds} s; find out why it takes longer`,
  };
}
