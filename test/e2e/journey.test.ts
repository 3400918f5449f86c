import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator } from 'playwright-core';
import { EXTENSION, STATUS_BAR } from '../../src/editor/ids.ts';
import { shot, statusBarItem } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { cardOf, enter } from './stage.ts';

const TOKEN = githubToken(1);

/** What is marked in the composer, in the order of the text. */
function marksIn(panel: FrameLocator): Promise<string[]> {
  return panel.locator('body').evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .sort((a, b) => a.startOffset - b.startOffset)
      .map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.textContent ?? '').slice(startOffset, endOffset),
      ),
  );
}

describe('the journey of a prompt', () => {
  const stage = useStage();

  it('begins with a dry run that shows the exact request', async () => {
    const { page, panel } = await stage.open({ destination: 'dry-run:openai/gpt-5', anew: true });
    await panel.getByText('Nothing leaves unexamined').waitFor();
    await panel.getByText('Not used for training unless you opt in').waitFor();
    await shot(page, 'first-start-dark');
    await enter(page, panel, `Why does this insert fail for ${EMAIL}?`);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    const request = panel.locator('.rehearsal');
    await request.waitFor();
    const shown = (await request.innerText()).replace(/\s+/g, ' ');
    assert.ok(shown.includes('POST https://api.openai.com/v1/chat/completions'), shown);
    assert.ok(shown.includes('"model": "gpt-5"') && shown.includes('EMAIL_1'), shown);
    assert.ok(!shown.includes(EMAIL));
    await shot(page, 'dry-run-dark');
  });

  it('marks, redacts, sends and restores: the server sees stand-ins, the user sees values', async () => {
    stage.model.answer = {
      pieces: [
        'The token GITHUB_TO',
        'KEN_1 of **EMA',
        'IL_1** has expired.\n\n```sh\nexport TOKEN=GITHUB_TOKEN_1\n```\n',
      ],
    };
    const { page, panel } = await stage.open();
    const prompt = `Why is ${TOKEN} refused for ${EMAIL}?`;
    await enter(page, panel, prompt);
    await panel.getByText('2 found · 1 secret, 1 personal', { exact: true }).waitFor();
    assert.deepEqual(await marksIn(panel), [TOKEN, EMAIL]);
    for (const text of [
      'GitHub token',
      'E-mail address',
      'Secret',
      'Personal',
      'reads and writes repositories',
    ]) {
      await panel.locator('.review').getByText(text).first().waitFor();
    }
    for (const name of ['Redact 2 and send', 'Edit', 'Send as is', 'Change destination']) {
      await panel.getByRole('button', { name }).waitFor();
    }
    assert.equal(stage.model.arrived.length, 0);
    await shot(page, 'review-dark');
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();

    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByText('has expired').waitFor();
    await answer.locator('code').getByText(`export TOKEN=${TOKEN}`).waitFor();
    assert.ok((await answer.innerText()).includes(`The token ${TOKEN} of ${EMAIL} has expired.`));
    assert.equal(
      stage.model.arrived[0]?.body,
      '{"model":"made-up-model","messages":[{"role":"user","content":"Why is GITHUB_TOKEN_1 refused for EMAIL_1?"}],"stream":true}',
    );
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), '');
    await shot(page, 'answer-dark');
  });

  it('sends by Enter again what was reviewed', async () => {
    const { page, panel } = await stage.open();
    await enter(page, panel, `mail ${EMAIL}`);
    await panel.getByText('1 found · 1 personal', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.ok(stage.model.arrived[0]?.body.includes('mail EMAIL_1'));
  });

  it('blocks a secret where nothing is known of the host: the server sees nothing', async () => {
    const { page, panel } = await stage.open({ destination: 'custom/unstated', theme: 'light' });
    await enter(page, panel, `Is ${TOKEN} still valid?`);
    await panel.getByRole('alert').getByText('Blocked').waitFor();
    assert.equal(await panel.getByRole('button', { name: 'Send as is' }).count(), 0);
    await shot(page, 'blocked-light');
    await page.keyboard.press('Escape');
    await panel.getByRole('alert').waitFor({ state: 'detached' });
    assert.equal(
      await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(),
      `Is ${TOKEN} still valid?`,
    );
    assert.equal(stage.model.arrived.length, 0);
  });

  it('asks for a key when it is first needed, and keeps the prompt where none is given', async () => {
    const { page, panel } = await stage.open({ destination: 'custom/keyed', spoils: true });
    await enter(page, panel, 'hello');
    const input = page.locator('.quick-input-widget input');
    await page.getByText('API key for 127.0.0.1').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('alert').getByText('No API key').waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'hello');
    await shot(page, 'no-key-dark');
    await panel.getByRole('button', { name: 'Set API key' }).click();
    await input.fill('made-up-key');
    await page.keyboard.press('Enter');
    await panel.getByRole('alert').waitFor({ state: 'detached' });
    await enter(page, panel, '');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(stage.model.arrived[0]?.headers.authorization, 'Bearer made-up-key');
  });

  it('says what happened when the host refuses, and puts the prompt back', async () => {
    stage.model.answer = { status: 401 };
    const { page, panel } = await stage.open();
    await enter(page, panel, 'hello again');
    await panel.getByRole('alert').getByText('API key refused').waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'hello again');
    await shot(page, 'refused-dark');
  });

  it('says in the status bar where prompts go, and opens the whole policy with its sources', async () => {
    const { page, panel } = await stage.open({
      destination: 'nvidia/nvidia/nemotron-4-340b-instruct',
      theme: 'light',
    });
    await panel.getByText('3.3(iv)').waitFor();
    const item = statusBarItem(page, `${EXTENSION}.${STATUS_BAR}`);
    await item.getByText('may train').waitFor();
    assert.match((await item.getAttribute('class')) ?? '', /error-kind/);
    await item.click();
    const card = await cardOf(page);
    await card.getByRole('heading', { name: 'Facts in force' }).waitFor();
    const links = await card
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('title') ?? ''));
    assert.ok(links.length > 3 && links.every((href) => href.startsWith('https://')));
    await shot(page, 'card-light');
    await card.getByRole('link').first().click();
    await page.getByText('Open this address in the browser?').waitFor();
    await page
      .getByText(links[0] ?? 'an address')
      .last()
      .waitFor();
    await page.keyboard.press('Escape');
  });
});
