export * from './extensionPoints';
export * from './RunbookSource';
