import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { runCommand, shot } from '../provision/workbench.ts';
import { useStage } from './shared-stage.ts';

describe('Redact Selection', () => {
  const stage = useStage();

  async function openFile(name: string): Promise<Page> {
    const { page } = await stage.open({ destination: 'dry-run' });
    await page.getByRole('treeitem', { name, exact: true }).dblclick();
    await page.locator('.monaco-editor[data-uri$="/.env"] .view-line').first().waitFor();
    return page;
  }

  /** The text of the editor as it is shown, white space made plain. */
  async function editorText(page: Page): Promise<string> {
    const lines = await page.locator('.monaco-editor[data-uri$="/.env"] .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  it('replaces what is sensitive, says how many of what, and is one step to undo', async () => {
    const page = await openFile('.env');
    const before = await editorText(page);
    assert.ok(before.includes('postgres://orders:'));
    await page.locator('.monaco-editor[data-uri$="/.env"]').click();
    await page.keyboard.press('Control+A');
    await runCommand(page, 'Prompt Airlock: Redact Selection');
    await page
      .getByText(/Redacted 7: 1 × database URL with a password, 1 × AWS access key id/)
      .first()
      .waitFor();
    const redacted = await editorText(page);
    for (const line of [
      'PORT=3000',
      'DATABASE_URL=DATABASE_URL_1',
      'AWS_SECRET_ACCESS_KEY=AWS_SECRET_ACCESS_KEY_1',
      'GITHUB_TOKEN=GITHUB_TOKEN_1',
      'NVIDIA_API_KEY=NVIDIA_KEY_1',
      'SUPPORT_MAIL=EMAIL_1',
    ]) {
      assert.ok(redacted.includes(line), `${line} in ${redacted}`);
    }
    await shot(page, 'redact-selection-dark');
    await page.locator('.monaco-editor[data-uri$="/.env"]').click();
    await page.keyboard.press('Control+Z');
    await page
      .locator('.monaco-editor[data-uri$="/.env"] .view-line')
      .getByText('postgres://orders:')
      .waitFor();
    assert.equal(await editorText(page), before);
  });
});
