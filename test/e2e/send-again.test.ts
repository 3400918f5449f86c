import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shot } from '../provision/workbench.ts';
import { THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter } from './stage.ts';

describe('the notice of a host that asks to wait', () => {
  const stage = useStage();

  for (const theme of THEMES) {
    it(`counts the time down, in ${theme}`, async () => {
      stage.model.answer = { status: 429, headers: { 'retry-after': '754' } };
      const { page, panel } = await stage.open({ theme });
      await enter(page, panel, 'Why does this query not use the index?');
      const button = panel.getByRole('button', { name: /^Send again in 12:[0-3]\d$/ });
      await button.waitFor();
      assert.equal(await button.isDisabled(), true);
      const shown = await button.innerText();
      await panel.getByRole('button', { name: 'Close' }).hover();
      await button.filter({ hasNotText: shown.trim() }).waitFor();
      await shot(page, `send-again-${theme}`);
      await dragPanelTo(page, 300);
      await shot(page, `send-again-${theme}-300`);
    });
  }

  it('lets it be sent again once the time is over, and keeps what was typed meanwhile', async () => {
    stage.model.answer = { status: 503, headers: { 'retry-after': '2' } };
    const { page, panel } = await stage.open();
    await enter(page, panel, 'What is a mutex?');
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    const again = panel.getByRole('button', { name: 'Send again', exact: true });
    await again.and(panel.locator(':enabled')).waitFor();
    await panel.getByText('You can send it again now.').waitFor({ state: 'attached' });
    await shot(page, 'send-again-over-dark');
    await composer.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' In one sentence.');
    const before = stage.model.arrived.length;
    stage.model.answer = { pieces: ['A lock.'] };
    await again.click();
    await panel.getByText('A lock.').waitFor();
    const body = stage.model.arrived.at(-1)?.body ?? '';
    assert.ok(body.includes('What is a mutex? In one sentence.'), body);
    assert.equal(stage.model.arrived.length, before + 1);
  });

  it('says of an answer that was stopped that the prompt may have arrived', async () => {
    stage.model.answer = { pieces: ['A lock is'], hold: true };
    const { page, panel } = await stage.open();
    await enter(page, panel, 'What is a lock?');
    await panel.getByText('A lock is').waitFor();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await panel.getByText('your prompt had arrived', { exact: true }).waitFor();
    await shot(page, 'stopped-dark');
  });
});
