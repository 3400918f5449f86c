import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { runCommand, shot } from '../provision/workbench.ts';
import { CARD, EMAIL } from '../unit/made-up.ts';
import { cutOff } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, tabOf } from './stage.ts';

const STEPS = ['dryRun', 'redaction', 'policy', 'requirements', 'key'] as const;
/** Made up, of the form that Groq gives its keys. */
const KEY = `gsk_${'bTq7Zr2KxW9mHc4VdY5gLp8Jn3sFa6Ek'.repeat(2).slice(0, 52)}`;

const walkthrough = (page: Page): Locator => page.locator('.gettingStartedContainer');

/** A step of the walkthrough, folded or not. */
function step(page: Page, id: (typeof STEPS)[number]): Locator {
  return walkthrough(page).locator(`.getting-started-step[data-step-id$="#${id}"]`);
}

/**
 * Opens a step, and waits for the focus that the workbench puts there when its transition is over: a list that
 * was opened before would be closed by it.
 */
function expand(page: Page, id: (typeof STEPS)[number]): Promise<void> {
  return step(page, id).evaluate(async (one: HTMLElement) => {
    if (one.classList.contains('expanded')) return;
    const focused = new Promise((resolve) => one.addEventListener('focus', resolve, { once: true }));
    one.click();
    await focused;
  });
}

/** Opens a step and presses its button. */
async function press(page: Page, id: (typeof STEPS)[number], label: string): Promise<void> {
  await expand(page, id);
  await step(page, id).getByRole('button', { name: label, exact: true }).click();
}

/** Waits until a step is ticked off. */
async function ticked(page: Page, id: (typeof STEPS)[number]): Promise<void> {
  await walkthrough(page).locator(`.codicon.complete[data-done-step-id$="#${id}"]`).waitFor();
}

describe('the first run', () => {
  const stage = useStage();

  it('begins in the empty panel: an example, a destination, requirements, and the walkthrough, offered once', async () => {
    const { page, panel } = await stage.open({ destination: 'dry-run', anew: true, spoils: true });
    await dragPanelTo(page, 300);
    assert.equal(await panel.locator('.start').count(), 4);
    assert.deepEqual(await cutOff(panel), []);
    await shot(page, 'empty-300');

    await panel.getByRole('button', { name: /^Choose a destination Every/ }).click();
    await page.locator('.quick-input-list').getByText('Dry run', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: /^Say what you require/ }).click();
    await page.locator('.quick-input-list').getByText('Health data', { exact: true }).waitFor();
    await shot(page, 'requirements-picker');
    await page.keyboard.press('Escape');

    await panel.getByRole('button', { name: /^Get started in five steps/ }).click();
    await step(page, 'dryRun').waitFor();
    await panel.locator('.start[data-start="tour"]').waitFor({ state: 'detached' });
    assert.equal(await panel.locator('.start').count(), 3);

    await panel.getByRole('button', { name: /^Try it with an example/ }).click();
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    await composer.and(panel.locator(':focus')).waitFor();
    assert.ok((await composer.inputValue()).includes(EMAIL));
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    await panel.locator('.request-line').first().waitFor();
    assert.equal(stage.model.arrived.length, 0);
    assert.equal(await panel.locator('.start').count(), 0);
  });

  it('loses nothing that stands in the prompt already', async () => {
    const { page, panel } = await stage.open({ destination: 'dry-run' });
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    await composer.fill('My own question');
    await panel.getByRole('button', { name: /^Try it with an example/ }).click();
    await runCommand(page, 'Prompt Airlock: Try a Dry Run');
    await panel.locator('textarea:focus').waitFor();
    assert.equal(await composer.inputValue(), 'My own question');
  });

  it('says that a destination sends, where a dry run is to be tried', async () => {
    const { page, panel } = await stage.open({ destination: 'custom/stated' });
    await runCommand(page, 'Prompt Airlock: Try a Dry Run');
    await page
      .getByText(/^stated .* is chosen, so Enter would send the example there/)
      .first()
      .waitFor();
    assert.ok((await panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).includes(CARD));
    assert.equal(stage.model.arrived.length, 0);
  });

  it('goes through five steps, each of which does what it says and is ticked off by that', async () => {
    const { page, panel } = await stage.open({ destination: 'dry-run', anew: true, spoils: true });
    await runCommand(page, 'Prompt Airlock: Get Started');
    await step(page, 'dryRun').waitFor();
    assert.equal(
      await walkthrough(page).locator('.codicon.complete[data-done-step-id*="firstSteps"]').count(),
      0,
    );

    await press(page, 'dryRun', 'Try a Dry Run');
    await panel.locator('textarea:focus').waitFor();
    await panel.getByRole('textbox', { name: 'Prompt' }).press('Enter');
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    await panel.locator('.request-line').first().waitFor();
    await ticked(page, 'dryRun');

    await press(page, 'redaction', 'Redact an Example');
    await page.locator('.monaco-editor .view-line').getByText('EMAIL_1').first().waitFor();
    await page.locator('.monaco-editor .view-line').getByText('CARD_1').first().waitFor();
    await shot(page, 'first-run-redacted');
    await ticked(page, 'redaction');

    await press(page, 'policy', 'Show Policy');
    await (await tabOf(page, 'card')).getByRole('heading', { name: 'Facts in force' }).waitFor();
    await runCommand(page, 'Prompt Airlock: Get Started');
    await ticked(page, 'policy');

    await press(page, 'requirements', 'Set Requirements');
    await page.locator('.quick-input-list').getByText('Health data', { exact: true }).click();
    await ticked(page, 'requirements');
    assert.deepEqual(stage.editor.readSettings()['promptAirlock.requirements'], { preset: 'health-data' });

    await press(page, 'key', 'Set API Key');
    const input = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-list').getByText('Groq', { exact: true }).click();
    await page.locator('.quick-input-widget input[type="password"]').waitFor();
    await input.last().fill(KEY);
    await page.keyboard.press('Enter');
    await ticked(page, 'key');
    assert.equal(stage.model.arrived.length, 0);
  });

  for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
    it(`looks right, in ${theme}`, async () => {
      const { page, panel } = await stage.open({ destination: 'dry-run', theme });
      // With less, the pictures have no room.
      await page.setViewportSize({ width: 2000, height: 1000 });
      await runCommand(page, 'Prompt Airlock: Get Started');
      for (const id of STEPS) {
        await expand(page, id);
        await walkthrough(page)
          .locator('.getting-started-media iframe, .getting-started-media svg, .getting-started-media img')
          .first()
          .waitFor();
        await shot(page, `walkthrough-${id}-${theme}`);
      }
      assert.deepEqual(await cutOff(panel), []);
    });
  }
});
