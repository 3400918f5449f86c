import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pickInMenu, runCommand, shot } from '../provision/workbench.ts';
import { useStage, type Wanted } from './shared-stage.ts';

describe('the commands on the editor’s text', () => {
  const stage = useStage();

  const editorOf = (page: Page): Locator => page.locator('.monaco-editor[data-uri$="/staging.env"]');

  async function openEnv(wanted: Wanted = {}): Promise<Page> {
    const { page } = await stage.open({ destination: 'dry-run', ...wanted });
    // A file of its own: the editor in the browser saves what is changed.
    copyFileSync(join(stage.folder, '.env'), join(stage.folder, 'staging.env'));
    await page.getByRole('treeitem', { name: 'staging.env', exact: true }).dblclick();
    await editorOf(page).locator('.view-line').first().waitFor({ timeout: 60_000 });
    return page;
  }

  async function selectAll(page: Page): Promise<void> {
    await editorOf(page).click();
    await page.keyboard.press('Control+A');
  }

  /** The text of an editor as it is shown, white space made plain. */
  async function textOf(editor: Locator): Promise<string> {
    const lines = await editor.locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  const previewOf = (page: Page): Locator =>
    page.locator('.monaco-editor[data-uri^="prompt-airlock-preview:"]');

  /** Opens our part of the editor's context menu, with everything selected. */
  async function openMenu(page: Page): Promise<void> {
    await selectAll(page);
    await editorOf(page).locator('.view-line').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Prompt Airlock' }).hover();
    await page.getByRole('menuitem', { name: 'Redact Selection, Choosing…' }).waitFor();
  }

  const toast = (page: Page, text: RegExp): Promise<void> =>
    page.locator('.notification-list-item-message').getByText(text).first().waitFor();

  it('lists what would be redacted, of which Space leaves one out', async () => {
    const page = await openEnv();
    await selectAll(page);
    await runCommand(page, 'Prompt Airlock: Redact Selection, Choosing…');
    const list = page.locator('.quick-input-list .monaco-list-row');
    await list.filter({ hasText: 'DATABASE_URL_1' }).waitFor();
    await page.locator('.quick-input-count').getByText('7 Selected').waitFor();
    assert.ok(!(await page.locator('.quick-input-widget').innerText()).includes('k7Vd'));
    await page.keyboard.press('Space');
    await page.locator('.quick-input-count').getByText('6 Selected').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.quick-input-count').getByText('5 Selected').waitFor();
    await shot(page, 'redact-choosing-dark');
    await page.keyboard.press('Enter');
    await toast(page, /Redacted 5:/);
    const text = await textOf(editorOf(page));
    assert.ok(text.includes('DATABASE_URL=postgres://orders:'), text);
    for (const line of ['AWS_ACCESS_KEY_ID=AWS_ACCESS_KEY_ID_1', 'SUPPORT_MAIL=EMAIL_1'])
      assert.ok(text.includes(line), `${line} in ${text}`);
    await editorOf(page).click();
    await page.keyboard.press('Control+Z');
    await editorOf(page).getByText('orders-support@').waitFor();
  });

  it('previews a file, and opens it redacted from there', async () => {
    const page = await openEnv();
    await editorOf(page).click();
    await runCommand(page, 'Prompt Airlock: Preview Redacted File');
    await page.getByRole('tab', { name: /staging\.env ↔ redacted \(preview\)/ }).waitFor();
    await previewOf(page).getByText('GITHUB_TOKEN_1').waitFor();
    await page.locator('.char-insert, .line-insert').first().waitFor();
    await shot(page, 'redact-preview-dark');
    await page.getByRole('button', { name: 'Redact File to New Tab' }).first().click();
    await toast(page, /Redacted 7:/);
    const untitled = page.locator('.monaco-editor[data-uri^="untitled:"]');
    await untitled.getByText('SUPPORT_MAIL=EMAIL_1').waitFor();
    await shot(page, 'redact-file-dark');
  });

  it('is in the context menu of the editor', async () => {
    const page = await openEnv();
    await openMenu(page);
    await shot(page, 'redact-menu-dark');
    assert.deepEqual(await page.locator('.monaco-submenu .action-label:not(.separator)').allInnerTexts(), [
      'Redact Selection',
      'Redact Selection, Choosing…',
      'Restore Selection',
      'Copy Redacted',
      'Paste Redacted',
      'Redact File to New Tab',
      'Preview Redacted File',
      'Always Allow Selected Value',
      'Declare Selection as Test Value',
    ]);
    await pickInMenu(page, 'Copy Redacted');
    await toast(page, /Copied\. Redacted 7:/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.includes('GITHUB_TOKEN=GITHUB_TOKEN_1'));
  });

  it('looks right in a light theme', async () => {
    const page = await openEnv({ theme: 'light' });
    await openMenu(page);
    await shot(page, 'redact-menu-light');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await selectAll(page);
    await runCommand(page, 'Prompt Airlock: Redact Selection, Choosing…');
    await page.locator('.quick-input-count').getByText('7 Selected').waitFor();
    await page.keyboard.press('Space');
    await page.locator('.quick-input-count').getByText('6 Selected').waitFor();
    await shot(page, 'redact-choosing-light');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Prompt Airlock: Preview Redacted File');
    await previewOf(page).getByText('GITHUB_TOKEN_1').waitFor();
    await page.locator('.char-insert, .line-insert').first().waitFor();
    await shot(page, 'redact-preview-light');
  });

  it('puts back what is known, and names what is not', async () => {
    const page = await openEnv();
    await selectAll(page);
    await runCommand(page, 'Prompt Airlock: Redact Selection');
    await toast(page, /Redacted 7:/);
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('OTHER=GITHUB_TOKEN_9');
    await runCommand(page, 'Prompt Airlock: Restore Selection');
    await toast(page, /Restored 7; there is no value here for GITHUB_TOKEN_9\./);
    await shot(page, 'redact-restored-dark');
    assert.ok((await textOf(editorOf(page))).includes('postgres://orders:'));
  });

  it('asks before it writes a secret into a file it did not come from', async () => {
    const page = await openEnv();
    await selectAll(page);
    await runCommand(page, 'Prompt Airlock: Copy Redacted');
    await toast(page, /Copied\. Redacted 7:/);
    await page.getByRole('treeitem', { name: 'README.md', exact: true }).dblclick();
    const readme = page.locator('.monaco-editor[data-uri$="/README.md"]');
    await readme.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('token GITHUB_TOKEN_1 of EMAIL_1');
    await runCommand(page, 'Prompt Airlock: Restore Selection');
    await page.getByText('GITHUB_TOKEN_1 is a secret that did not come from this file.').waitFor();
    await shot(page, 'redact-foreign-dark');
    await page.getByRole('button', { name: 'Keep Stand-In' }).click();
    await readme.getByText('token GITHUB_TOKEN_1 of orders-support@').waitFor();
    await runCommand(page, 'Prompt Airlock: Restore Selection');
    await page.getByRole('button', { name: 'Put Back' }).click();
    await readme.getByText('token ghp_').waitFor();
  });

  it('is offered in Paste As', async () => {
    const page = await openEnv({ anew: true, spoils: true });
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.evaluate(() => navigator.clipboard.writeText('ask maria.lopez@brightparcel.io'));
    // In a browser the command reads the clipboard and pastes plainly; on a desktop it makes the editor paste, as the key
    // does here while the command still waits for the clipboard.
    await page.evaluate(() => {
      navigator.clipboard.readText = () => new Promise(() => undefined);
    });
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[type="text"]').fill('>Paste As...');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    await editorOf(page).locator('.native-edit-context, textarea.inputarea').first().focus();
    await page.keyboard.press('Control+V');
    const offered = page.locator('.quick-input-list .monaco-list-row');
    await offered.filter({ hasText: 'Paste Redacted (1 × e-mail address)' }).waitFor();
    await shot(page, 'redact-paste-as-dark');
    await offered.filter({ hasText: 'Paste Redacted' }).click();
    await editorOf(page).getByText('ask EMAIL_1').waitFor();
  });

  it('redacts what is selected in a terminal, from its context menu', async () => {
    const page = await openEnv();
    await runCommand(page, 'Terminal: Create New Terminal');
    const terminal = page.locator('.terminal-wrapper.active');
    await terminal.locator('textarea').focus();
    await page.keyboard.type('tail -n 1 staging.env\n');
    // What a terminal draws is a picture; that the command is over is marked beside it.
    await terminal.locator('.terminal-command-decoration.success').waitFor({ timeout: 60_000 });
    await page.evaluate(() => navigator.clipboard.writeText('what was copied before'));
    const position = { x: 30, y: 8 };
    await terminal.click({ button: 'right', position });
    await pickInMenu(page, 'Select All');
    await terminal.click({ button: 'right', position });
    await page.getByRole('menuitem', { name: 'Redact Terminal Selection to New Tab' }).waitFor();
    await shot(page, 'redact-terminal-menu-dark');
    await pickInMenu(page, 'Redact Terminal Selection to New Tab');
    const untitled = page.locator('.monaco-editor[data-uri^="untitled:"]');
    await untitled.getByText('SUPPORT_MAIL=EMAIL_1').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'what was copied before');
  });
});
