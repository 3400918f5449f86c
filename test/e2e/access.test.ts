import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { runCommand, type Theme } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { faultsOfAccess } from './axe.ts';
import { cutOff, THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter, tabOf } from './stage.ts';

const ANSWER =
  "## The index\n\nThe unique index on `email` already has EMAIL_1, see [the manual](https://example.com/a).\n\n```sql\nINSERT INTO customers (email)\nVALUES ('EMAIL_1')\nON CONFLICT (email) DO NOTHING;\n```\n\n- one\n- two\n\n| column | type |\n|---|---|\n| email | text |\n";

const PAGES = [
  ['the policy card', 'Show Policy', 'card'],
  ['the comparison', 'Compare Providers', 'comparison'],
  ['the ledger', 'Show Ledger', 'ledger'],
  ['the report of a scan', 'Scan Workspace', 'scan'],
] as const;

describe('access', () => {
  const stage = useStage();

  const holds = async (panel: FrameLocator, what: string, theme: Theme): Promise<void> =>
    assert.deepEqual(await faultsOfAccess(panel, 'sideBar'), [], `${what}, ${theme}`);

  for (const theme of THEMES) {
    it(`is without faults all the way from an empty panel to an answer, in ${theme}`, async () => {
      stage.model.answer = { pieces: [ANSWER] };
      const { page, panel } = await stage.open({ theme });
      await holds(panel, 'empty', theme);

      await compose(page, panel, `Why does this fail for ${EMAIL} with ${CARD}\nand ${githubToken(2)}?`);
      const count = panel.getByRole('button', { name: /^3 found/ });
      await count.waitFor();
      await holds(panel, 'composing', theme);
      await count.click();
      await panel.locator('.found-row').first().waitFor();
      await holds(panel, 'composing, with the list', theme);

      await page.keyboard.press('Control+Home');
      await panel.getByRole('textbox', { name: 'Prompt' }).press('Enter');
      await panel.getByRole('button', { name: 'Redact 3 and send' }).waitFor();
      await holds(panel, 'held', theme);
      await panel.locator('.found-row').first().getByRole('button', { name: 'What can be done' }).click();
      await panel.getByRole('button', { name: 'Leave as is, this once' }).waitFor();
      await holds(panel, 'held, with what can be done', theme);
      await panel.getByRole('button', { name: 'What leaves' }).click();
      const dialog = panel.getByRole('dialog', { name: 'What leaves' });
      await dialog.locator('.chip').first().focus();
      await holds(panel, 'what leaves', theme);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });

      await panel.getByRole('button', { name: 'Redact 3 and send' }).click();
      await panel.locator('airlock-turn').nth(1).getByText('ON CONFLICT').waitFor();
      await panel.getByRole('button', { name: 'Copy Answer' }).waitFor();
      await holds(panel, 'an answer', theme);

      stage.model.answer = { status: 429, headers: { 'retry-after': '120' }, body: '{}' };
      await enter(page, panel, 'And now?');
      await panel.getByRole('alert').waitFor();
      await holds(panel, 'a notice', theme);
    });

    it(`is without faults where a prompt is blocked, in ${theme}`, async () => {
      const { page, panel } = await stage.open({ theme, destination: 'custom/unstated' });
      await enter(page, panel, `Is ${githubToken(1)} for ${EMAIL}?`);
      await panel.getByRole('alert').getByText('Blocked').waitFor();
      await holds(panel, 'blocked', theme);
    });

    for (const [what, command, main] of PAGES) {
      it(`is without faults in ${what}, in ${theme}`, async () => {
        const { page } = await stage.open({
          theme,
          destination: 'openai/gpt-5',
          settings: { 'promptAirlock.requirements': { preset: 'client-nda', retentionDays: 30 } },
        });
        await runCommand(page, `Prompt Airlock: ${command}`);
        assert.deepEqual(await faultsOfAccess(await tabOf(page, main), 'editor'), []);
      });
    }
  }

  it('goes by Tab from what is read to what is written, and on to what was found', async () => {
    const { page, panel } = await stage.open();
    await compose(page, panel, `Write to ${EMAIL}`);
    await panel.getByRole('button', { name: /^1 found/ }).waitFor();
    await panel.getByRole('log').focus();
    const seen: string[] = [];
    for (let stop = 0; stop < 20 && !seen.at(-1)?.includes('What leaves'); stop++) {
      await page.keyboard.press('Tab');
      seen.push(await focused(panel));
    }
    const order = ['stated', 'All facts', 'Prompt', 'Review and send', '1 found', 'What leaves'];
    const places = order.map((name) => seen.findIndex((one) => one.includes(name)));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      seen.join(', '),
    );
    assert.ok(!places.includes(-1), seen.join(', '));
  });

  it('shows where the focus is, wherever it is', async () => {
    const { page, panel } = await stage.open();
    await enter(page, panel, `Write to ${EMAIL}`);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).waitFor();
    await panel.getByRole('log').focus();
    for (let stop = 0; stop < 10; stop++) {
      await page.keyboard.press('Tab');
      const outlined = await panel.locator('main').evaluate(() => {
        const one = document.activeElement;
        const around =
          one?.closest('.composer') && one instanceof HTMLTextAreaElement ? one.closest('.composer') : one;
        if (!around || around === document.body) return 'gone';
        const { outlineStyle, outlineWidth } = getComputedStyle(around);
        return outlineStyle !== 'none' && outlineWidth !== '0px'
          ? ''
          : `${around.tagName}.${around.className}`;
      });
      if (outlined === 'gone') break;
      assert.equal(outlined, '');
    }
  });

  it('says aloud what was found, that it was sent, and what came of it', async () => {
    stage.model.answer = { pieces: ['Here.'] };
    const { page, panel } = await stage.open();
    const spoken = panel.locator('main > [role="status"]');
    await enter(page, panel, `Write to ${EMAIL}`);
    await spoken.getByText(/1 found/).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await spoken.getByText(/(?:KB|bytes) sent/).waitFor({ state: 'attached' });
  });

  it('moves nothing for those who want no motion', async () => {
    stage.model.answer = { pieces: ['a'], hold: true };
    const { page, panel } = await stage.open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await enter(page, panel, 'hello');
    const spinner = panel.locator('.busy .codicon');
    await spinner.waitFor();
    const moving = await panel.locator('main').evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map((one) => String(one)),
    );
    assert.deepEqual(moving, []);
    await panel.getByRole('button', { name: 'Stop' }).click();
    await page.emulateMedia({ reducedMotion: null });
  });

  it('cuts nothing off at 300 px with everything twice as large', async () => {
    const { page, panel } = await stage.open({ settings: { 'window.zoomLevel': 0 } });
    await dragPanelTo(page, 600);
    await panel.locator('html').evaluate((html) => (html.style.zoom = '2'));
    await enter(page, panel, `Why does this fail for ${EMAIL} with ${CARD}?`);
    const button = panel.getByRole('button', { name: 'Redact 2 and send' });
    await button.waitFor();
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
    await button.click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
  });
});

async function compose(page: Page, panel: FrameLocator, text: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Prompt' }).click();
  await page.keyboard.insertText(text);
}

function focused(panel: FrameLocator): Promise<string> {
  return panel.locator('main').evaluate(() => {
    const one = document.activeElement;
    return one?.id === 'airlock-prompt'
      ? 'Prompt'
      : (one?.getAttribute('aria-label') ?? one?.textContent ?? '').trim();
  });
}
