export { runCli } from './runCli';
export { renderDiagnosis } from './rendering/renderDiagnosis';
export type { RenderOptions } from './rendering/Terminal';
