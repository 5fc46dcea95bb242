module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // what tests share: it is not part of the package, so it may use devDependencies and files beside its own
      files: ['src/testing/**'],
      rules: { '@backstage/no-undeclared-imports': 'off', 'no-restricted-syntax': 'off' },
    },
  ],
});
