import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { githubToken } from '../unit/made-up.ts';
import { THEMES } from './looks.ts';
import { useStage, type Wanted } from './shared-stage.ts';

const TOKEN = githubToken(41);
const SOURCE = `import { Octokit } from 'octokit';

const billingToken = '${TOKEN}';
const support = 'maria.lopez@brightparcel.io';

export const client = new Octokit({ auth: billingToken, userAgent: support });
`;

describe('findings of open files', () => {
  const stage = useStage();

  const editorOf = (page: Page): Locator => page.locator('.monaco-editor[data-uri$="/billing.js"]');

  /** Opens a source with a token in it, and waits until that is underlined. */
  async function openSource(wanted: Wanted = {}): Promise<Page> {
    const { page } = await stage.open({ destination: 'dry-run', ...wanted });
    writeFileSync(join(stage.folder, 'billing.js'), SOURCE);
    await page.getByRole('treeitem', { name: 'billing.js', exact: true }).dblclick();
    await editorOf(page).locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    return page;
  }

  /** Opens the quick fixes at the token; again where the editor gave up asking, as it does while a language comes up. */
  async function openMenu(page: Page): Promise<Locator> {
    const menu = page.locator('.action-widget');
    const first = menu.getByText('GitHub token: move it to .env and read it from there');
    const token = editorOf(page)
      .locator('.view-line')
      .filter({ hasText: 'billingToken =' })
      .getByText(/ghp_/);
    for (let go = 1; ; go++) {
      await token.click();
      await page.keyboard.press('Control+.');
      try {
        await first.waitFor({ timeout: 5_000 });
        return menu;
      } catch (error) {
        if (go === 6) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** The text of the editor as it is shown, white space made plain. */
  async function textOf(page: Page): Promise<string> {
    const lines = await editorOf(page).locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  for (const theme of THEMES) {
    it(`are underlined, with what can be done about them, in ${theme}`, async () => {
      const page = await openSource({ theme });
      const menu = await openMenu(page);
      for (const title of [
        'GitHub token: put a stand-in in its place',
        'GitHub token: always allow this value',
        'GitHub token: allow this kind in this file',
        'GitHub token: open the page where it is revoked',
      ])
        await menu.getByText(title, { exact: true }).waitFor();
      await shot(page, `diagnostics-${theme}`);
      await page.keyboard.press('Escape');
    });
  }

  it('move to .env, which the source reads from then on', async () => {
    const page = await openSource();
    const menu = await openMenu(page);
    await menu.getByText('GitHub token: move it to .env and read it from there').click();
    await editorOf(page).getByText('process.env.BILLING_TOKEN').waitFor();
    assert.ok(!(await textOf(page)).includes(TOKEN));
    await page
      .locator('.notification-list-item-message')
      .getByText(/^Moved to .*\.env as BILLING_TOKEN\./)
      .first()
      .waitFor();
    const env = readFileSync(join(stage.folder, '.env'), 'utf8');
    assert.ok(env.endsWith(`BILLING_TOKEN=${TOKEN}\n`));
    await shot(page, 'diagnostics-moved');
  });

  it('lead to the page where a token is revoked, once its address was shown', async () => {
    const page = await openSource();
    const menu = await openMenu(page);
    await menu.getByText('GitHub token: open the page where it is revoked').click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('https://github.com/settings/tokens').waitFor();
    assert.ok(!(await dialog.innerText()).includes(TOKEN));
    await shot(page, 'diagnostics-revoke');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});
