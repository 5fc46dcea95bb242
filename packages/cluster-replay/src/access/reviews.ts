import { ApiError, badRequest } from '../api/ApiError';
import { isAllowed, User } from './AccessList';

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

/** @throws ApiError when the body is no JSON object */
export function answerReview(user: User, resource: string, contentType: string | null, body: string): object {
  if (contentType && !contentType.startsWith('application/json')) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json',
    );
  }
  let review: any;
  try {
    review = JSON.parse(body);
  } catch (error) {
    throw badRequest(`the body of the request is not JSON: ${(error as Error).message}`);
  }
  return { ...review, metadata: review?.metadata ?? {}, status: REVIEWS[resource](user, review?.spec ?? {}) };
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
