import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { EXTENSION } from '../../src/editor/ids.ts';
import type { Outcome } from '../../src/wire/ledger/ledger.ts';
import { endedLine, sentLine } from '../../src/wire/ledger/line.ts';
import type { Receipt } from '../../src/wire/receipt.ts';
import { runCommand, shot, type Theme, type Workbench } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { receiptOf } from '../unit/wire/ledger/receipts.ts';
import { enter, openWith, panelOf, setStage, type Stage } from './stage.ts';

const THEMES: readonly Theme[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const DAY = 86_400_000;

async function ledgerOf(page: Page): Promise<FrameLocator> {
  const frame = page
    .locator(`iframe.webview.ready[src*="extensionId=${EXTENSION}"]`)
    .nth(1)
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
  await frame.locator('main.ledger').waitFor({ timeout: 60_000 });
  return frame;
}

/** Gives the editor the whole window, and the window so much that the editor is as wide as asked for. */
async function widen(page: Page, frame: FrameLocator, width: number): Promise<void> {
  for (const [part, name] of [
    ['.part.sidebar', 'Primary'],
    ['.part.auxiliarybar', 'Secondary'],
  ] as const) {
    if (await page.locator(part).isVisible())
      await runCommand(page, `View: Toggle ${name} Side Bar Visibility`);
  }
  await page.setViewportSize({ width: width + 48, height: 1000 });
  await frame.locator('main.ledger').evaluate(
    (_main, asked) =>
      new Promise<void>((resolve) => {
        const look = (): void =>
          Math.abs(innerWidth - asked) <= 24 ? resolve() : void requestAnimationFrame(look);
        look();
      }),
    width,
  );
}

/** What reaches out of the page sideways. */
function cutOff(frame: FrameLocator): Promise<string[]> {
  return frame.locator('body').evaluate((body) =>
    [...body.querySelectorAll('main.ledger :not(svg *)')]
      .filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 1 || left < -1) && !element.closest('.unseen');
      })
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`),
  );
}

const day = (inDays: number): string => new Date(Date.now() + inDays * DAY).toISOString().slice(0, 10);

/** The lines of a made-up ledger: so many requests over the last days, to destinations of every sort. */
function madeUp(count: number, days: number): string {
  const places: readonly Partial<Receipt>[] = [
    { to: 'openai', provider: 'openai-api' },
    {
      to: 'anthropic',
      provider: 'anthropic-api',
      model: 'claude-sonnet-4-5',
      host: 'api.anthropic.com',
      findings: [],
      redacted: 0,
      letThrough: 0,
    },
    {
      to: 'deepinfra',
      provider: 'deepinfra',
      model: 'meta-llama/Llama-3.3-70B-Instruct',
      host: 'api.deepinfra.com',
      held: { content: { is: 'nothing' }, flagged: null },
    },
    {
      to: 'nvidia',
      provider: 'nvidia-api-catalog',
      model: 'meta/llama-3.3-70b-instruct',
      host: 'integrate.api.nvidia.com',
      held: { content: { is: 'open', why: 'unknown' }, flagged: null },
      findings: [{ class: 'secret', redacted: 0, letThrough: 1 }],
      redacted: 0,
    },
    {
      to: 'custom/lab',
      provider: null,
      model: 'made-up-model',
      host: 'lab.example.com',
      held: { content: { is: 'open', why: 'until-deleted' }, flagged: null },
    },
  ];
  const endings: readonly Omit<Outcome, 'at'>[] = [
    { how: 'complete', sent: 'yes', status: 200, requestId: 'req_011CabcDEF' },
    { how: 'complete', sent: 'yes', status: 200, requestId: 'chatcmpl-0815' },
    { how: 'stopped', sent: 'yes', status: 200 },
    { how: 'failed', sent: 'yes', status: 429, reason: 'rate-limited', requestId: 'req_rate_limited' },
    { how: 'failed', sent: 'no', reason: 'unreachable' },
  ];
  const lines: string[] = [];
  for (let n = 0; n < count; n++) {
    const ago = days * (1 - n / count);
    const at = Date.now() - ago * DAY;
    const place = places[(n % 7) % places.length] ?? {};
    // The second of them was used a while ago only.
    if (place.to === 'anthropic' && ago < days * 0.6) continue;
    const keeps: Receipt['held'] = {
      content: { is: 'until', day: day(30 - ago) },
      flagged: place.to === 'anthropic' ? { is: 'until', day: day(730 - ago) } : null,
    };
    const receipt = receiptOf(n, { at, held: keeps, bytes: 700 + ((n * 977) % 90_000), ...place });
    lines.push(sentLine(receipt));
    const ending = endings[((n * 5) % 11) % endings.length];
    if (n % 97 !== 5 && ending) lines.push(endedLine(receipt.id, { at: at + 4_000, ...ending }));
  }
  return `${lines.join('\n')}\n`;
}

describe('Show Ledger', () => {
  let stage: Stage;
  let workbench: Workbench | undefined;

  before(async function () {
    this.timeout(300_000);
    stage = await setStage();
  });
  after(() => stage.close());
  afterEach(async () => {
    await workbench?.close();
    workbench = undefined;
    rmSync(dirname(file()), { recursive: true, force: true });
  });

  const file = (): string =>
    join(stage.editor.dataFolder, 'data/User/globalStorage', EXTENSION, 'ledger/ledger.jsonl');
  const written = (): string => (existsSync(file()) ? readFileSync(file(), 'utf8') : '');

  function seed(text: string): void {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  }

  async function open(settings: object = {}, theme?: Theme): Promise<Page> {
    const { baseUrl } = stage.model;
    workbench = await openWith(
      stage,
      {
        'promptAirlock.customDestinations': [
          { name: 'lab', baseUrl, model: 'made-up-model', key: false, policyOf: 'openai-api' },
        ],
        'promptAirlock.destination': 'custom/lab',
        'promptAirlock.ledger.enabled': true,
        'promptAirlock.ledger.required': false,
        ...settings,
      },
      theme,
    );
    await panelOf(workbench.page);
    return workbench.page;
  }

  async function show(page: Page): Promise<FrameLocator> {
    await runCommand(page, 'Prompt Airlock: Show Ledger');
    return ledgerOf(page);
  }

  it('is empty until something leaves', async () => {
    const page = await open();
    await (await show(page)).getByText('Nothing has left yet.').waitFor();
    await shot(page, 'ledger-empty');
  });

  it('has what left in two lines with nothing of the text', async () => {
    const page = await open();
    const panel = await panelOf(page);
    stage.model.answer = { pieces: ['Said of {last}'] };
    const values = [githubToken(), EMAIL, CARD];
    await enter(page, panel, `Zeppelins of Lindau: ${values.join(', ')}`);
    await shot(page, 'ledger-review');
    await panel.getByRole('button', { name: 'Redact 3 and send' }).click();
    await panel.getByRole('button', { name: /^held until \d{4}-\d{2}-\d{2} at most$/ }).click();
    const ledger = await ledgerOf(page);
    await ledger.getByRole('button', { name: 'lab', exact: true }).waitFor();
    await ledger.getByRole('cell', { name: 'Answered' }).waitFor();
    await ledger.locator('tbody tr').first().getByRole('button').click();
    await shot(page, 'ledger-one');

    const lines = written().trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /"type":"sent"/);
    assert.match(lines[1] ?? '', /"type":"ended".*"how":"complete"/);
    for (const text of [...values, 'Zeppelin', 'Lindau', 'Said of', 'EMAIL_1'])
      assert.ok(!written().includes(text), `a text of ${text.length} characters is in the ledger`);
  });

  it('filters, opens, says what to do, and asks for deletion without a content', async () => {
    seed(`${madeUp(5_000, 200)}{"v":1,"type":"se`);
    const page = await open();
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
      seed(madeUp(400, 60));
      const page = await open({}, theme);
      const ledger = await show(page);
      await ledger.getByRole('img', { name: /^OpenAI: held until/ }).waitFor();
      const lane = ledger.locator('.lanes > li').first();
      await lane.locator('summary').click();
      await ledger.locator('tbody tr').first().getByRole('button').click();
      for (const width of [1400, 700, 300]) {
        await widen(page, ledger, width);
        await shot(page, `ledger-${theme}-${width}`);
        assert.deepEqual(await cutOff(ledger), [], `at ${width} px`);
        if (width === 1400) continue;
        await ledger.locator('#requests').evaluate((element) => element.scrollIntoView());
        await shot(page, `ledger-${theme}-${width}-rows`);
        await ledger.locator('main').evaluate(() => scrollTo(0, 0));
      }
    });
  }

  it('is left as it is where a newer version wrote it', async () => {
    seed('{"v":2,"type":"sent","more":true}\n');
    const page = await open();
    const panel = await panelOf(page);
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
    block();
    const page = await open();
    const panel = await panelOf(page);
    const before = stage.model.arrived.length;
    await enter(page, panel, 'hello');
    await panel.getByText('Not written down').waitFor();
    await panel.getByText(/Your prompt was sent all the same/).waitFor();
    assert.equal(stage.model.arrived.length, before + 1);
    await shot(page, 'ledger-unwritable');
    await panel.getByRole('button', { name: 'Show Ledger' }).click();
    const ledger = await ledgerOf(page);
    await ledger
      .getByRole('alert')
      .getByText(/cannot be read/)
      .waitFor();
  });

  it('stops what it is required for', async () => {
    block();
    const before = stage.model.arrived.length;
    const page = await open({ 'promptAirlock.ledger.required': true });
    const panel = await panelOf(page);
    await enter(page, panel, 'hello again');
    await panel.getByText(/nothing leaves without one/).waitFor();
    await panel.getByText(/Nothing was sent; your text is back in the composer/).waitFor();
    assert.equal(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue(), 'hello again');
    assert.equal(stage.model.arrived.length, before);
    await shot(page, 'ledger-required');
  });
});
