function sentence(message: string): string {
  const text = message.replace(/^\w*Error:\s*/, '').trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The error as the backend raised it, out of the envelope in which `ResponseError` brings it. */
function original(error: Error): { name: string; message: string; statusCode?: number } {
  const { cause, statusCode } = error as { cause?: Error; statusCode?: number };
  return error.name === 'ResponseError' && cause
    ? { name: cause.name, message: cause.message, statusCode }
    : { name: error.name, message: error.message, statusCode };
}

/** What happened and what a reader can do about it. */
export function adviceFor(error: Error): string {
  const { name, message, statusCode } = original(error);
  if (name === 'NotAllowedError' || statusCode === 403) {
    return `${sentence(message)} Ask whoever runs this portal for the permission.`;
  }
  if (name === 'AuthenticationError' || statusCode === 401) {
    return 'The session has ended. Sign in again, then repeat the request.';
  }
  if (statusCode === 429) {
    return 'Too many requests within a minute. Wait a moment, then try again.';
  }
  if (name === 'ServiceUnavailableError' || (statusCode && statusCode >= 502 && statusCode <= 504)) {
    return 'The Triage backend does not answer. It may be starting; if it stays so, look at the log of the portal backend.';
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(message)) {
    return 'The portal backend cannot be reached. Check the network or VPN, then try again.';
  }
  return sentence(message);
}
