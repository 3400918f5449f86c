import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { EXTENSION } from '../../src/editor/ids.ts';
import { runCommand, shot } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES, widen } from './looks.ts';
import { madeUpLedger } from './made-up-ledger.ts';
import { type Opened, useStage, type Wanted } from './shared-stage.ts';
import { enter, tabOf } from './stage.ts';

describe('Show Ledger', () => {
  const stage = useStage();

  const file = (): string =>
    join(stage.editor.dataFolder, 'data/User/globalStorage', EXTENSION, 'ledger/ledger.jsonl');
  const written = (): string => (existsSync(file()) ? readFileSync(file(), 'utf8') : '');

  function seed(text: string): void {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  }

  function open(wanted: Wanted = {}): Promise<Opened> {
    const { baseUrl } = stage.model;
    return stage.open({
      ...wanted,
      destination: 'custom/lab',
      settings: {
        'promptAirlock.customDestinations': [
          { name: 'lab', baseUrl, model: 'made-up-model', key: false, policyOf: 'openai-api' },
        ],
        'promptAirlock.ledger.enabled': true,
        'promptAirlock.ledger.required': false,
        ...wanted.settings,
      },
    });
  }

  async function show(page: Page): Promise<FrameLocator> {
    await runCommand(page, 'Prompt Airlock: Show Ledger');
    return tabOf(page, 'ledger');
  }

  it('is empty until something leaves', async () => {
    const { page } = await open();
    await (await show(page)).getByText('Nothing has left yet.').waitFor();
    await shot(page, 'ledger-empty');
  });

  it('has what left in two lines with nothing of the text', async () => {
    const { page, panel } = await open();
    stage.model.answer = { pieces: ['Said of {last}'] };
    const values = [githubToken(), EMAIL, CARD];
    await enter(page, panel, `Zeppelins of Lindau: ${values.join(', ')}`);
    await shot(page, 'ledger-review');
    await panel.getByRole('button', { name: 'Redact 3 and send' }).click();
    await panel.getByText(/^held until \d{4}-\d{2}-\d{2} at most$/).waitFor();
    await panel.getByRole('button', { name: 'Receipt' }).click();
    const ledger = await tabOf(page, 'ledger');
    await ledger.getByRole('button', { name: 'lab', exact: true }).waitFor();
    await ledger.getByRole('cell', { name: 'Answered', exact: true }).waitFor();
    await shot(page, 'ledger-one');

    const lines = written().trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /"type":"sent"/);
    assert.match(lines[1] ?? '', /"type":"ended".*"how":"complete"/);
    for (const text of [...values, 'Zeppelin', 'Lindau', 'Said of', 'EMAIL_1'])
      assert.ok(!written().includes(text), `a text of ${text.length} characters is in the ledger`);
  });

  it('filters, opens, says what to do, and asks for deletion without a content', async () => {
    const { page } = await open();
    seed(`${madeUpLedger(5_000, 200)}{"v":1,"type":"se`);
    const ledger = await show(page);
    await ledger.getByText(/are damaged|that are damaged/).waitFor();
    await ledger.getByRole('img', { name: /^OpenAI: held until/ }).waitFor();
    await shot(page, 'ledger-many');
    const rows = ledger.locator('tbody tr:not(.more)');
    assert.equal(await rows.count(), 100);
    await ledger.getByRole('button', { name: 'Next page' }).click();
    await ledger.getByText('101 to 200').waitFor();

    const destination = ledger.getByRole('combobox', { name: 'Destination' });
    await destination.selectOption({ label: 'NVIDIA API Catalog' });
    await ledger.getByRole('combobox', { name: 'Ended' }).selectOption({ label: 'Failed' });
    await ledger.getByRole('searchbox', { name: 'Search' }).fill('rate_limited');
    const first = rows.first().getByRole('button');
    await first.press('Enter');
    assert.equal(await first.getAttribute('aria-expanded'), 'true');
    await ledger.getByText('Failed (rate-limited, 429). It had arrived.').waitFor();
    await shot(page, 'ledger-filtered');
    await ledger.getByRole('searchbox', { name: 'Search' }).fill('nothing like it');
    await ledger.getByText('No request is like that.').waitFor();
    await ledger.getByRole('button', { name: 'Show all' }).click();

    await ledger.getByRole('columnheader', { name: 'Size' }).getByRole('button').press('Enter');
    assert.equal(
      await ledger.getByRole('columnheader', { name: 'Size' }).getAttribute('aria-sort'),
      'descending',
    );

    const openAi = ledger.locator('.lanes > li', {
      has: ledger.getByRole('button', { name: 'OpenAI', exact: true }),
    });
    await openAi.locator('summary').press('Enter');
    await openAi.getByRole('link', { name: /privacy requests/ }).waitFor();
    await shot(page, 'ledger-todo');
    await openAi.getByRole('button', { name: 'Copy deletion request' }).click();
    await page
      .locator('.notification-toast')
      .getByText(/A deletion request with \d+ requests is in the clipboard/)
      .waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^To OpenAI:\n/);
    assert.match(copied, /\treq_011CabcDEF\tgpt-5\n/);
    await openAi.getByRole('link', { name: /privacy requests/ }).press('Enter');
    await page.getByText('Open this address in the browser?').waitFor();
    await page.getByText('https://privacy.openai.com/').waitFor();
    await page.keyboard.press('Escape');
  });

  for (const theme of THEMES) {
    it(`holds wide and at 300 px, in ${theme}`, async () => {
      const { page } = await open({ theme });
      seed(madeUpLedger(400, 60));
      const ledger = await show(page);
      await ledger.getByRole('img', { name: /^OpenAI: held until/ }).waitFor();
      const lane = ledger.locator('.lanes > li').first();
      await lane.locator('summary').click();
      await ledger.locator('tbody tr').first().getByRole('button').click();
      for (const width of [1400, 700, 300]) {
        await widen(page, ledger, width);
        await shot(page, `ledger-${theme}-${width}`);
        assert.deepEqual(await cutOff(ledger, '.unseen, svg *'), [], `at ${width} px`);
        if (width === 1400) continue;
        await ledger.locator('#requests').evaluate((element) => element.scrollIntoView());
        await shot(page, `ledger-${theme}-${width}-rows`);
        await ledger.locator('main').evaluate(() => scrollTo(0, 0));
      }
    });
  }

  it('is left as it is where a newer version wrote it', async () => {
    // A file whose version was looked at is not looked at again.
    const { page, panel } = await open({ anew: true });
    seed('{"v":2,"type":"sent","more":true}\n');
    await enter(page, panel, 'hello');
    await panel.getByText('Another ledger begun').waitFor();
    const ledger = await show(page);
    await ledger.getByText(/Lines of a newer version/).waitFor();
    await shot(page, 'ledger-newer');
    assert.match(written(), /^\{"v":1,"type":"sent"/);
  });

  function block(): void {
    rmSync(dirname(file()), { recursive: true, force: true });
    mkdirSync(dirname(dirname(file())), { recursive: true });
    writeFileSync(dirname(file()), 'a file where the folder should be');
  }

  it('is missed aloud where it cannot be written to, and the prompt is sent', async () => {
    const { page, panel } = await open();
    block();
    const before = stage.model.arrived.length;
    await enter(page, panel, 'hello');
    await panel.getByText('Not written down').waitFor();
    await panel.getByText(/Your prompt was sent all the same/).waitFor();
    assert.equal(stage.model.arrived.length, before + 1);
    await shot(page, 'ledger-unwritable');
    await panel.getByRole('button', { name: 'Show Ledger' }).click();
    const ledger = await tabOf(page, 'ledger');
    await ledger
      .getByRole('alert')
      .getByText(/cannot be read/)
      .waitFor();
  });

  it('stops what it is required for', async () => {
    const before = stage.model.arrived.length;
    const { page, panel } = await open({ settings: { 'promptAirlock.ledger.required': true } });
    block();
    await enter(page, panel, 'hello again');
    await panel.getByText(/nothing leaves without one/).waitFor();
    await panel.getByText(/Nothing was sent; your text is back in the composer/).waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'hello again');
    assert.equal(stage.model.arrived.length, before);
    await shot(page, 'ledger-required');
  });
});
