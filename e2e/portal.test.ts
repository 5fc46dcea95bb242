import { expect, test } from '@playwright/test';
import { ask, diagnosis, signIn } from './signIn';

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('the home page shows what is failing and leads to the diagnosis', async ({ page }) => {
  const failing = page.getByRole('list', { name: 'Failing workloads' });
  for (const name of ['Payout API', 'Card Charger', 'Show Index']) {
    await expect(failing.getByRole('link', { name })).toBeVisible();
  }
  await expect(failing.getByRole('link', { name: 'Turnstile' })).toHaveCount(0);

  await failing.getByRole('link', { name: 'Payout API' }).click();
  await expect(diagnosis(page)).toContainText('password authentication failed');
});

test('the catalog has the components of the demo', async ({ page }) => {
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  for (const name of ['Booking', 'Payout API', 'Turnstile', 'Venue Portal']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
});

test('a question is answered with the cause, the proof and a runbook in two seconds', async ({ page }) => {
  await page.goto('/triage/ask');
  await expect(page.getByText(/Failing now/)).toBeVisible();
  const asked = Date.now();
  const answer = await ask(page, 'Why is booking failing?');
  await expect(answer).toContainText('PAYMENT_GATEWAY_URL');
  expect(Date.now() - asked).toBeLessThan(2000);

  await expect(answer).toContainText('booking-config');
  const because = answer.getByRole('region', { name: 'Because' });
  await because.getByRole('button', { expanded: false }).first().click();
  await expect(because.getByRole('button', { expanded: true })).toBeVisible();
  // rolling back would not help: the earlier revision reads the same key
  const advice = answer.getByRole('region', { name: 'Do this' });
  await expect(advice).toContainText('Put key PAYMENT_GATEWAY_URL back');
  await expect(advice).not.toContainText('rollout undo');

  await answer.getByRole('region', { name: 'Runbook' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/triage\/runbooks\//);
  await expect(
    page
      .getByRole('heading', { level: 1 })
      .or(page.getByRole('heading', { level: 2 }))
      .first(),
  ).toBeVisible();
});

test('no secret of a log is shown', async ({ page }) => {
  await page.goto('/triage/ask');
  const answer = await ask(page, 'Why is payout-api failing?');
  await expect(answer).toContainText('password authentication failed');
  const folded = answer.getByRole('button', { expanded: false });
  while (await folded.count()) await folded.first().click();
  await expect(page.locator('body')).not.toContainText('winter-is-coming');
});

test('an answer has a link that outlives the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/triage/ask');
  const answer = await ask(page, 'Why is card-charger failing?');
  await expect(answer).toContainText(/memory/i);
  await expect(answer.getByRole('region', { name: 'Do this' })).toContainText('kubectl -n payouts');
  await answer.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await expect(diagnosis(page)).toContainText(/memory/i);
  await page.reload();
  await expect(diagnosis(page)).toContainText(/memory/i);
});

test('the tab of a component shows the same cause', async ({ page }) => {
  await page.goto('/catalog/default/component/booking/triage');
  await expect(diagnosis(page)).toContainText('PAYMENT_GATEWAY_URL');
});

test('nothing is wrong with a healthy component, noisy as its log is', async ({ page }) => {
  await page.goto('/catalog/default/component/turnstile/triage');
  const answer = diagnosis(page);
  await expect(answer).toContainText('Nothing is wrong');
  await expect(answer).toContainText('HEALTHY');
  await expect(answer.getByRole('region', { name: 'Do this' })).toHaveCount(0);
});

test('the health of both clusters is on one page', async ({ page }) => {
  await page.goto('/triage/health');
  for (const cluster of ['production', 'staging']) {
    await expect(page.getByRole('heading', { name: cluster })).toBeVisible();
  }
});

test('runbooks can be found and read', async ({ page }) => {
  await page.goto('/triage/runbooks');
  await page
    .getByRole('link', { name: /OOMKilled|memory/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/triage\/runbooks\/.+/);
  await expect(page.getByRole('heading', { name: /quick check/i })).toBeVisible();
});
