import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter, tabOf } from './stage.ts';

describe('a turn', () => {
  const stage = useStage();

  const sent = (): string[] => {
    const { messages } = JSON.parse(stage.model.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  };

  async function ask(page: Page, panel: FrameLocator, text: string, answer: string): Promise<void> {
    stage.model.answer = { pieces: [answer] };
    await enter(page, panel, text);
    await panel.locator('airlock-turn').last().getByText(answer).waitFor();
    await panel.getByRole('button', { name: 'Copy Answer' }).last().waitFor();
  }

  for (const theme of ['dark', 'light', 'high-contrast'] as const) {
    it(`of the user is written anew in the composer, and given up with nothing lost, in ${theme}`, async () => {
      const { page, panel } = await stage.open({ theme });
      const composer = panel.getByRole('textbox', { name: 'Prompt' });
      await ask(page, panel, 'What is a mutex?', 'A lock.');
      await ask(page, panel, 'And a semaphore?', 'A counter.');
      await composer.fill('half a thought');
      await panel.getByRole('button', { name: 'Edit and Send Again' }).first().click();
      await panel.getByText('Sending this replaces your prompt and the 3 turns behind it.').waitFor();
      await composer.and(panel.locator(':focus')).waitFor();
      assert.equal(await composer.inputValue(), 'What is a mutex?');
      assert.equal(await panel.locator('.replaced').count(), 4);
      await shot(page, `turn-edited-${theme}`);
      await dragPanelTo(page, 300);
      await shot(page, `turn-edited-${theme}-300`);
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(' In short.');
      await page.keyboard.press('Escape');
      await panel.locator('.interlude').waitFor({ state: 'detached' });
      assert.equal(await composer.inputValue(), 'half a thought');
      assert.equal(await panel.locator('airlock-turn').count(), 4);
      await panel.getByRole('button', { name: 'Edit and Send Again' }).first().click();
      await panel.locator('.interlude').waitFor();
      assert.equal(await composer.inputValue(), 'What is a mutex? In short.');
      stage.model.answer = { pieces: ['One at a time.'] };
      await page.keyboard.press('Enter');
      await panel.getByText('One at a time.').waitFor();
      assert.deepEqual(sent(), ['What is a mutex? In short.']);
      assert.equal(await panel.locator('airlock-turn').count(), 2);
      assert.equal(await composer.inputValue(), 'half a thought');
    });
  }

  it('is asked again: the new answer stands in place of the old one, which is not sent', async () => {
    const { page, panel } = await stage.open();
    stage.model.answer = { pieces: ['To EMAIL_1.'] };
    await enter(page, panel, `Mail whom? ${EMAIL}?`);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    await panel.getByRole('button', { name: 'Copy Answer' }).waitFor();
    stage.model.answer = { pieces: ['Nobody.'] };
    await panel.getByRole('button', { name: 'Ask Again' }).click();
    await panel.getByRole('button', { name: 'Redact 1 and send' }).waitFor();
    await panel.getByText('To').first().waitFor();
    await shot(page, 'turn-asked-again');
    await page.keyboard.press('Enter');
    await panel.getByText('Nobody.').waitFor();
    assert.deepEqual(sent(), ['Mail whom? EMAIL_1?']);
    assert.equal(await panel.locator('airlock-turn').count(), 2);
  });

  it('that was broken off goes on, and what came of it stays', async () => {
    const { page, panel } = await stage.open();
    stage.model.answer = { pieces: ['A lock is held by'], cutOff: true };
    await enter(page, panel, 'What is a lock?');
    await panel.getByRole('button', { name: 'Continue' }).waitFor();
    await shot(page, 'turn-broken-off');
    await dragPanelTo(page, 300);
    await shot(page, 'turn-broken-off-300');
    stage.model.answer = { pieces: [' one thread at a time.'] };
    await panel.getByRole('button', { name: 'Continue' }).click();
    await panel.getByText('one thread at a time.').waitFor();
    assert.deepEqual(sent().slice(0, 2), ['What is a lock?', 'A lock is held by']);
    assert.match(sent()[2] ?? '', /Go on exactly where it ends/);
    await panel.getByText('A lock is held by').waitFor();
    await panel.getByText('Go on exactly where it ends').waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), '');
    await shot(page, 'turn-continued');
  });

  it('leads to its receipt in the ledger', async () => {
    const { page, panel } = await stage.open();
    await ask(page, panel, 'What is a mutex?', 'A lock.');
    await ask(page, panel, 'And a semaphore?', 'A counter.');
    await panel.getByRole('button', { name: 'Receipt' }).first().click();
    const ledger = await tabOf(page, 'ledger');
    await shot(page, 'turn-receipt');
    // Of two requests the one that was asked for.
    await ledger.getByText('1 of 2 shown').waitFor();
  });
});
