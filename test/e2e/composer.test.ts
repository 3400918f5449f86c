import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { composerShows, enter } from './stage.ts';

const TOKEN = githubToken(4);

describe('the composer', () => {
  const stage = useStage();

  const areaOf = (panel: FrameLocator) => panel.getByRole('textbox', { name: 'Prompt' });

  async function type(page: Page, panel: FrameLocator, text: string): Promise<void> {
    await areaOf(panel).click();
    await page.keyboard.type(text);
  }

  /** What is marked, in the order of the text. */
  const marked = (panel: FrameLocator): Promise<string[]> =>
    panel.locator('main').evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight] as Range[])
        .sort((a, b) => a.startOffset - b.startOffset)
        .map(String),
    );

  async function untilMarked(panel: FrameLocator, texts: readonly string[]): Promise<void> {
    const start = Date.now();
    while (JSON.stringify(await marked(panel)) !== JSON.stringify(texts)) {
      if (Date.now() - start > 15_000) assert.deepEqual(await marked(panel), texts);
      await panel.locator('main').evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  const caret = (panel: FrameLocator): Promise<number[]> =>
    areaOf(panel).evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd]);

  it('marks what is found while it is typed, keeps the marks in place, and leaves caret and undo alone', async () => {
    const { page, panel } = await stage.open();
    await type(page, panel, `Ask ${EMAIL} about it`);
    await untilMarked(panel, [EMAIL]);
    await panel.getByRole('button', { name: /^1 found · 1 personal$/ }).waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Please: ');
    assert.deepEqual(await marked(panel), [EMAIL], 'the mark goes with what it marks');
    assert.deepEqual(await caret(panel), [8, 8]);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` and ${TOKEN}`);
    await untilMarked(panel, [EMAIL, TOKEN]);
    await shot(page, 'composing');
    const whole = await areaOf(panel).inputValue();
    assert.equal(whole, `Please: Ask ${EMAIL} about it and ${TOKEN}`);
    for (let times = 0; times < 80 && (await areaOf(panel).inputValue()) !== ''; times++)
      await page.keyboard.press('Control+Z');
    assert.equal(await areaOf(panel).inputValue(), '', 'all of it can be undone');
    await untilMarked(panel, []);
    for (let times = 0; times < 80 && (await areaOf(panel).inputValue()) !== whole; times++)
      await page.keyboard.press('Control+Y');
    assert.equal(await areaOf(panel).inputValue(), whole, 'and done again');
    await untilMarked(panel, [EMAIL, TOKEN]);
    assert.equal(stage.model.arrived.length, 0, 'nothing was sent');
  });

  it('opens what a mark marks by a click, with the caret where the click put it', async () => {
    const { page, panel } = await stage.open();
    await type(page, panel, `Ask ${EMAIL} about it and ${TOKEN}`);
    await untilMarked(panel, [EMAIL, TOKEN]);
    const box = await panel.locator('main').evaluate((_main, value) => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const { left, top, width, height } =
        ranges.find((one) => String(one) === value)?.getClientRects()[0] ?? new DOMRect();
      const area = document.querySelector('textarea')?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2 - area.left, y: top + height / 2 - area.top };
    }, EMAIL);
    await areaOf(panel).click({ position: box });
    const row = panel.locator('.found-row[aria-current="true"]');
    await row.getByText('E-mail address').waitFor();
    await row.getByRole('button', { name: 'Leave as is, this once' }).waitFor();
    assert.ok(
      await areaOf(panel).evaluate((area) => area === document.activeElement),
      'one can go on typing',
    );
    const [start = 0, end = 0] = await caret(panel);
    assert.ok(start === end && start > 4 && start < 4 + EMAIL.length, `the caret is at ${start}`);
    await shot(page, 'composing-mark-pressed');
    await areaOf(panel).click({ position: { x: 20, y: 12 } });
    assert.equal(await row.count(), 1, 'a click beside a mark opens nothing else');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('!');
    await row.waitFor({ state: 'detached' });
  });

  it('goes through what was found by F8, and back to the caret by Escape or Enter', async () => {
    const { page, panel } = await stage.open();
    const text = `Ask ${EMAIL} about it and ${TOKEN}`;
    await type(page, panel, text);
    await untilMarked(panel, [EMAIL, TOKEN]);
    await page.keyboard.press('Control+Home');
    const current = panel.locator('.found-row[aria-current="true"]:focus');
    await page.keyboard.press('F8');
    await current.getByText('E-mail address').waitFor();
    await page.keyboard.press('F8');
    await current.getByText('GitHub token').waitFor();
    await page.keyboard.press('F8');
    await current.getByText('E-mail address').waitFor();
    await page.keyboard.press('Shift+F8');
    await current.getByText('GitHub token').waitFor();
    await page.keyboard.press('Escape');
    await areaOf(panel).and(panel.locator(':focus')).waitFor();
    assert.deepEqual(await caret(panel), [0, 0]);
    await page.keyboard.press('Shift+F8');
    await current.getByText('GitHub token').waitFor();
    await page.keyboard.press('Enter');
    await areaOf(panel).and(panel.locator(':focus')).waitFor();
    assert.deepEqual(await caret(panel), [text.length - TOKEN.length, text.length]);
    await page.keyboard.type('no token');
    await untilMarked(panel, [EMAIL]);
    assert.equal(stage.model.arrived.length, 0, 'nothing was sent');
  });

  it('recalls earlier prompts of the conversation as they were typed, and comes forward again', async () => {
    const { page, panel } = await stage.open();
    const first = `What is with ${EMAIL}?`;
    await enter(page, panel, first);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    await enter(page, panel, 'one\ntwo');
    await panel.locator('airlock-turn').nth(3).getByText('ok').waitFor();
    const area = areaOf(panel);
    const shows = async (text: string): Promise<void> => {
      await composerShows(panel, text);
      assert.equal(await area.inputValue(), text);
    };
    await area.click();
    await page.keyboard.press('ArrowUp');
    await shows('one\ntwo');
    await page.keyboard.press('ArrowUp');
    await shows(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await shows('one\ntwo');
    await page.keyboard.press('ArrowUp');
    assert.deepEqual(await caret(panel), [3, 3], 'on its second line Up goes up a line');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await shows('');
    await page.keyboard.press('ArrowUp');
    await shows('one\ntwo');
    // What a busy browser does: a timer set at one key runs after the next one has moved the caret back.
    await area.evaluate((element: HTMLTextAreaElement) => {
      const press = (key: string, from: number, to: number): void => {
        element.setSelectionRange(from, from);
        element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        element.setSelectionRange(to, to);
      };
      press('ArrowUp', 7, 3);
      press('ArrowDown', 3, 7);
    });
    await page.keyboard.press('ArrowDown');
    await shows('');
    await page.keyboard.press('ArrowUp');
    await shows('one\ntwo');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowDown');
    await shows('');
    await page.keyboard.type('mine');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('!');
    assert.match(await area.inputValue(), /^!?mine!?$/, 'what was typed stays');
  });

  it('grows with its text as far as a third of the panel, and Shift+Enter breaks the line', async () => {
    const { page, panel } = await stage.open();
    const area = areaOf(panel);
    await area.click();
    const height = (): Promise<number> =>
      panel.locator('.writing').evaluate(({ clientHeight }) => clientHeight);
    const low = await height();
    for (let line = 0; line < 6; line++) {
      await page.keyboard.type(`line ${line}`);
      await page.keyboard.press('Shift+Enter');
    }
    const high = await height();
    assert.ok(high > low + 60, `${low} and then ${high} px`);
    for (let line = 0; line < 40; line++) await page.keyboard.press('Shift+Enter');
    assert.ok(
      (await height()) <= (await panel.locator('main').evaluate(({ clientHeight }) => clientHeight)) * 0.36,
    );
    assert.equal((await area.inputValue()).split('\n').length, 47);
    assert.equal(stage.model.arrived.length, 0);
  });

  it('takes a paste of five megabytes, goes on taking keys, and loses nothing of it', async () => {
    const { page, panel } = await stage.open();
    const lines = Array.from(
      { length: 55_000 },
      (_, i) => `${i} the worker started, and nobody knows why it stopped then, at ${i} of ${i}.`,
    );
    const text = `${lines.join('\n').slice(0, 5 * 1024 * 1024)}\n${TOKEN}`;
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await type(page, panel, 'Why? ');
    await page.keyboard.press('Control+V');
    const chip = panel.locator('.attached').getByText('Pasted text');
    await chip.waitFor();
    const before = Date.now();
    await page.keyboard.type('Tell me.');
    assert.equal(await areaOf(panel).inputValue(), 'Why? Tell me.');
    assert.ok(Date.now() - before < 5_000, 'it takes keys while it is looked through');
    await panel.getByRole('button', { name: /^1 found · 1 secret$/ }).waitFor({ timeout: 60_000 });
    await shot(page, 'composing-pasted');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Redact 1 and send' }).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor({ timeout: 60_000 });
    const { messages } = JSON.parse(stage.model.arrived.at(-1)?.body ?? '{}') as { messages: unknown[] };
    const sent = JSON.stringify(messages);
    assert.ok(
      sent.includes(JSON.stringify(text.replace(TOKEN, 'GITHUB_TOKEN_1')).slice(1, -1)),
      'all of it was sent',
    );
    assert.ok(!sent.includes(TOKEN));
  });
});
