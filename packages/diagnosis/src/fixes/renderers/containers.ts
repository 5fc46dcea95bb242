import { ActionOf, ContainerRef, ProbeChange } from '../FixAction';
import { kubectl, nameFor, operate, partialManifest, Rendered, shellWord } from '../kubectl';
import { afterRollout, containerChange, inTemplate, isContainer, templatePath } from '../template';
import {
  isConfigKey,
  isCount,
  isEnvName,
  isImage,
  isName,
  isOneOf,
  isPlainText,
  isPort,
  isQuantity,
  isUrlPath,
} from '../validation';
import { Renderers } from './Renderers';

const HOLDERS = ['ConfigMap', 'Secret'];
const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const HANDLERS = ['httpGet', 'tcpSocket', 'grpc', 'exec'];
const FIELDS = ['requests', 'limits'];
const RESOURCES = ['memory', 'cpu', 'ephemeral-storage'];
const HANDLER_FIELDS: ProbeChange['field'][] = ['path', 'port', 'scheme'];

/** What a container is given: resources, image, environment, probes. */
export const containerRenderers: Renderers<
  'set-resources' | 'set-image' | 'set-env' | 'set-env-key' | 'set-env-source' | 'set-probe'
> = {
  'set-resources': setResources,
  'set-image': action => {
    const { workload, container, from, to, why } = action;
    if (!isContainer(action) || !isImage(to)) return undefined;
    const command = (image: string) => kubectl(workload, `set image ${nameFor(workload)} ${container}=${image}`);
    return {
      command: command(to),
      description: `Set the image of container ${container} to ${to} (now ${from}): ${why}`,
      riskLevel: 'MEDIUM',
      ...afterRollout(workload),
      undo: isImage(from) ? command(from) : rollOutBack(action),
      patch: containerManifest(action, { image: to }),
    };
  },
  'set-env': action => {
    const { workload, container, variable, from, to, why } = action;
    if (!isContainer(action) || !isEnvName(variable) || !isPlainText(to)) return undefined;
    const command = (assignment: string) =>
      kubectl(workload, `set env ${nameFor(workload)} -c ${container} ${shellWord(assignment)}`);
    return {
      command: command(`${variable}=${to}`),
      description: `Set ${variable} of container ${container} to ${to}${
        from === undefined ? '' : ` (now ${from})`
      }: ${why}`,
      riskLevel: 'MEDIUM',
      ...afterRollout(workload),
      undo: undoVariable(action, command),
      patch: containerManifest(action, { env: [{ name: variable, value: to }] }),
    };
  },
  'set-env-key': action => {
    const { container, variable, holder, name, from, to } = action;
    if (!isContainer(action) || !isEnvName(variable) || !isName(name) || !isOneOf(holder, HOLDERS)) return undefined;
    if (!isConfigKey(from) || !isConfigKey(to)) return undefined;
    const field = holder === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
    const body = (key: string) => ({ env: [{ name: variable, valueFrom: { [field]: { name, key } } }] });
    return {
      ...containerChange(action, body(to), body(from)),
      description: `Let variable ${variable} of container ${container} read key ${to} of ${holder} ${name} (now ${from})`,
      riskLevel: 'MEDIUM',
    };
  },
  'set-env-source': action => {
    const { workload, container, init, containerIndex, index, holder, from, to } = action;
    if (
      !isContainer(action) ||
      !isName(from) ||
      !isName(to) ||
      !isCount(index) ||
      !isCount(containerIndex) ||
      !isOneOf(holder, HOLDERS)
    )
      return undefined;
    const list = init ? 'initContainers' : 'containers';
    const reference = holder === 'Secret' ? 'secretRef' : 'configMapRef';
    const base = `${templatePath(workload)}/${list}/${containerIndex}`;
    const path = `${base}/envFrom/${index}/${reference}/name`;
    const operations = (before: string, after: string) => [
      { op: 'test' as const, path: `${base}/name`, value: container },
      { op: 'test' as const, path, value: before },
      { op: 'replace' as const, path, value: after },
    ];
    return {
      ...afterRollout(workload),
      ...operate(workload, operations(from, to), operations(to, from)),
      description: `Let container ${container} take its environment from ${holder} ${to} (now ${from}, which does not exist)`,
      riskLevel: 'MEDIUM',
    };
  },
  'set-probe': setProbe,
};

