import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Page } from 'playwright-core';
import { pickInList, runCommand, shot } from '../provision/workbench.ts';
import { LLAMA_CPP, LM_STUDIO_ONE } from '../servers/local-answers.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../servers/ollama-server.ts';
import { cutOff } from './looks.ts';
import { type Opened, useStage, type Wanted } from './shared-stage.ts';
import { composerShows, destinationsAt, dragPanelTo, enter } from './stage.ts';

/** Made up, of the form that Groq gives its keys. */
const KEY = `gsk_${'bTq7Zr2KxW9mHc4VdY5gLp8Jn3sFa6Ek'.repeat(2).slice(0, 52)}`;

describe('destinations that are found, and keys', () => {
  const stage = useStage();
  let servers: readonly LocalServer[];

  before(async () => {
    servers = await Promise.all([
      startLocalServer(OLLAMA, { port: 11434 }),
      startLocalServer(LM_STUDIO_ONE, { port: 1234 }),
      startLocalServer(LLAMA_CPP, { port: 8080, name: 'llama.cpp' }),
    ]);
  });
  after(() => Promise.all(servers.map((server) => server.close())));

  function open(wanted: Wanted): Promise<Opened> {
    const key = 'promptAirlock.customDestinations';
    const custom = destinationsAt(stage.model)[key];
    // The window may be one onto another machine, where loopback is asked only if it is said to be the user's.
    const mine = [11434, 1234, 8080].map((port) => ({
      name: `mine ${port}`,
      baseUrl: `http://127.0.0.1:${port}/v1`,
      model: 'any',
      key: false,
      mine: true,
    }));
    return stage.open({
      ...wanted,
      settings: { [key]: [...(Array.isArray(custom) ? custom : []), ...mine] },
    });
  }

  const list = (page: Page) => page.locator('.quick-input-widget .quick-input-list');

  for (const theme of ['dark', 'light', 'high-contrast'] as const) {
    it(`look right, in ${theme}`, async () => {
      const { page, panel } = await open({ theme });
      await runCommand(page, 'Prompt Airlock: Choose Destination');
      for (const name of [
        'Ollama · llama3.3:latest',
        'LM Studio · google/gemma-3-12b',
        'llama.cpp · qwen3-8b',
      ])
        await list(page).getByText(name, { exact: true }).waitFor();
      await list(page)
        .getByText(/· forwarded to ollama\.com · /)
        .first()
        .waitFor();
      await shot(page, `found-servers-${theme}`);
      await pickInList(page, 'List the models of OpenAI');
      await list(page).getByText('Ask api.openai.com for its models').waitFor();
      await shot(page, `models-${theme}`);
      await page.keyboard.press('Escape');

      await enter(page, panel, `Why does ${KEY} get a 401?`);
      await panel.getByText(/^This looks like your API key for Groq/).waitFor();
      for (const width of [300, 420, 800]) {
        await dragPanelTo(page, width);
        await shot(page, `pasted-key-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `at ${width} px`);
      }
    });
  }

  it('are kept, taken out of the text, tested and forgotten', async () => {
    const { page, panel } = await open({ spoils: true });
    const composer = panel.getByRole('textbox', { name: 'Prompt' });
    await enter(page, panel, `Why does ${KEY} get a 401?`);
    await panel.getByRole('button', { name: 'Keep and take out' }).click();
    await page.getByText('The key for Groq is kept in the secret storage of the editor.').first().waitFor();
    assert.equal(await composer.inputValue(), 'Why does  get a 401?');
    assert.equal(await panel.getByRole('button', { name: 'Keep and take out' }).count(), 0);
    await composer.click();
    await page.keyboard.press('ControlOrMeta+z');
    await composerShows(panel, `Why does ${KEY} get a 401?`);

    await runCommand(page, 'Prompt Airlock: Set API Key');
    await list(page).getByText('kept', { exact: true }).waitFor();
    await shot(page, 'key-owners');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Prompt Airlock: Forget API Key');
    await list(page).getByText('api.groq.com').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('The key for Groq is forgotten.').first().waitFor();
    await runCommand(page, 'Prompt Airlock: Forget API Key');
    await page.getByText('No API key is kept.').first().waitFor();
  });

  it('are asked for where a prompt was refused, though another destination is chosen by then', async () => {
    stage.model.answer = { status: 401 };
    const { page, panel } = await open({ destination: 'custom/keyed', spoils: true });
    await enter(page, panel, 'hello');
    await page.getByText('API key for 127.0.0.1').waitFor({ timeout: 60_000 });
    const input = page.locator('.quick-input-widget input').first();
    await input.fill('made-up key');
    await page.getByText('A key has no blanks, no line breaks').waitFor();
    await shot(page, 'key-refused-input');
    await input.fill('made-up-key');
    await page.keyboard.press('Enter');
    await panel.getByText('API key refused').waitFor();
    await shot(page, 'key-refused');
    await runCommand(page, 'Prompt Airlock: Test API Key');
    await list(page).getByText('the destination chosen').waitFor();
    await page.keyboard.press('Enter');
    await page
      .getByText(/refuses the key that is kept \(status 401\)/)
      .first()
      .waitFor();
    await shot(page, 'key-tested');
    await runCommand(page, 'Prompt Airlock: Choose Destination');
    await input.fill('stated · made-up-model');
    await list(page).locator('.monaco-list-row[aria-label^="stated · made-up-model"]').first().click();
    await panel.getByText('stated · made-up-model').first().waitFor();
    await panel.getByRole('button', { name: 'Set API key' }).click();
    await page.getByText(`API key for ${new URL(stage.model.baseUrl).host}`).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(stage.model.arrived.at(-1)?.headers.authorization, 'Bearer made-up-key');
  });
});
