import path from 'node:path';
import { expect, Page, test } from '@playwright/test';
import { ask, diagnosis, signIn } from './signIn';

/** The pictures of the README are made by the same code: `npm run screenshots`. */
const folder = process.env.TRIAGE_PICTURES ?? path.join(__dirname, 'artifacts', 'pictures');

async function take(page: Page, name: string) {
  // a caret would blink
  await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
}

async function expectNoSidewaysScrolling(page: Page) {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

for (const theme of ['light', 'dark'] as const) {
  test(`pictures, ${theme}`, async ({ page }) => {
    await page.addInitScript(name => window.localStorage.setItem('theme', name), theme);
    await signIn(page);
    await expect(page.getByRole('list', { name: 'Failing workloads' })).toBeVisible();
    await take(page, `home-${theme}`);

    await page.goto('/triage/ask');
    await expect(await ask(page, 'Why is booking failing?')).toContainText('PAYMENT_GATEWAY_URL');
    await take(page, `diagnosis-${theme}`);

    await page.goto('/triage/health');
    await expect(page.getByRole('heading', { name: 'staging' })).toBeVisible();
    await take(page, `health-${theme}`);

    await page.goto('/catalog/default/component/card-charger/triage');
    await expect(diagnosis(page)).toBeVisible();
    await take(page, `entity-${theme}`);
  });
}

test('pictures, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByText('Failing now')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.goto('/triage/ask');
  await expect(await ask(page, 'Why is booking failing?')).toContainText('PAYMENT_GATEWAY_URL');
  await expectNoSidewaysScrolling(page);
  await take(page, 'diagnosis-phone');
});
