import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/** Bytes. A log excerpt that explains something is far smaller; whole logs are read from the cluster. */
const MAX_BODY = 1024 * 1024;

class PayloadTooLargeError extends Error {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}

/** Parses JSON bodies. Its errors don't quote the body, as those of the parser do: pasted text has secrets in it. */
export function jsonBody(): (RequestHandler | ErrorRequestHandler)[] {
  const tellWhatToSend: ErrorRequestHandler = (error, _req, _res, next) => {
    switch (error.type) {
      case 'entity.too.large':
        next(new PayloadTooLargeError('The body is larger than 1 MB: send the lines around the error'));
        break;
      case 'entity.parse.failed':
        next(new InputError('The body is not valid JSON'));
        break;
      default:
        next(error);
    }
  };
  return [express.json({ limit: MAX_BODY }), tellWhatToSend];
}
