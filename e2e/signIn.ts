import { Page } from '@playwright/test';

/** Signs in as guest, and comes back when the portal is there. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Catalog', exact: true }).waitFor();
}

/** Asks on the Triage page and returns the card of the answer. */
export async function ask(page: Page, question: string) {
  const input = page.getByRole('textbox', { name: /Ask about a component/ });
  await input.fill(question);
  await input.press('Enter');
  return page.getByRole('article').last();
}
