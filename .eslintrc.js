/**
 * Which packages of this repository a package may import: the arrows of the design, all of them pointing to the engine.
 * What is not listed for a package is an error there, types included.
 */
const arrows = {
  'packages/diagnosis': [],
  'packages/cluster-replay': [],
  'packages/cli': ['@triage/diagnosis', '@triage/cluster-replay', '@triage/plugin-triage-knowledge'],
  'plugins/triage-common': ['@triage/diagnosis'],
  'plugins/triage-node': ['@triage/plugin-triage-common', '@triage/diagnosis'],
  'plugins/triage-knowledge': ['@triage/plugin-triage-common', '@triage/diagnosis'],
  'plugins/triage-backend': [
    '@triage/plugin-triage-knowledge',
    '@triage/plugin-triage-node',
    '@triage/plugin-triage-common',
    '@triage/diagnosis',
  ],
  'plugins/triage': ['@triage/plugin-triage-common', '@triage/diagnosis'],
  'plugins/scaffolder-backend-module-triage': ['@triage/plugin-triage-common'],
  'packages/app': ['@triage/plugin-triage', '@triage/plugin-triage-common'],
  'packages/backend': ['@triage/plugin-triage-backend', '@triage/plugin-scaffolder-backend-module-triage'],
};

/** Neither of these knows of a portal. */
const withoutBackstage = ['packages/diagnosis', 'packages/cluster-replay', 'packages/cli'];

// a rule of its own: the configuration of each package sets `no-restricted-imports` and would replace ours
function restrict(folder, allowed) {
  const patterns = [
    {
      group: ['@triage/*', ...allowed.map(name => `!${name}`)],
      message: `${folder} may import ${allowed.join(', ') || 'no package of this repository'}: see .eslintrc.js.`,
    },
  ];
  if (withoutBackstage.includes(folder)) {
    patterns.push({ group: ['@backstage/*'], message: `${folder} works without Backstage.` });
  }
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const tests = ['*.test.ts', '*.test.tsx', 'testing/**'];

module.exports = {
  root: true,
  plugins: ['@typescript-eslint'],
  overrides: Object.entries(arrows).flatMap(([folder, allowed]) => [
    { files: [`${folder}/src/**`], rules: restrict(folder, allowed) },
    {
      files: tests.map(pattern => `${folder}/src/**/${pattern}`),
      rules: restrict(folder, [...new Set([...allowed, '@triage/cluster-replay'])]),
    },
  ]),
};
