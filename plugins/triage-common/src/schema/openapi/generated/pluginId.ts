export const pluginId = 'triage';
