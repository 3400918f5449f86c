import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { reloadWindow, runCommand, shot } from '../provision/workbench.ts';
import { THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { panelOf } from './stage.ts';

describe('the destination picker', () => {
  const stage = useStage();

  /** A row of the list, by its name. */
  const row = (page: Page, name: string): Locator =>
    page.locator('.quick-input-list .monaco-list-row').filter({
      has: page.locator('.label-name').getByText(name, { exact: true }),
    });
  const box = (page: Page): Locator => page.locator('.monaco-dialog-box');

  /** Waits until the list is filled. */
  async function filled(page: Page): Promise<void> {
    const heading = page.locator('.quick-input-list').getByText('Chosen now');
    await heading.filter({ visible: true }).first().waitFor();
  }

  /** Opens the list and searches in it, as far as it can be done without the mouse. */
  async function search(page: Page, text: string): Promise<void> {
    await runCommand(page, 'Prompt Airlock: Choose Destination');
    await filled(page);
    await page.keyboard.insertText(text);
  }

  async function chosenNow(): Promise<unknown> {
    return stage.editor.readSettings()['promptAirlock.destination'];
  }

  it('says what gets worse before it happens, and leaves everything as it is where the user goes back', async () => {
    const { page, panel } = await stage.open({ destination: 'deepinfra/google/gemma', anew: true });
    await search(page, 'OpenAI · gpt-5-mini');
    await page.keyboard.press('Enter');
    await box(page).getByText('Switch to OpenAI · gpt-5-mini?').waitFor();
    await box(page)
      .getByText(/This one keeps prompts for up to 30 days \(abuse log\); the last did not\./)
      .waitFor();
    await shot(page, 'switch-dark');
    await page.keyboard.press('Escape');
    await box(page).waitFor({ state: 'detached' });
    assert.equal(await chosenNow(), 'deepinfra/google/gemma');

    await search(page, 'OpenAI · gpt-5-mini');
    await page.keyboard.press('Enter');
    await box(page).getByRole('button', { name: 'Choose Another' }).click();
    await filled(page);
    await page.keyboard.insertText('OpenAI · gpt-5-mini');
    await page.keyboard.press('Enter');
    await box(page).getByRole('button', { name: 'Switch', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('OpenAI · gpt-5-mini').first().waitFor();
    assert.equal(await chosenNow(), 'openai/gpt-5-mini');
  });

  it('says nothing where nothing gets worse, and has what was used last first, also after a reload', async () => {
    const { page, panel } = await stage.open({ destination: 'openai/gpt-5', anew: true, spoils: true });
    await search(page, 'Dry run · OpenAI · gpt-5');
    await row(page, 'Dry run · OpenAI · gpt-5').first().click();
    await panel.getByText('Nothing leaves: this dry run rehearses openai/gpt-5').waitFor();
    assert.equal(await box(page).count(), 0);
    await reloadWindow(page);
    await panelOf(page);
    await runCommand(page, 'Prompt Airlock: Choose Destination');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.nth(1).getByText('Recently used').waitFor();
    await rows.nth(0).getByText('Dry run · OpenAI · gpt-5', { exact: true }).waitFor();
    await rows.nth(1).getByText('OpenAI · gpt-5', { exact: true }).waitFor();
    await shot(page, 'picker-recent');
  });

  it('finds a destination that is on no list by its written name, and offers a way on where it finds none', async () => {
    const { page } = await stage.open({ destination: 'openai/gpt-5' });
    await search(page, 'groq/made-up-model-70b');
    await row(page, 'Groq · made-up-model-70b').waitFor();
    await shot(page, 'picker-typed');
    await page.locator('.quick-input-widget input').first().fill('no such thing');
    await row(page, 'Groq · made-up-model-70b').waitFor({ state: 'detached' });
    await row(page, 'Another model…').waitFor();
    await page.keyboard.press('Escape');
  });

  for (const theme of THEMES) {
    it(`marks what misses a requirement, with the reason, in ${theme}`, async () => {
      const { page } = await stage.open({
        theme,
        destination: 'openai/gpt-5',
        settings: { 'promptAirlock.requirements': { training: 'never', retentionDays: 0 } },
      });
      await runCommand(page, 'Prompt Airlock: Choose Destination');
      await page.getByText('Fits what you require, the nearest first').waitFor();
      await shot(page, `picker-${theme}`);
      await page.keyboard.insertText('nvidia');
      const nvidia = row(page, 'NVIDIA API Catalog · meta/llama-3.3-70b-instruct').last();
      await nvidia.getByText(/misses: No training, Nothing kept/).waitFor();
      await nvidia.getByText(/You require no training; this destination may use prompts/).waitFor();
      await shot(page, `picker-misses-${theme}`);
      await nvidia.click();
      await box(page).getByText('Switch to NVIDIA API Catalog').waitFor();
      await shot(page, `switch-${theme}`);
      await page.keyboard.press('Escape');
      await box(page).waitFor({ state: 'detached' });
      assert.equal(await chosenNow(), 'openai/gpt-5');
    });
  }
});
