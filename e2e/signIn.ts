import { Locator, Page } from '@playwright/test';

/** Signs in as guest, and comes back when the portal is there. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Catalog', exact: true }).waitFor();
}

/** The answer; the last one where there are several. */
export function diagnosis(page: Page): Locator {
  return page.getByRole('article', { name: /^Diagnosis of/ }).last();
}

/** Asks on the Triage page and returns the card of the answer. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const input = page.getByRole('textbox', { name: /paste an error/ });
  await input.fill(question);
  await input.press('Enter');
  return diagnosis(page);
}
