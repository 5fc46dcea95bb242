import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { waitingReason } from '../cluster/pods';
import { upperFirst } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { podsAffected, runningSubjects, severityFor, Subject } from './failingPods';

const PULL_REASONS = [
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'RegistryUnavailable',
  'ImageInspectError',
  'SignatureValidationFailed',
];

/** Why a registry says no: the first pattern that fits its answer. */
const REFUSALS: { pattern: RegExp; says: (image: string, host: string) => string; hint: string }[] = [
  {
    pattern: /not found|manifest unknown|NotFound|does not exist in repository/i,
    says: image => `the tag or digest of ${image} does not exist in the registry (not found)`,
    hint: 'Check the tag: a typo, or an image that the build has not pushed.',
  },
  {
    pattern: /too many requests|toomanyrequests|rate limit|429/i,
    says: (image, host) =>
      `the registry ${host} limits the rate of pulls (429 Too Many Requests), so ${image} cannot be pulled`,
    hint: 'Pull with an account, or through a mirror.',
  },
  {
    pattern: /unauthorized|authentication required|denied|forbidden|no basic auth|insufficient_scope|401|403/i,
    says: image =>
      `the registry refuses to hand out ${image}: the repository does not exist, or it needs credentials (pull access denied)`,
    hint: 'Check the repository name first, then imagePullSecrets of the pod and its ServiceAccount.',
  },
  {
    pattern: /no such host|lookup .* on/i,
    says: (_image, host) => `the name of the registry ${host} cannot be resolved`,
    hint: 'Check the host name in the image, then DNS on the node.',
  },
  {
    pattern: /x509|certificate|tls/i,
    says: (_image, host) => `the TLS certificate of the registry ${host} is not trusted by the node`,
    hint: 'Give the node the certificate authority of the registry.',
  },
  {
    pattern: /timeout|deadline exceeded|connection refused|i\/o timeout|no route|unreachable|EOF|reset by peer/i,
    says: (_image, host) => `the registry ${host} cannot be reached from the node`,
    hint: 'Check the network from the node to the registry, and its proxy.',
  },
  {
    pattern: /no space left|disk/i,
    says: image => `the node has no disk space left to unpack ${image}`,
    hint: 'Free the disk of the node.',
  },
  {
    pattern: /no match for platform|exec format/i,
    says: image => `${image} has no build for the platform of the node`,
    hint: 'Build the image for the architecture of the nodes.',
  },
  {
    pattern: /NeverPull|never pull|not present with pull policy/i,
    says: image => `${image} is not on the node, and imagePullPolicy Never forbids to pull it`,
    hint: 'Load the image on the node, or allow pulling.',
  },
];

/** Images that cannot be pulled, and names that are no image names. */
export const images: Analyzer = {
  name: 'images',
  sees: 'Images that cannot be pulled, with the registry’s own words, and image names that do not parse.',
  analyze(context) {
    return runningSubjects(context).flatMap(subject => {
      const reason = waitingReason(subject.container);
      if (reason === 'InvalidImageName') return [invalidName(subject, context)];
      return reason && PULL_REASONS.includes(reason) ? [failedPull(subject, reason, context)] : [];
    });
  },
};

function failedPull(
  { pod, container, workload, resource }: Subject,
  reason: string,
  { graph }: AnalysisContext,
): FindingDraft {
  const image = String(container.spec.image ?? container.status.image ?? 'unknown image');
  const event = graph
    .eventsOf(pod)
    .find(
      candidate =>
        /failed to pull|pull image|not present|manifest/i.test(eventMessage(candidate)) &&
        eventMessage(candidate).includes(image),
    );
  const words = `${event ? eventMessage(event) : ''} ${container.status.state?.waiting?.message ?? ''} ${reason}`;
  const refusal = REFUSALS.find(({ pattern }) => pattern.test(words));
  const why = refusal?.says(image, registryOf(image)) ?? `the node cannot pull ${image}`;
  const secrets = (pod.spec?.imagePullSecrets ?? []).map((entry: any) => entry?.name).filter(Boolean);
  return {
    category: 'image-pull',
    severity: severityFor(workload, graph),
    confidence: event ? 0.97 : 0.9,
    resource,
    container: container.name,
    title: `${resource.name} cannot start: image ${image} cannot be pulled`,
    rootCause: `Container ${container.name} does not start because ${why}.`,
    explanation: `${upperFirst(podsAffected(workload, graph))}. ${
      refusal?.hint ?? 'The event has the words of the registry.'
    } Pull secrets of the pod: ${secrets.join(', ') || 'none'}.`,
    evidence: [
      ...(event ? [fromEvent(event)] : []),
      fromObject(
        pod,
        `container ${container.name}: waiting, reason ${reason}, image ${image}. ${
          container.status.state?.waiting?.message ?? ''
        }`,
      ),
    ],
    since: pod.metadata.creationTimestamp,
    fixes: [
      {
        type: 'advice',
        description: `Set the image of container ${container.name} to one that exists (now ${image})`,
        risk: 'MEDIUM',
        changes: 'The pod template: one rollout.',
      },
      { type: 'inspect', what: 'events', target: refOf(pod), why: 'Read the words of the registry' },
    ],
  };
}

function invalidName({ pod, container, workload, resource }: Subject, { graph }: AnalysisContext): FindingDraft {
  const event = graph.eventsOf(pod).find(candidate => candidate.reason === 'InspectFailed');
  const image = String(container.spec.image ?? '');
  const upper = /[A-Z]/.test(image.split(':')[0]) ? ' A repository name has lower-case letters only.' : '';
  return {
    category: 'invalid-image',
    severity: severityFor(workload, graph),
    confidence: 0.98,
    resource,
    container: container.name,
    title: `${resource.name} cannot start: "${image}" is not an image name`,
    rootCause: `The image of container ${container.name}, "${image}", is not a valid image name (InvalidImageName).${upper}`,
    explanation: `${upperFirst(podsAffected(workload, graph))}. The kubelet cannot even ask a registry for it.`,
    evidence: [
      fromObject(
        pod,
        `container ${container.name}: waiting, reason InvalidImageName. ${
          container.status.state?.waiting?.message ?? ''
        }`,
      ),
      ...(event ? [fromEvent(event)] : []),
    ],
    since: pod.metadata.creationTimestamp,
    fixes: [
      {
        type: 'advice',
        description: `Correct the image of container ${container.name} (now "${image}")`,
        risk: 'MEDIUM',
        changes: 'The pod template: one rollout.',
      },
    ],
  };
}

function registryOf(image: string): string {
  const first = image.split('/')[0];
  return image.includes('/') && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}
