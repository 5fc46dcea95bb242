import { adviceFor } from './adviceFor';

const response = (statusCode: number, name: string, message: string) =>
  Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause: Object.assign(new Error(message), { name }),
  });

describe('adviceFor', () => {
  it('speaks with the words of the backend, not of the envelope', () => {
    expect(adviceFor(response(400, 'InputError', 'Name a namespace along with podName'))).toBe(
      'Name a namespace along with podName.',
    );
    expect(adviceFor(response(404, 'NotFoundError', 'There is no diagnosis x'))).toBe('There is no diagnosis x.');
  });

  it('tells what to do', () => {
    expect(adviceFor(response(403, 'NotAllowedError', 'You may not read this'))).toContain('for the permission');
    expect(adviceFor(response(401, 'AuthenticationError', 'no'))).toContain('Sign in again');
    expect(adviceFor(response(429, 'Error', 'no'))).toContain('Wait a moment');
    expect(adviceFor(response(503, 'ServiceUnavailableError', 'no'))).toContain('does not answer');
    expect(adviceFor(new TypeError('Failed to fetch'))).toContain('Check the network');
  });
});
