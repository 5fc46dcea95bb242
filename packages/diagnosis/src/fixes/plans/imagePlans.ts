import { fromObject } from '../../analyzers/evidence';
import { closest } from '../../analyzers/similarity';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray, containersOf, isOver } from '../../cluster/pods';
import { Plan, PlannedFix } from './Plan';

interface KnownImage {
  image: string;
  pod: KubernetesObject;
  container: string;
}

/** An image of the same repository that runs in this cluster, or one whose name is nearly the same. */
export const imageThatRuns: Plan = ({ container, graph, object }) => {
  const image = container?.spec.image;
  if (!container || !object || typeof image !== 'string') return [];
  const known = runningImages(graph).filter(each => each.image !== image);
  const { repository, tag } = parts(image);
  const sameRepository = known.filter(each => parts(each.image).repository === repository);
  const nearestTag = closest(tag, [...new Set(sameRepository.map(each => parts(each.image).tag))]);
  const [one, ...more] = [...new Set(sameRepository.map(each => each.image))];
  const onlyOne = one !== undefined && more.length === 0 ? one : undefined;
  const swapped = sameRepository.find(each => isSwapped(tag, parts(each.image).tag))?.image;
  const wanted =
    onlyOne ??
    swapped ??
    sameRepository.find(each => parts(each.image).tag === nearestTag)?.image ??
    known.find(each => parts(each.image).tag === tag && isSlip(repository, parts(each.image).repository))?.image ??
    known.find(each => each.image === image.toLowerCase())?.image;
  const source = known.find(each => each.image === wanted);
  if (!source) return [];
  return [
    {
      action: {
        type: 'set-image',
        ...container.ref,
        from: image,
        to: source.image,
        why: `pod ${source.pod.metadata.name} runs it, so the registry has it`,
      },
      proof: fromObject(source.pod, `container ${source.container} runs image ${source.image}`),
    },
  ];
};

/** One letter too many or too few, or letters in another order; another letter in its place is often another program. */
function isSlip(one: string, other: string): boolean {
  if (one.length === other.length) return isSwapped(one, other);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  return /[a-z]/.test(long[at]) && long.slice(0, at) + long.slice(at + 1) === short;
}

/** The commonest slip in a version: the same digits in another order. */
function isSwapped(one: string, other: string): boolean {
  return one.length > 2 && [...one].sort().join('') === [...other].sort().join('');
}

function runningImages(graph: ClusterGraph): KnownImage[] {
  return graph
    .all('Pod')
    .filter(pod => !isOver(pod))
    .flatMap(pod =>
      containersOf(pod)
        .filter(({ status, spec }) => status.state?.running && typeof spec.image === 'string')
        .map(({ spec, name }) => ({ image: String(spec.image), pod, container: name })),
    );
}

function parts(image: string): { repository: string; tag: string } {
  const [name] = image.split('@');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { repository: name, tag: 'latest' };
}

/** Pulls from the same registry work elsewhere in the namespace, with a Secret that this workload does not name. */
export const pullSecretOfNeighbours: Plan = ({ container, object, graph, text, finding }) => {
  const image = container?.spec.image;
  if (!object || typeof image !== 'string' || !/pull access denied|unauthorized|needs credentials|401|403/i.test(text))
    return [];
  if (asArray(graph.templateOf(object).spec?.imagePullSecrets).length > 0) return [];
  const host = registryOf(image);
  const neighbour = graph
    .all('Pod', object.metadata.namespace)
    .find(
      pod =>
        asArray(pod.spec?.imagePullSecrets).length > 0 &&
        containersOf(pod).some(({ status, spec }) => status.state?.running && registryOf(String(spec.image)) === host),
    );
  const secret = asArray(neighbour?.spec?.imagePullSecrets)[0]?.name;
  if (!neighbour || typeof secret !== 'string') return [];
  const planned: PlannedFix = {
    action: {
      type: 'add-pull-secret',
      workload: finding.resource,
      secret,
      why: `pod ${neighbour.metadata.name} pulls from ${host} with it`,
    },
    proof: fromObject(neighbour, `imagePullSecrets: ${secret}; runs an image of ${host}`),
  };
  return [planned];
};

function registryOf(image: string): string {
  const first = image.split('/')[0];
  return image.includes('/') && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}
