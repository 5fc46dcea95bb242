import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import eslint from 'eslint';
import { root } from './paths.mjs';

const rule = '@typescript-eslint/no-restricted-imports';

async function forbidden(file, source) {
  const linter = new eslint.ESLint({ cwd: join(root, ...file.split('/').slice(0, 2)) });
  const [{ messages }] = await linter.lintText(source, { filePath: join(root, file) });
  return messages.some(({ ruleId }) => ruleId === rule);
}

test('the engine imports neither Backstage nor what is above it', async () => {
  assert.ok(await forbidden('packages/diagnosis/src/new.ts', "import '@triage/plugin-triage-common';\n"));
  assert.ok(
    await forbidden('packages/diagnosis/src/new.ts', "import type { Entity } from '@backstage/catalog-model';\n"),
  );
});

test('the frontend does not reach into the backend, and may know the contract', async () => {
  assert.ok(await forbidden('plugins/triage/src/new.ts', "import '@triage/plugin-triage-backend';\n"));
  assert.ok(!(await forbidden('plugins/triage/src/new.ts', "import '@triage/plugin-triage-common';\n")));
});

test('recorded clusters are for tests and the command line', async () => {
  assert.ok(await forbidden('plugins/triage-backend/src/new.ts', "import '@triage/cluster-replay';\n"));
  assert.ok(!(await forbidden('plugins/triage-backend/src/new.test.ts', "import '@triage/cluster-replay';\n")));
  assert.ok(!(await forbidden('packages/cli/src/new.ts', "import '@triage/cluster-replay';\n")));
});
