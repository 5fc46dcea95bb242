import { clip } from '../explain/words';

/** Who refused a pod and why, in plain words. */
export interface Refusal {
  /** `Pod Security admission (level restricted) rejects its pods` */
  who: string;
  /** What the refuser says about it; absent when `who` says it all. */
  why?: string;
  advice: string;
  /** Whether the refuser is known, or only its words. */
  known: boolean;
}

/** The forms in which the API server and what is plugged into it refuse; the first that fits counts. */
const FORMS: { pattern: RegExp; refusal: (match: RegExpExecArray) => Omit<Refusal, 'known'> }[] = [
  {
    pattern: /violates PodSecurity "([^":]+)(?::([^"]+))?": (.+)$/s,
    refusal: ([, level, version, why]) => ({
      who: `Pod Security admission (level ${level}${version ? `, version ${version}` : ''}) rejects its pods`,
      why: clip(why, 400),
      advice:
        'Drop what the level forbids from the pod template; loosening the level of the namespace is a decision of the platform team',
    }),
  },
  {
    pattern: /admission webhook "([^"]+)" denied the request:? ?(.*)$/s,
    refusal: ([, webhook, why]) => ({
      who: `admission webhook ${webhook} rejects its pods`,
      why: clip(why, 400),
      advice: 'Change what the webhook names in the pod template',
    }),
  },
  {
    pattern: /ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request: (.*)$/s,
    refusal: ([, policy, why]) => ({
      who: `ValidatingAdmissionPolicy ${policy} rejects its pods`,
      why: clip(why, 400),
      advice: 'Change what the policy names in the pod template',
    }),
  },
  {
    pattern: /failed calling webhook "([^"]+)": (.*)$/s,
    refusal: ([, webhook, why]) => ({
      who: `admission webhook ${webhook} does not answer, so no pod is admitted`,
      why: clip(why, 200),
      advice: 'Bring the webhook’s own pods back; its failurePolicy decides whether it may block the cluster',
    }),
  },
  {
    pattern: /serviceaccount "([^"]+)" not found/i,
    refusal: ([, account]) => ({
      who: `ServiceAccount ${account} does not exist (not found)`,
      advice: `Create ServiceAccount ${account}, or name the one that exists`,
    }),
  },
];

/** @param message - of a FailedCreate event or a ReplicaFailure condition */
export function describeRefusal(message: string): Refusal {
  const text = message
    .replace(/^\(combined from similar events\): /, '')
    .replace(/^Error creating: /, '')
    .replace(/^pods "[^"]*" is forbidden: /, '');
  for (const { pattern, refusal } of FORMS) {
    const match = pattern.exec(text);
    if (match) return { ...refusal(match), known: true };
  }
  return {
    who: 'the API server refuses its pods',
    why: clip(text, 400),
    advice: 'Change what the API server names in the pod template',
    known: false,
  };
}
