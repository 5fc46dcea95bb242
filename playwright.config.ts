import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { portalUrl } from './e2e/portalUrl';

/** A browser that is there already; without one, Playwright's own. */
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.test.ts',
  globalSetup: './e2e/startPortal.ts',
  // the portal and its rate limit are shared, and two cores are few
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'e2e/artifacts/report.json' }]],
  outputDir: 'e2e/artifacts/results',
  use: {
    baseURL: portalUrl,
    viewport: { width: 1280, height: 860 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      // Chromium's sandbox refuses to work for root, as which many CI machines run
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
