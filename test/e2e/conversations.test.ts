import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { EXTENSION, STATUS_BAR } from '../../src/editor/ids.ts';
import { runCommand, shot, statusBarItem } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES } from './looks.ts';
import { type Opened, useStage, type Wanted } from './shared-stage.ts';
import { dragPanelTo, enter, panelOf } from './stage.ts';

const TOKEN = githubToken(6);

describe('conversations in the panel', () => {
  const stage = useStage();

  /** A workbench in which no conversation is known, as those of the tests before are deleted. */
  async function openEmpty(wanted?: Wanted): Promise<Opened> {
    const opened = await stage.open(wanted);
    const { page } = opened;
    await runCommand(page, 'Prompt Airlock: Delete All Conversations…');
    const sure = page.getByRole('button', { name: 'Delete All' });
    const done = page
      .locator('.notification-toast')
      .getByText(/^(There are no conversations|\d+ deleted)\.$/);
    await sure.or(done).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await done.first().waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
    return opened;
  }

  /** The text of every file that is kept of the workspace, by its name. */
  function kept(begins: string): Map<string, string> {
    const root = join(stage.editor.dataFolder, 'data/User/workspaceStorage');
    const found = globSync(`*/${EXTENSION}/conversations/${begins}*.json`, { cwd: root });
    return new Map(found.map((name) => [join(root, name), readFileSync(join(root, name), 'utf8')]));
  }

  /** Waits until what is kept is as asked for. */
  async function keptIs(begins: string, is: (texts: readonly string[]) => boolean): Promise<void> {
    const until = Date.now() + 20_000;
    while (!is([...kept(begins).values()])) {
      assert.ok(Date.now() < until, `what is kept: ${[...kept(begins).values()].join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Presses a button in the title of the view. */
  async function pressInTitle(page: Page, name: string): Promise<void> {
    await page.locator('.part.auxiliarybar').getByRole('button', { name, exact: true }).first().click();
  }

  async function beginAnother(page: Page, panel: FrameLocator): Promise<void> {
    await pressInTitle(page, 'New Conversation');
    await panel.getByText('Nothing leaves unexamined').waitFor();
  }

  async function askFor(page: Page, panel: FrameLocator, text: string, button?: string): Promise<void> {
    const turns = await panel.locator('airlock-turn').count();
    await enter(page, panel, text);
    const answer = panel.locator('airlock-turn').nth(turns + 1);
    const wanted = button === undefined ? answer : panel.getByRole('button', { name: button });
    // On a busy machine the scanner may need more than one go, which anybody would give it.
    const again = panel.getByRole('button', { name: 'Try again' });
    for (let go = 0; go < 4; go++) {
      await wanted.or(again).first().waitFor({ timeout: 60_000 });
      if (!(await again.isVisible())) break;
      await again.click();
      await again.waitFor({ state: 'detached' });
    }
    if (button !== undefined) await wanted.click();
    await answer.locator('article[aria-busy="false"]').waitFor();
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
  }

  async function listOf(page: Page, panel: FrameLocator): Promise<Locator> {
    await pressInTitle(page, 'Show Conversations');
    const list = panel.getByRole('dialog', { name: 'Conversations' });
    await list.getByRole('searchbox').waitFor();
    return list;
  }

  const titlesIn = (list: Locator): Promise<string[]> => list.locator('.row-title').allInnerTexts();

  /** Loads the window again. */
  async function reload(page: Page): Promise<FrameLocator> {
    await page.reload();
    return panelOf(page);
  }

  it('are several: listed, opened, searched, renamed, deleted and brought back by keyboard', async () => {
    const { page, panel } = await openEmpty();
    stage.model.answer = { pieces: ['The index on EMAIL_1 is unique.'] };
    await askFor(page, panel, `Why does this insert fail for ${EMAIL}?`, 'Redact 1 and send');
    await beginAnother(page, panel);
    stage.model.answer = { pieces: ['A mutex is a lock that one thread holds.'] };
    await askFor(page, panel, 'What is a mutex?');
    await beginAnother(page, panel);
    stage.model.answer = { pieces: ['ok'] };
    await askFor(page, panel, 'Write a test for the payment module');

    const list = await listOf(page, panel);
    await list.locator('.conversation-row').nth(2).waitFor();
    assert.deepEqual(await titlesIn(list), [
      'Write a test for the payment module',
      'What is a mutex?',
      'Why does this insert fail for EMAIL_1?',
    ]);
    assert.match(await list.locator('.row-detail').first().innerText(), /^this minute · 1 turn\s+shown now$/);
    await shot(page, 'conversations-dark');

    await page.keyboard.insertText('one THREAD');
    await list.locator('.row-snippet').waitFor();
    assert.deepEqual(await titlesIn(list), ['What is a mutex?']);
    await shot(page, 'conversations-searched-dark');
    await page.keyboard.press('Escape');
    await list.locator('.conversation-row').nth(2).waitFor();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await list.locator('.row-open:focus').getByText('What is a mutex?').waitFor();
    await page.keyboard.press('F2');
    await list.getByRole('textbox', { name: 'New name' }).waitFor();
    await shot(page, 'conversations-renaming-dark');
    await page.keyboard.insertText(`Locks, for ${EMAIL}`);
    await page.keyboard.press('Enter');
    await list.getByText('Locks, for EMAIL_1').waitFor();
    await list.locator('.row-open:focus').getByText('Locks, for EMAIL_1').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.insertText('not this');
    await page.keyboard.press('Escape');
    await list.locator('.row-open:focus').getByText('Locks, for EMAIL_1').waitFor();

    await page.keyboard.press('Delete');
    await list.getByText('Deleted: Locks, for EMAIL_1').waitFor();
    await shot(page, 'conversations-deleted-dark');
    await keptIs('conversation-', (texts) => texts.length === 2);
    await page.keyboard.press('Enter');
    await list.locator('.row-open:focus').getByText('Locks, for EMAIL_1').waitFor();
    await keptIs('conversation-', (texts) => texts.length === 3);

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    // It is of this window: its values are known.
    await panel.locator('.answer').getByText(EMAIL).waitFor();
    await panel.getByRole('textbox', { name: 'Prompt' }).and(panel.locator(':focus')).waitFor();
    for (const text of kept('').values()) assert.ok(!text.includes(EMAIL), 'no value is on the disk');
    for (const name of kept('').keys()) assert.equal(statSync(name).mode & 0o077, 0);
  });

  it('show their stand-ins once they are read again, and say that these cannot be restored', async () => {
    stage.model.answer = { pieces: ['The token **GITHUB_TOKEN_1** of EMAIL_1 has expired.'] };
    const { page, panel } = await openEmpty();
    await askFor(page, panel, `Why is ${TOKEN} refused for ${EMAIL}?`, 'Redact 2 and send');
    await keptIs('window-', ([text = '']) => /"conversation":"[0-9a-f]{16}"/.test(text));
    const again = await reload(page);
    await again.getByText('Their values were never stored, and cannot be put back.').waitFor();
    const answer = again.locator('airlock-turn').nth(1);
    assert.equal(
      await answer.locator('.answer').innerText(),
      'The token GITHUB_TOKEN_1 of EMAIL_1 has expired.',
    );
    assert.equal(await answer.locator('.chip.gone').count(), 2);
    assert.equal(await answer.getByRole('button', { name: 'Show what was sent' }).count(), 0);
    assert.equal(await again.getByText(EMAIL).count(), 0);
    await shot(page, 'conversation-reopened-dark');

    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await answer.getByRole('button', { name: 'Copy Answer' }).click();
    await page.getByText('Nothing was taken: GITHUB_TOKEN_1, EMAIL_1 would be left in it.').first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'nothing yet');
  });

  it('go on once they are read again, under names behind the old ones', async () => {
    const { page, panel } = await openEmpty();
    await askFor(page, panel, `Is ${EMAIL} refused?`, 'Redact 1 and send');
    await keptIs('window-', ([text = '']) => /"conversation":"[0-9a-f]{16}"/.test(text));
    const again = await reload(page);
    await again.getByText('Their values were never stored, and cannot be put back.').waitFor();
    stage.model.answer = { pieces: ['EMAIL_2 may, EMAIL_1 may not.'] };
    await askFor(page, again, 'And may grace@brightparcel.io?', 'Redact 1 and send');
    const body = stage.model.arrived.at(-1)?.body ?? '';
    assert.ok(body.includes('Is EMAIL_1 refused?') && body.includes('And may EMAIL_2?'), body);
    await again.getByText('grace@brightparcel.io may, EMAIL_1 may not.').waitFor();
    await shot(page, 'conversation-gone-on-dark');
  });

  it('keep the draft over a reload: as it was typed, or with stand-ins, which is said', async () => {
    const { page, panel } = await openEmpty();
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    await composer.click();
    await page.keyboard.insertText('What is a mutex?');
    await keptIs('window-', ([text = '']) => text.includes('What is a mutex?'));
    const second = await reload(page);
    const field = second.getByRole('textbox', { name: 'Prompt' });
    await hasText(field, 'What is a mutex?');
    assert.equal(await second.getByText('Your draft is back').count(), 0);
    await field.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(` Ask ${EMAIL} with ${TOKEN}.`);
    await keptIs('window-', ([text = '']) => text.includes('Ask EMAIL_1 with GITHUB_TOKEN_1.'));
    const third = await reload(page);
    await hasText(
      third.getByRole('textbox', { name: 'Prompt' }),
      'What is a mutex? Ask EMAIL_1 with GITHUB_TOKEN_1.',
    );
    await third.getByText('Your draft is back, with stand-ins').waitFor();
    await shot(page, 'draft-back-dark');
    for (const text of kept('').values()) assert.ok(!text.includes(EMAIL) && !text.includes(TOKEN));
  });

  it('leave an answer that the window was closed in stopped, with what had come of it', async () => {
    stage.model.answer = { pieces: ['A lock is held by one'], hold: true };
    const { page, panel } = await openEmpty();
    await enter(page, panel, 'What is a lock?');
    await panel.getByText('A lock is held by one').waitFor();
    await keptIs('conversation-', ([text = '']) => text.includes('A lock is held by one'));
    await keptIs('window-', ([text = '']) => /"conversation":"[0-9a-f]{16}"/.test(text));
    const again = await reload(page);
    await again.getByText('A lock is held by one').waitFor();
    await again.getByText('Stopped', { exact: true }).waitFor();
  });

  it('are stored nowhere if the user says so, and are several all the same', async () => {
    const settings = { 'promptAirlock.conversations.store': false };
    const { page, panel } = await openEmpty({ settings });
    await askFor(page, panel, `mail ${EMAIL}`, 'Redact 1 and send');
    await beginAnother(page, panel);
    await askFor(page, panel, 'What is a mutex?');
    await panel.getByRole('textbox', { name: 'Prompt' }).fill('a draft');
    const list = await listOf(page, panel);
    await list.getByText('Nothing is stored, as you set it').waitFor();
    assert.deepEqual(await titlesIn(list), ['What is a mutex?', 'mail EMAIL_1']);
    await shot(page, 'conversations-not-stored-dark');
    await list.getByText('mail EMAIL_1').click();
    await panel.locator('airlock-turn').first().getByText('mail EMAIL_1').waitFor();
    assert.deepEqual([...kept('').keys()], []);
    const again = await reload(page);
    await again.getByText('Nothing leaves unexamined').waitFor();
    assert.equal(await again.getByRole('textbox', { name: 'Prompt' }).inputValue(), '');
  });

  it('are exported as Markdown with stand-ins, and all deleted once that is confirmed', async () => {
    stage.model.answer = { pieces: ['Ask EMAIL_1.'] };
    const { page, panel } = await openEmpty();
    await askFor(page, panel, `Who is ${EMAIL}?`, 'Redact 1 and send');
    const list = await listOf(page, panel);
    await list.locator('.conversation-row').hover();
    await list.getByRole('button', { name: 'Export as Markdown…' }).click();
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await page.getByText('with stand-ins in place of values.').first().waitFor();
    const exported = readFileSync(join(stage.folder, 'conversation.md'), 'utf8');
    assert.ok(exported.startsWith('# Who is EMAIL_1?\n'), exported);
    assert.ok(exported.includes('> Who is EMAIL_1?') && exported.includes('Ask EMAIL_1.'), exported);
    assert.ok(!exported.includes(EMAIL));
    await page.keyboard.press('Escape');

    await runCommand(page, 'Prompt Airlock: Delete All Conversations…');
    await page.getByText('Delete the one conversation there is?').waitFor();
    await shot(page, 'conversations-delete-all-dark');
    await page.getByRole('button', { name: 'Delete All' }).click();
    await panel.getByText('Nothing leaves unexamined').waitFor();
    await keptIs('', (texts) => texts.length === 0);
  });

  it('of two windows on one workspace destroy nothing of each other', async () => {
    const { page, panel } = await openEmpty();
    await askFor(page, panel, 'What is a mutex?');
    await panel.getByRole('textbox', { name: 'Prompt' }).fill('a draft of the first');
    await keptIs('window-', ([text = '']) => text.includes('a draft of the first'));
    const second = await page.context().newPage();
    await second.goto(stage.editor.folderUrl(stage.folder));
    // Until all has come up, what is opened is closed again.
    await second.bringToFront();
    await statusBarItem(second, `${EXTENSION}.${STATUS_BAR}`).waitFor({ timeout: 60_000 });
    // The panel opens by itself in the first window only.
    await runCommand(second, 'Prompt Airlock: Show Conversations');
    const other = await panelOf(second);
    const list = other.getByRole('dialog', { name: 'Conversations' });
    await list.getByText('What is a mutex?').click();
    await other.getByText('Reopened: this is how it was kept.').waitFor();
    await askFor(second, other, 'Said in the second window');
    await panel.getByRole('textbox', { name: 'Prompt' }).fill('');
    await page.bringToFront();
    await askFor(page, panel, 'Said in the first window');
    await page.getByText('Another window went on with this conversation.').first().waitFor();
    const both = [...kept('conversation-').values()];
    assert.equal(both.length, 2);
    for (const words of ['Said in the second window', 'Said in the first window'])
      assert.equal(both.filter((text) => text.includes(words)).length, 1, words);
    await second.close();
  });

  for (const theme of THEMES) {
    it(`look as they should at 300 px and wide, in ${theme}`, async () => {
      stage.model.answer = { pieces: ['A mutex is a lock. Ask EMAIL_1.'] };
      const { page, panel } = await openEmpty({ theme });
      await askFor(
        page,
        panel,
        `A question with rather many words about ${EMAIL} and its index`,
        'Redact 1 and send',
      );
      await beginAnother(page, panel);
      await askFor(page, panel, 'What is a mutex?');
      const list = await listOf(page, panel);
      await page.keyboard.press('ArrowDown');
      for (const width of [300, 420, 800]) {
        await dragPanelTo(page, width);
        await shot(page, `conversations-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `the list at ${width} px`);
      }
      await list.locator('.row-title').last().click();
      await keptIs('window-', ([text = '']) => /"conversation":"[0-9a-f]{16}"/.test(text));
      const again = await reload(page);
      await again.locator('.reopened').waitFor();
      for (const width of [300, 420]) {
        await dragPanelTo(page, width);
        await shot(page, `conversation-reopened-${theme}-${width}`);
        assert.deepEqual(await cutOff(again, '.unseen, pre'), [], `reopened at ${width} px`);
      }
    });
  }
});

/** Waits until a field holds a text. */
function hasText(field: Locator, text: string): Promise<void> {
  return field.evaluate(
    (area, wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void =>
          area instanceof HTMLTextAreaElement && area.value === wanted
            ? resolve()
            : void requestAnimationFrame(look);
        look();
      }),
    text,
  );
}
