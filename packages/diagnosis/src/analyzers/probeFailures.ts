import { asArray } from '../cluster/pods';
import { list } from '../explain/words';
import { isLoopback, ListenAddress } from '../logs/listenAddresses';

/** What is known of a probe that fails. */
export interface FailedProbe {
  probe: any;
  /** The container's specification. */
  spec: any;
  /** The other containers of its pod. */
  neighbours: any[];
  /** What the kubelet says of the last failure; empty when its event is gone. */
  message: string;
  /** Where the container says that it listens. */
  listens: ListenAddress[];
}

export interface ProbeExplanation {
  sentence: string;
  /** The probe contradicts the program, so that it can never succeed: what the log complains about is another matter. */
  never: boolean;
}

/** Why the probe does not succeed; `undefined` when nothing contradicts it. */
export function explainProbeFailure(failed: FailedProbe): ProbeExplanation | undefined {
  const contradiction =
    missingCommand(failed) ??
    wrongScheme(failed) ??
    missingPortName(failed) ??
    wrongPort(failed) ??
    refusedByStatus(failed) ??
    byGrpc(failed);
  if (contradiction) return { sentence: contradiction, never: true };
  const hint = serverError(failed) ?? tooSlow(failed);
  return hint ? { sentence: hint, never: false } : undefined;
}

/** The command of the probe is not in the image: it cannot even be started, so its result is thrown away. */
export function isMissingCommand(message: string): boolean {
  return /executable file not found|exec: "[^"]{1,200}": (?:stat )?[^\n]{0,200}no such file or directory/i.test(
    message,
  );
}

function missingCommand({ probe, message }: FailedProbe): string | undefined {
  const command = asArray(probe?.exec?.command).map(String);
  if (command.length === 0) return undefined;
  // `sh -c "curl …"`: the shell is there, what it calls is not.
  const called = /(?:^|\n|: )([\w./-]{1,100}): (?:command )?not found|can't open '?([^\s:']{1,200})/i.exec(message);
  const program = isMissingCommand(message)
    ? /exec: "([^"]+)"/.exec(message)?.[1] ?? command[0]
    : called?.[1] ?? called?.[2];
  return program
    ? `The image has no ${program} (no such executable), so the command of the probe cannot run, whatever the state of the program.`
    : undefined;
}

function wrongScheme({ probe, message }: FailedProbe): string | undefined {
  const { scheme = 'HTTP', port } = probe?.httpGet ?? {};
  if (/server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i.test(message))
    return `The probe asks by HTTPS, and the program speaks plain HTTP on port ${port}: the scheme of the probe is wrong.`;
  const isTls = /malformed HTTP (?:response|status code)[^\n]{0,40}\\x1[56]|HTTP request to an HTTPS server/i.test(
    message,
  );
  const isLikelyTls = scheme === 'HTTP' && /statuscode: 400/.test(message) && /^(https|\d*443)$/.test(String(port));
  return isTls || isLikelyTls
    ? `The probe asks by plain HTTP, and the program speaks TLS on port ${port}: the probe wants scheme HTTPS.`
    : undefined;
}

/** `strconv.Atoi: parsing "http"` is how the kubelet says that it found no port of that name. */
function missingPortName({ probe, spec }: FailedProbe): string | undefined {
  const port = portIn(probe);
  if (typeof port !== 'string' || /^\d+$/.test(port)) return undefined;
  const ports = asArray(spec.ports);
  if (ports.some(({ name }) => name === port)) return undefined;
  const known = ports.map(({ name, containerPort }) => `${name ?? 'unnamed'} ${containerPort}`);
  return `The container has no port named ${port} (it has ${list(known) || 'none'}).`;
}

function wrongPort({ probe, spec, neighbours, message, listens }: FailedProbe): string | undefined {
  const port = portNumber(probe, spec);
  if (port === undefined || !/refused/i.test(message)) return undefined;
  const here = listens.filter(each => each.port === port);
  if (here.length > 0 && here.every(({ address }) => isLoopback(address)))
    return `Its log says that it listens on ${here[0].address}:${port}, the loopback address: the kubelet asks the address of the pod, so the program has to listen on 0.0.0.0.`;
  const open = [...new Set(listens.map(each => each.port))];
  if (here.length === 0 && open.length > 0)
    return `Its log says that it listens on port ${list(open.map(String))}, the probe asks port ${port}.`;
  const owner = neighbours.find(other => asArray(other.ports).some(({ containerPort }) => containerPort === port));
  const declared = asArray(spec.ports).map(({ containerPort }) => containerPort);
  if (owner && !declared.includes(port))
    return `Port ${port} is that of container ${owner.name}${
      declared.length > 0 ? `, this one declares ${list(declared.map(String))}` : ''
    }.`;
  if (declared.length === 0 || declared.includes(port)) return undefined;
  return `The container declares port ${list(declared.map(String))}, the probe asks port ${port}.`;
}

function refusedByStatus({ probe, message }: FailedProbe): string | undefined {
  const status = /statuscode: (\d+)/.exec(message)?.[1];
  const path = probe?.httpGet?.path ?? '/';
  if (status === '404')
    return `The program does not serve ${path}: the path in the probe is wrong, or the program changed.`;
  if (status === '401' || status === '403') return `${path} asks for authentication, which a probe has not.`;
  return undefined;
}

function serverError({ message }: FailedProbe): string | undefined {
  return /statuscode: 5\d\d/.test(message) ? 'The program answers, and says itself that it is not ready.' : undefined;
}

function byGrpc({ probe, message }: FailedProbe): string | undefined {
  if (!probe?.grpc) return undefined;
  const { service, port } = probe.grpc;
  if (/unimplemented|does not implement the grpc health/i.test(message))
    return `The program does not serve the gRPC health protocol (grpc.health.v1.Health) on port ${port}.`;
  if (/unknown service|NotFound|code = 5\b/i.test(message) && service)
    return `Its gRPC health service does not know the service "${service}" that the probe asks for.`;
  return undefined;
}

function tooSlow({ probe, message }: FailedProbe): string | undefined {
  const { timeoutSeconds = 1, periodSeconds = 10 } = probe ?? {};
  if (!/timed out|deadline exceeded|timeout/i.test(message)) return undefined;
  return timeoutSeconds > periodSeconds
    ? `Its timeout of ${timeoutSeconds} s is longer than its period of ${periodSeconds} s.`
    : undefined;
}

export function portNumber(probe: any, spec: any): number | undefined {
  const port = portIn(probe);
  return typeof port === 'string' ? asArray(spec.ports).find(entry => entry.name === port)?.containerPort : port;
}

function portIn(probe: any): number | string | undefined {
  return probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
}
