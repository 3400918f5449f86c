import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { EXTENSION, STATUS_BAR } from '../../src/editor/ids.ts';
import { runCommand, shot, statusBarItem, type Theme } from '../provision/workbench.ts';
import { HOST, SOURCES } from '../unit/policy/made-up.ts';
import { cutOff, THEMES, widen } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { cardOf, tabOf } from './stage.ts';

const REQUIRED = { 'promptAirlock.requirements': { preset: 'client-nda', retentionDays: 30 } };

describe('Compare Providers', () => {
  const stage = useStage();

  async function open(theme?: Theme): Promise<{ page: Page; table: FrameLocator }> {
    const { page } = await stage.open({
      destination: 'openai/gpt-5',
      settings: REQUIRED,
      ...(theme && { theme }),
    });
    await runCommand(page, 'Prompt Airlock: Compare Providers');
    return { page, table: await tabOf(page, 'comparison') };
  }

  it('weighs every destination against what is required, sorts, and leads on to the sources', async () => {
    const { page, table } = await open();
    await table.getByText('People only if flagged').waitFor();
    const rows = table.locator('tbody tr');
    assert.ok((await rows.count()) >= 32 + 3);
    const openAi = rows.filter({
      has: table.getByRole('button', { name: 'OpenAI API', exact: true }),
      // Its responses have a row of their own.
      hasText: 'gpt-5-mini',
    });
    await openAi.getByText('Fits', { exact: true }).waitFor();
    await openAi.getByText('chosen now').waitFor();
    await openAi.getByRole('img', { name: /Kept up to 30 days/ }).waitFor();
    await openAi
      .locator('.bars')
      .evaluate((bars) => bars.scrollIntoView({ block: 'center', inline: 'center' }));
    await shot(page, 'compare-bars');
    const deepSeek = rows.filter({ has: table.getByRole('button', { name: /DeepSeek/ }) });
    await deepSeek.getByText('Not as required').first().waitFor();

    const grade = table.getByRole('columnheader', { name: 'Grade' });
    assert.equal(await grade.getAttribute('aria-sort'), 'none');
    const fit = table.getByRole('columnheader', { name: 'Your requirements' });
    assert.equal(await fit.getAttribute('aria-sort'), 'ascending');
    await grade.getByRole('button').press('Enter');
    assert.equal(await grade.getAttribute('aria-sort'), 'ascending');
    await grade.getByRole('button').press('Enter');
    assert.equal(await grade.getAttribute('aria-sort'), 'descending');
    await rows.first().locator('.grade').getByText('?', { exact: true }).waitFor();
    await table.getByRole('status').getByText('Grade, worst first').waitFor();

    const mark = deepSeek.locator('.col-training').getByRole('link').first();
    await mark.focus();
    await deepSeek
      .locator('.col-training .tip')
      .getByText(/DeepSeek/)
      .first()
      .waitFor();
    await shot(page, 'compare-source');
    await mark.press('Escape');
    await deepSeek.locator('.col-training .tip').waitFor({ state: 'hidden' });

    await deepSeek.locator('.col-training summary').press('Enter');
    await shot(page, 'compare-details');
    await page.keyboard.press('Escape');
    await deepSeek.locator('.col-training details:not([open])').waitFor();
    await deepSeek.locator('.col-training summary').press('Enter');
    const link = deepSeek.locator('.col-training details').getByRole('link').first();
    await link.press('Enter');
    await page.getByText('Open this address in the browser?').waitFor();
    await page.keyboard.press('Escape');

    await deepSeek.getByRole('button', { name: /DeepSeek/ }).click();
    await page.locator('.tab', { hasText: 'Policy: DeepSeek' }).waitFor();
  });

  for (const theme of THEMES) {
    it(`holds wide and at 300 px, in ${theme}`, async () => {
      const { page, table } = await open(theme);
      await table.getByText('People only if flagged').waitFor();
      for (const width of [1552, 900, 700, 300]) {
        await widen(page, table, width);
        await shot(page, `compare-${theme}-${width}`);
        if (width <= 700) assert.deepEqual(await cutOff(table), [], `at ${width} px`);
      }
    });
  }

  it('sends nothing while the organisation’s catalogue cannot be used, and takes it over once it can', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airlock-catalogue-'));
    const file = join(folder, 'catalogue.json');
    const groq = { ...HOST, id: 'groq', name: 'Groq, our contract', hosts: ['api.groq.com'] };
    const write = (provider: object): void => {
      const content = { schema: 'ai-data-policy/1', sources: SOURCES.sources, providers: { groq: provider } };
      writeFileSync(file, JSON.stringify(content, null, 2));
    };
    write({ ...groq, baseCites: [] });
    try {
      const { page, panel } = await stage.open({
        destination: 'openai/gpt-5',
        settings: { ...REQUIRED, 'promptAirlock.catalogue.file': file },
        anew: true,
      });
      const status = statusBarItem(page, `${EXTENSION}.${STATUS_BAR}`);
      await status.getByText('Catalogue not in force').waitFor({ timeout: 60_000 });
      await panel.getByText(/catalogue\.json:\d+:\d+\): providers\.groq\.baseCites: cites nothing/).waitFor();
      await runCommand(page, 'Prompt Airlock: Compare Providers');
      const table = await tabOf(page, 'comparison');
      await table
        .getByRole('alert')
        .getByText(/cannot be used/)
        .waitFor();
      await shot(page, 'catalogue-refused');
      write(groq);
      // It is read from the server's machine, whose maker could have written it: the user is asked, once for what it says.
      await page
        .getByText(/lies on another machine here/)
        .first()
        .waitFor({ timeout: 60_000 });
      await table
        .getByRole('alert')
        .getByText(/until you say that it is yours/)
        .waitFor();
      await shot(page, 'catalogue-elsewhere');
      await page.getByRole('button', { name: 'It Is Ours' }).click();
      await status.getByText('gpt-5').waitFor({ timeout: 60_000 });
      await table.getByRole('button', { name: 'Groq, our contract' }).waitFor();
      assert.equal(await table.getByRole('alert').count(), 0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('opens from the card', async () => {
    const { page } = await stage.open({
      destination: 'nvidia/nvidia/nemotron-4-340b-instruct',
      settings: REQUIRED,
    });
    await runCommand(page, 'Prompt Airlock: Show Policy');
    const card = await cardOf(page);
    await card.getByText('What you require').waitFor();
    await shot(page, 'card-nvidia');
    await card.locator('.contradiction').first().scrollIntoViewIfNeeded();
    await shot(page, 'card-nvidia-contradiction');
    await card.getByRole('button', { name: 'Compare providers' }).click();
    await page.locator('.tab', { hasText: 'Compare Providers' }).waitFor();
  });

  it('asks on the card what would settle the policy, and goes by the answer', async () => {
    const { page } = await stage.open({ destination: 'gemini/gemini-2.5-pro' });
    await runCommand(page, 'Prompt Airlock: Show Policy');
    const card = await cardOf(page);
    await card.getByText('Is your Gemini key on a paid plan?').waitFor();
    await card.getByText('May be used to improve models').first().waitFor();
    await shot(page, 'card-question');
    await card.getByRole('button', { name: 'Answer…' }).click();
    const choices = page.locator('.quick-input-list');
    // The list slides in; what can be clicked stands still.
    await choices.getByText(/^paid ·/).click({ trial: true });
    await shot(page, 'card-question-answers');
    await choices.getByText(/^paid ·/).click();
    await card.getByText('Is your Gemini key on a paid plan?').waitFor({ state: 'detached' });
  });
});
