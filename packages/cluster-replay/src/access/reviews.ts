import { ApiError, badRequest } from '../api/ApiError';
import { isAllowed, User } from './AccessList';
import { decodeReview } from './decodeReview';

/** Answers "may I?" of {@link answerReview}'s three kinds by the user's own rules. */
const REVIEWS: Record<string, (user: User, spec: any) => object> = {
  selfsubjectaccessreviews: accessReview,
  selfsubjectrulesreviews: rulesReview,
  selfsubjectreviews: user => ({ userInfo: { username: user.name, groups: user.groups } }),
};

/** Whether a resource is one of the questions about oneself that are answered though they are written. */
export function isReview(group: string, resource: string): boolean {
  return (group === 'authorization.k8s.io' || group === 'authentication.k8s.io') && Object.hasOwn(REVIEWS, resource);
}

/** @throws ApiError 400 or 415 when the body can't be read */
export function answerReview(user: User, resource: string, contentType: string | null, body: Uint8Array): object {
  const review = readReview(contentType, body);
  return { ...review, metadata: review.metadata ?? {}, status: REVIEWS[resource](user, review.spec ?? {}) };
}

function readReview(contentType: string | null, body: Uint8Array): any {
  const type = contentType?.split(';')[0].trim() || 'application/json';
  if (!['application/json', 'application/vnd.kubernetes.protobuf'].includes(type)) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: ' +
        'application/json, application/vnd.kubernetes.protobuf',
    );
  }
  let review: any;
  try {
    review = type === 'application/json' ? JSON.parse(Buffer.from(body).toString('utf8')) : decodeReview(body);
  } catch (error) {
    throw badRequest(`the body of the request can't be read: ${(error as Error).message}`);
  }
  if (review === null || typeof review !== 'object') {
    throw badRequest('the body of the request is no review');
  }
  return review;
}

function accessReview(user: User, { resourceAttributes, nonResourceAttributes }: any): object {
  if (!resourceAttributes === !nonResourceAttributes) {
    throw badRequest('exactly one of nonResourceAttributes or resourceAttributes must be specified');
  }
  if (nonResourceAttributes) {
    // Discovery and health are everybody's who has signed in
    return { allowed: ['get', 'head'].includes(nonResourceAttributes.verb) };
  }
  const { verb = '', group = '', resource = '', subresource, namespace, name } = resourceAttributes;
  return { allowed: isAllowed(user, { verb, group, resource, subresource, namespace, name }) };
}

function rulesReview(user: User, { namespace }: any): object {
  if (!namespace) {
    throw badRequest('no namespace on request');
  }
  return {
    resourceRules: user.rules
      .filter(rule => !rule.namespaces || rule.namespaces.includes('*') || rule.namespaces.includes(namespace))
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({ verbs, apiGroups, resources, resourceNames })),
    nonResourceRules: [
      {
        verbs: ['get'],
        nonResourceURLs: [
          '/api',
          '/api/*',
          '/apis',
          '/apis/*',
          '/healthz',
          '/livez',
          '/openapi',
          '/openapi/*',
          '/readyz',
          '/version',
        ],
      },
    ],
    incomplete: false,
  };
}
