/**
 * Removes secrets from what a cluster or a person says. One redactor serves one diagnosis: within it equal secrets get
 * equal placeholders (`[redacted:jwt#1]`), so that "the same token" stays visible while the token does not.
 */
export interface Redactor {
  /** Any text: a log line, an event's message, an annotation, pasted text of many lines. */
  text(text: string): string;
  /** A Kubernetes object: a copy with env values, args, commands, annotations, data and every other string redacted. */
  object<T>(object: T): T;
}
