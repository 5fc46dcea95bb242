export * from './permissions';
export * from './schema/openapi/generated/models';
export * from './TriageApi';
export * from './TriageClient';