function setResources(action: ActionOf<'set-resources'>): Rendered | undefined {
  const { workload, container, init, changes, why } = action;
  if (!isContainer(action) || changes.length === 0) return undefined;
  if (
    !changes.every(
      ({ field, resource, from, to }) =>
        isOneOf(field, FIELDS) &&
        isOneOf(resource, RESOURCES) &&
        isQuantity(to) &&
        (from === undefined || isQuantity(from)),
    )
  )
    return undefined;
  const body = (side: 'from' | 'to') => {
    const resources: Record<string, Record<string, string | null>> = {};
    for (const each of changes) (resources[each.field] ??= {})[each.resource] = each[side] ?? null;
    return { resources };
  };
  const flags = (['limits', 'requests'] as const).flatMap(field => {
    const of = changes.filter(each => each.field === field);
    return of.length > 0 ? [`--${field}=${of.map(({ resource, to }) => `${resource}=${to}`).join(',')}`] : [];
  });
  const sides = containerChange(action, body('to'), body('from'));
  const what = changes
    .map(
      ({ field, resource, from, to }) =>
        `${resource} ${field.slice(0, -1)} ${from === undefined ? '' : `from ${from} `}to ${to}`,
    )
    .join(' and ');
  return {
    ...sides,
    // The plainest form there is; init containers only take a patch.
    command: init
      ? sides.command
      : kubectl(workload, `set resources ${nameFor(workload)} -c ${container} ${flags.join(' ')}`),
    description: `Set the ${what} for container ${container}: ${why}`,
    riskLevel: 'MEDIUM',
  };
}

function setProbe(action: ActionOf<'set-probe'>): Rendered | undefined {
  const { container, probe, handler, changes, why } = action;
  if (!isContainer(action) || changes.length === 0 || !changes.every(isProbeChange)) return undefined;
  if (!isOneOf(probe, PROBES) || !isOneOf(handler, HANDLERS)) return undefined;
  const body = (side: 'from' | 'to') => {
    const of = (handlerFields: boolean) =>
      Object.fromEntries(
        changes
          .filter(({ field }) => HANDLER_FIELDS.includes(field) === handlerFields)
          .map(each => [each.field, each[side]]),
      );
    const inHandler = of(true);
    return { [probe]: { ...(Object.keys(inHandler).length > 0 ? { [handler]: inHandler } : {}), ...of(false) } };
  };
  return {
    ...containerChange(action, body('to'), body('from')),
    description: `Set ${changes
      .map(({ field, from, to }) => `${field} of the ${probe} of container ${container} to ${to} (now ${from})`)
      .join(' and ')}: ${why}`,
    riskLevel: 'MEDIUM',
  };
}

function isProbeChange({ field, from, to }: ProbeChange): boolean {
  const fits = (value: string | number) => {
    if (field === 'path') return isUrlPath(value);
    if (field === 'port') return isPort(value);
    if (field === 'scheme') return value === 'HTTP' || value === 'HTTPS';
    return isCount(value) && value <= 86_400;
  };
  return fits(from) && fits(to);
}

function containerManifest({ workload, container, init }: ContainerRef, body: object) {
  const list = init ? 'initContainers' : 'containers';
  return partialManifest(workload, inTemplate(workload, { [list]: [{ name: container, ...body }] }));
}

function undoVariable({ workload, variable, from }: ActionOf<'set-env'>, command: (assignment: string) => string) {
  if (from === undefined) return command(`${variable}-`);
  // What was there may be redacted, and then only the former revision still has it.
  return isPlainText(from) ? command(`${variable}=${from}`) : rollOutBack({ workload });
}

function rollOutBack({ workload }: Pick<ContainerRef, 'workload'>): string | undefined {
  return workload.kind === 'CronJob' ? undefined : kubectl(workload, `rollout undo ${nameFor(workload)}`);
}
