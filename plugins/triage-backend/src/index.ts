export { triagePlugin as default } from './plugin';
