import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { runCommand } from '../provision/workbench.ts';
import { useStage } from './shared-stage.ts';
import { enter, panelOf } from './stage.ts';

/** The panel is thrown away while it is hidden, and whenever the editor thinks fit: the extension has it all. */
describe('a panel that is hidden or killed in the middle of an answer', () => {
  const stage = useStage();
  const WAYS = [
    {
      name: 'hidden and shown again',
      // The editor may keep the page for a while.
      isKilled: false,
      away: (page: Page) => runCommand(page, 'View: Toggle Secondary Side Bar Visibility'),
      isAway: (page: Page) => page.locator('.part.auxiliarybar').waitFor({ state: 'hidden' }),
      back: (page: Page) => runCommand(page, 'View: Toggle Secondary Side Bar Visibility'),
    },
    {
      name: 'loaded again',
      isKilled: true,
      away: (page: Page) => runCommand(page, 'Developer: Reload Webviews'),
      isAway: async () => undefined,
      back: async () => undefined,
    },
  ] as const;

  for (const { name, isKilled, away, isAway, back } of WAYS) {
    it(`has what came meanwhile, and what was typed: ${name}`, async () => {
      stage.model.answer = { pieces: ['A lock ', 'is held by one.'], hold: true };
      const { page, panel } = await stage.open({ spoils: true });
      await enter(page, panel, 'What is a lock? Ask ada@brightparcel.io.');
      await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
      await panel.getByText('A lock is held by one.').waitFor();
      await panel.getByRole('textbox', { name: 'Prompt' }).click();
      await page.keyboard.insertText('And whose is bob@brightparcel.io?');
      await panel.locator('main.panel').evaluate((main) => main.setAttribute('data-old', ''));
      await away(page);
      await isAway(page);
      stage.model.release();
      await back(page);
      const again = await panelOf(page);
      if (isKilled) await again.locator('main.panel:not([data-old])').waitFor();
      await again.getByText('A lock is held by one.').waitFor();
      await again.getByText('EMAIL_1').first().waitFor();
      assert.equal(await draft(again), 'And whose is bob@brightparcel.io?');
      await again.getByRole('button', { name: 'Copy Answer' }).waitFor();
      await again.getByText('1 found · 1 personal').waitFor();
      assert.equal(stage.model.arrived.length, 1);
    });
  }
});

function draft(panel: FrameLocator): Promise<string> {
  return panel.getByRole('textbox', { name: 'Prompt' }).inputValue();
}
