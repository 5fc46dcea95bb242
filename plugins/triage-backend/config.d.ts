import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Triage: root causes of failures in Kubernetes. */
  triage?: {
    /**
     * Name of the cluster that is read when neither the request nor the entity names one and the workload is found in none or
     * in several. By default the first cluster of the Kubernetes plugin.
     */
    defaultCluster?: string;
    diagnoses?: {
      /** How long a diagnosis can be opened by its link. By default 30 days. */
      retention?: HumanDuration | string;
      /**
       * How long one diagnosis may take; what could not be read by then stands in its blind spots. By default 20 seconds, at
       * least one.
       */
      timeout?: HumanDuration | string;
    };
    /**
     * What you know of the logs of your own programs; see docs/how-to/custom-signatures.md. Each is proven on its examples at
     * start, and refused when a hostile log line could make it slow.
     */
    signatures?: {
      /** Unique, of lower-case letters, digits and dashes: acme-license-expired. */
      name?: string;
      /** Other spelling of name. */
      id?: string;
      /** Regular expression of JavaScript, compared without case; its named groups can stand in the sentences. */
      pattern?: string;
      /** Instead of a pattern: text that the line contains. */
      text?: string;
      /** By default false. */
      caseSensitive?: boolean;
      /** One of Triage's categories, such as config-invalid; none silences a line that healthy programs print. */
      category?: string;
      /** Where only the log tells of it: CRITICAL, HIGH, MEDIUM, LOW or INFO. */
      severity?: string;
      /** The cause in a sentence: "The license {license} has expired[ on {day}]." Not needed for category none. */
      cause?: string;
      /** What a person should do about it. */
      advice?: string;
      /** Lines that must match, at least one. */
      examples?: string[];
      /** Lines that must not match. */
      counterExamples?: string[];
    }[];
    runbooks?: {
      /**
       * Folder with runbooks in Markdown, absolute or relative to the working directory of the backend. By default the folder
       * `runbooks` of the project. Triage works without any.
       */
      path?: string;
      /** How often runbooks are read again. By default every minute. */
      reload?: HumanDuration | string;
    };
  };
}
