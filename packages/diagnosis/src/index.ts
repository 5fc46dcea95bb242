export * from './categories';
export * from './Diagnosis';
export * from './cluster/ClusterReader';
export * from './cluster/KubernetesObject';
export * from './redaction/Redactor';
export * from './logs/LogMiner';
