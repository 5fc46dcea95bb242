export { scaffolderModuleTriage as default } from './module';
export * from './actions';
