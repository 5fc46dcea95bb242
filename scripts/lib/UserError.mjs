/** A failure that was foreseen: its message is one clear sentence for the person at the terminal. */
export class UserError extends Error {
  name = 'UserError';
}
