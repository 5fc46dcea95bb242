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
    };
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
