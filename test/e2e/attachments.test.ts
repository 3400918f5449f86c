import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter } from './stage.ts';

const TOKEN = githubToken(21);

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('attachments', () => {
  const stage = useStage();

  const chip = (panel: FrameLocator, name: string): Locator =>
    panel.locator('.attached .attachment').filter({ hasText: name });
  const rowIn = (page: Page, name: string): Locator =>
    page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
  const write = (name: string, text: string): void => writeFileSync(join(stage.folder, name), text);

  /** The contents of all messages that arrived with the last request. */
  function contents(): string[] {
    const { messages } = JSON.parse(stage.model.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      readonly messages: readonly { readonly content: unknown }[];
    };
    return messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
  }

  /** Types behind `#`, and takes the row of that name. */
  async function attachByHash(page: Page, panel: FrameLocator, typed: string, row: string): Promise<void> {
    await panel.getByRole('textbox', { name: 'Prompt' }).click();
    await page.keyboard.type(`#${typed}`);
    // A file that was just written is offered as soon as the editor has seen it.
    await panel.getByRole('option', { name: row }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  /** Opens the context menu of something, and presses an entry of it. */
  async function fromMenu(page: Page, on: Locator, entry: string): Promise<void> {
    await on.click({ button: 'right' });
    // A press of the mouse right after the menu opened may belong to the opening, as the editor sees it.
    await page.locator('.monaco-menu').getByText(entry, { exact: true }).hover();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-menu').waitFor({ state: 'detached' });
    // Then the focus is in the prompt, and would close the next menu.
    await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  }

  async function openFile(page: Page, name: string): Promise<void> {
    await rowIn(page, name).dblclick();
    await page.locator(`.monaco-editor[data-uri$="${name}"] .view-line`).first().waitFor();
  }

  it('are found behind # by the keyboard alone, and leave in a fence of their own, redacted', async () => {
    const { page, panel } = await stage.open();
    write('src/mailer.js', `const to = '${EMAIL}';\nconst key = '${TOKEN}';\n`);
    const prompt = panel.getByRole('textbox', { name: 'Prompt' });
    await prompt.click();
    await page.keyboard.type('what does #mail');
    const list = panel.getByRole('listbox');
    await list.waitFor();
    const option = list.getByRole('option', { name: 'mailer.js' });
    assert.equal(await option.getAttribute('aria-selected'), 'true');
    assert.equal(await prompt.getAttribute('aria-activedescendant'), await option.getAttribute('id'));
    await shot(page, 'attach-hash-dark');
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'detached' });
    await chip(panel, 'mailer.js').getByText('2 found').waitFor();
    assert.equal(await prompt.inputValue(), 'what does src/mailer.js ');
    assert.equal(stage.model.arrived.length, 0);
    await page.keyboard.type('do?');
    await shot(page, 'attach-chip-dark');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.deepEqual(contents(), [
      "src/mailer.js\n```\nconst to = 'EMAIL_1';\nconst key = 'GITHUB_TOKEN_1';\n```\n",
      'what does src/mailer.js do?',
    ]);
    await panel.locator('airlock-turn').first().locator('.turn-attached').getByText('mailer.js').waitFor();
    assert.equal(await panel.locator('.attachment').count(), 0);
    await shot(page, 'attach-sent-dark');
  });
  it('close their list by Escape, which does nothing else, and leave what was typed', async () => {
    const { page, panel } = await stage.open();
    const prompt = panel.getByRole('textbox', { name: 'Prompt' });
    await prompt.click();
    await page.keyboard.type('see #serv');
    await panel.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.type('er');
    assert.equal(await prompt.inputValue(), 'see #server');
    assert.equal(await panel.getByRole('listbox').count(), 0);
    await page.keyboard.press('Enter');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.deepEqual(contents(), ['see #server']);
  });

  it('are picked by the button, from kinds of things and files by name', async () => {
    const { page, panel } = await stage.open();
    await panel.getByRole('button', { name: 'Attach', exact: true }).click();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    for (const name of ['Selection', 'Problems', 'Git diff', 'Clipboard', 'Files…', 'Picture…'])
      await rows.filter({ hasText: name }).first().waitFor();
    await shot(page, 'attach-pick-dark');
    await page.locator('.quick-input-widget input').fill('payment.js');
    await rows.filter({ hasText: 'payment.js' }).first().waitFor();
    await page.keyboard.press('Enter');
    await chip(panel, 'payment.js').waitFor();
    // The focus is in the prompt again.
    await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  });

  it('come from the menus of the explorer, of a tab and of the editor', async () => {
    const { page, panel } = await stage.open();
    await fromMenu(page, rowIn(page, 'README.md'), 'Add to Airlock Chat');
    await chip(panel, 'README.md').waitFor();
    await fromMenu(page, rowIn(page, 'infra'), 'Add to Airlock Chat');
    await chip(panel, 'infra').waitFor();
    await openFile(page, 'package.json');
    await fromMenu(page, page.locator('.tab[data-resource-name="package.json"]'), 'Add to Airlock Chat');
    await chip(panel, 'package.json').waitFor();
    await page.locator('.monaco-editor[data-uri$="package.json"] .view-line').nth(1).click();
    await page.keyboard.press('ControlOrMeta+A');
    await fromMenu(
      page,
      page.locator('.monaco-editor[data-uri$="package.json"] .view-line').nth(1),
      'Add Selection to Airlock Chat',
    );
    await chip(panel, 'package.json:1-').waitFor();
    await shot(page, 'attach-menus-dark');
  });

  it('are dropped from the explorer while Shift is held', async () => {
    const { page, panel } = await stage.open();
    const row = rowIn(page, 'README.md');
    await row.hover();
    await page.mouse.down();
    const box = await page.locator('.part.auxiliarybar').boundingBox();
    assert.ok(box);
    await page.keyboard.down('Shift');
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 120];
    await page.mouse.move(x - 40, y, { steps: 10 });
    await page.mouse.move(x, y, { steps: 3 });
    await panel.getByText('Let go to attach it').waitFor();
    await shot(page, 'attach-drop-dark');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await chip(panel, 'README.md').waitFor();
  });

  it('open a preview of what would leave, beside what they are', async () => {
    const { page, panel } = await stage.open();
    write('notes.txt', `Call ${EMAIL} about it.\n`);
    await attachByHash(page, panel, 'notes', 'notes.txt');
    await chip(panel, 'notes.txt').getByText('1 found').waitFor();
    await chip(panel, 'notes.txt').getByRole('button').first().click();
    const right = page.locator('.monaco-diff-editor .editor.modified');
    await right.getByText('EMAIL_1').waitFor();
    await page.locator('.monaco-diff-editor .editor.original').getByText(EMAIL).waitFor();
    await shot(page, 'attach-preview-dark');
    // Changed now, while it is seen: that is shown, and nothing leaves before it was.
    write('notes.txt', `Call ${EMAIL} about it, or use ${TOKEN}.\n`);
    await right.getByText('GITHUB_TOKEN_1').waitFor();
    await chip(panel, 'notes.txt').getByText('changed since').waitFor();
    await enter(page, panel, 'who?');
    await panel.locator('airlock-notice').getByText('Nothing was sent').waitFor();
    assert.equal(stage.model.arrived.length, 0);
    await shot(page, 'attach-changed-dark');
  });

  it('under a path rule show the rule, and nothing of them goes', async () => {
    const { page, panel } = await stage.open({ theme: 'light' });
    write('.env', `TOKEN=${TOKEN}\n`);
    await fromMenu(page, rowIn(page, '.env'), 'Add to Airlock Chat');
    await chip(panel, '.env').getByText('kept here by the path rule .env*').waitFor();
    await shot(page, 'attach-denied-light');
    await enter(page, panel, 'what is in it?');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.deepEqual(contents(), ['what is in it?']);
  });

  it('are what was typed behind #, however quickly Enter came behind it', async () => {
    const { page, panel } = await stage.open();
    write('first.txt', 'the first\n');
    write('second.txt', 'the second\n');
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    await composer.click();
    await page.keyboard.type('#second');
    await panel.getByRole('option', { name: 'second.txt' }).first().waitFor();
    await page.keyboard.press('Escape');
    await composer.fill('');
    // All of it in one go: the list is of `#` alone, if it is there at all.
    await composer.evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      document.execCommand('insertText', false, '#');
      document.execCommand('insertText', false, 'second');
      for (const key of ['Enter', 'Enter'])
        area.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await chip(panel, 'second.txt').waitFor();
    assert.equal(await panel.locator('.attached .attachment').count(), 1);
    assert.equal(await composer.inputValue(), 'second.txt ');
    // Where there is nothing of the name it is a prompt like others.
    await composer.fill('');
    await composer.evaluate((area: HTMLTextAreaElement) => {
      document.execCommand('insertText', false, '#nothing-of-that-name');
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(contents().at(-1), '#nothing-of-that-name');
  });

  it('that were deleted, or changed, before they leave are said, and what was typed stays', async () => {
    const { page, panel } = await stage.open();
    write('gone.txt', 'here today\n');
    write('stays.txt', 'the same\n');
    await attachByHash(page, panel, 'gone', 'gone.txt');
    await attachByHash(page, panel, 'stays', 'stays.txt');
    await chip(panel, 'stays.txt').locator('.tone-good').waitFor();
    await chip(panel, 'gone.txt').locator('.tone-good').waitFor();
    rmSync(join(stage.folder, 'gone.txt'));
    await page.keyboard.type('why?');
    await page.keyboard.press('Enter');
    await panel.locator('airlock-notice').getByText('gone.txt').waitFor();
    await chip(panel, 'gone.txt').getByText('it is not there any more').waitFor();
    assert.equal(stage.model.arrived.length, 0);
    assert.match(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), /why\?$/);
    await shot(page, 'attach-gone-dark');
    await page.keyboard.press('Enter');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.deepEqual(contents().slice(0, -1), ['stays.txt\n```\nthe same\n```\n']);
  });

  it('come back with the prompt where the host fails', async () => {
    stage.model.answer = { status: 401 };
    const { page, panel } = await stage.open();
    await fromMenu(page, rowIn(page, 'README.md'), 'Add to Airlock Chat');
    await chip(panel, 'README.md').waitFor();
    await enter(page, panel, 'hello');
    await panel
      .getByRole('button', { name: /^Redact|^Send$/ })
      .or(panel.getByRole('alert'))
      .first()
      .waitFor();
    if ((await panel.getByRole('alert').count()) === 0) await page.keyboard.press('Enter');
    await panel.getByRole('alert').getByText('API key refused').waitFor();
    await chip(panel, 'README.md').waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'hello');
  });

  it('are removed by their button, by keyboard as well', async () => {
    const { page, panel } = await stage.open();
    await fromMenu(page, rowIn(page, 'README.md'), 'Add to Airlock Chat');
    await fromMenu(page, rowIn(page, 'package.json'), 'Add to Airlock Chat');
    await chip(panel, 'package.json').waitFor();
    await panel.getByRole('button', { name: 'Remove README.md' }).focus();
    await page.keyboard.press('Enter');
    await chip(panel, 'README.md').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await chip(panel, 'package.json').waitFor({ state: 'detached' });
    await page.keyboard.type('still writing');
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'still writing');
  });

  it('may be a picture that is pasted: it is asked about, since nobody can look into it', async () => {
    const { page, panel } = await stage.open({ theme: 'high-contrast' });
    await panel.getByRole('textbox', { name: 'Prompt' }).evaluate((area, base64) => {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, PIXEL);
    await chip(panel, 'Pasted picture').getByText('nobody can look into a picture').waitFor();
    await enter(page, panel, 'what is this?');
    await panel.locator('.review').waitFor();
    assert.equal(stage.model.arrived.length, 0);
    await shot(page, 'attach-picture-hc');
    await panel.getByRole('button', { name: 'Send as is' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.ok(stage.model.arrived[0]?.body.includes(PIXEL));
  });

  it('fit into a narrow panel', async () => {
    const { page, panel } = await stage.open({ theme: 'light' });
    write(
      'a-file-with-a-name-that-is-much-longer-than-the-panel-is-wide.config.ts',
      `export const a = '${TOKEN}';\n`,
    );
    for (const name of ['a-file-with', 'src', 'README.md'])
      await fromMenu(page, rowIn(page, name), 'Add to Airlock Chat');
    await chip(panel, 'README.md').waitFor();
    await dragPanelTo(page, 300);
    await panel.getByRole('textbox', { name: 'Prompt' }).click();
    await page.keyboard.type('see #o');
    await panel.getByRole('listbox').waitFor();
    const widths = await panel
      .locator('.attachment, .suggestions')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right - window.innerWidth));
    assert.ok(
      widths.every((over) => over <= 0),
      String(widths),
    );
    await shot(page, 'attach-narrow-light');
  });
});
