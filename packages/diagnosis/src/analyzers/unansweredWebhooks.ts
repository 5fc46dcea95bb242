import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { isOver, isReady } from '../cluster/pods';
import { clip, plural } from '../explain/words';
import { FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** What the API server says of a call that failed, from the surest to the vaguest. */
const REASONS: { pattern: RegExp; short: string; advice: string }[] = [
  {
    pattern: /certificate has expired or is not yet valid/i,
    short: 'its certificate has expired or is not yet valid',
    advice: 'Renew the certificate of the webhook, and restart its pods if they read it at their start',
  },
  {
    pattern: /certificate signed by unknown authority|verifying certificate|unable to (?:load|parse) .*ca/i,
    short: 'its certificate is not of the authority that its caBundle names',
    advice: 'Put the authority of the present certificate into the caBundle of the webhook configuration',
  },
  {
    pattern:
      /certificate is (?:valid for|not valid for)|cannot validate certificate|doesn't contain any IP SANs|relies on legacy Common Name/i,
    short: 'its certificate is for another name',
    advice: 'Issue the certificate of the webhook for the name of its Service (NAME.NAMESPACE.svc)',
  },
  {
    pattern: /x509:|tls:/i,
    short: 'the TLS connection to it fails',
    advice: 'Check the certificate of the webhook and the caBundle of its configuration',
  },
  {
    pattern: /service "[^"]+" not found/i,
    short: 'its Service does not exist (not found)',
    advice: 'Install what serves the webhook, or delete the webhook configuration that it has left behind',
  },
  {
    pattern: /no endpoints available/i,
    short: 'its Service has no endpoints',
    advice: 'Bring the pods that serve the webhook back',
  },
  {
    pattern: /the server could not find the requested resource|\b404\b/i,
    short: 'nothing is served at its path',
    advice: 'Correct the path in the webhook configuration',
  },
];

const FAILED = /failed calling webhook "([^"]+)": (.*)$/s;
const ADDRESS = /https:\/\/([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc[:/]/;

type Verdict = Pick<
  FindingDraft,
  'category' | 'confidence' | 'resource' | 'title' | 'rootCause' | 'explanation' | 'fixes' | 'blames'
> & { proof: FindingDraft['evidence'] };

/**
 * A webhook that cannot be called: whoever wants pods is its victim, so the Service behind it is to blame. `undefined` for
 * a refusal of another kind, and where the message names no Service.
 */
export function unansweredWebhook(
  message: string,
  victim: string,
  counts: string,
  graph: ClusterGraph,
): Verdict | undefined {
  const failed = FAILED.exec(message);
  const address = ADDRESS.exec(failed?.[2] ?? '');
  if (!failed || !address) return undefined;
  const [, webhook, why] = failed;
  const [, name, namespace] = address;
  const resource = { kind: 'Service', namespace, name };
  const service = graph.find(resource);
  const pods = service ? graph.podsBehind(service).filter(pod => !isOver(pod)) : [];
  const ready = pods.filter(isReady).length;
  const reason = REASONS.find(({ pattern }) => pattern.test(why));
  const short = reason?.short ?? 'it does not answer';
  return {
    category: 'admission-rejected',
    confidence: 0.96,
    resource,
    title: `Webhook ${webhook} cannot be called, so ${victim} gets no pods: ${short}`,
    rootCause: `The API server cannot call admission webhook ${webhook} (Service ${name} in namespace ${namespace}): ${short}. It admits no pod of ${victim} without it: ${clip(
      why,
      400,
    )}`,
    explanation: `${counts}. The failurePolicy of the webhook is Fail, so the API server refuses the pods and there is none to look at.`,
    proof: service
      ? [fromObject(service, `${ready} of ${plural(pods.length, 'pod')} behind it ${ready === 1 ? 'is' : 'are'} ready`)]
      : [],
    blames: pods.filter(pod => !isReady(pod)).map(refOf),
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description:
          reason?.advice ?? 'Bring the pods that serve the webhook back, and see what keeps the API server from them',
      },
      ...(service
        ? [
            {
              type: 'inspect' as const,
              what: 'describe' as const,
              target: resource,
              why: 'See what is behind the webhook',
            },
          ]
        : []),
    ],
  };
}
