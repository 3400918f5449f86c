import type { Page } from 'playwright-core';
import { proseText } from '../redact-texts.ts';
import { browserFor, openPage } from './page.ts';

const LENGTH = 20_000;
const FINDINGS = 60;
/** Keys in a row, and rows; after each row there is a pause in which what was typed is looked through and marked. */
const IN_A_ROW = 10;
const ROWS = 24;
const BETWEEN = 400;

/** A frame comes as soon as it is wanted, so that no wait for the screen hides what a key costs. */
const AT_ONCE = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];

/** What one key cost. */
export interface Key {
  /** Work of the page's main thread from the event to the frame that shows it, in milliseconds of the processor. */
  readonly busy: number;
  /** By the clock, which on a busy machine counts what others do as well. */
  readonly clock: number;
}

/** What keys cost in the composer and in a plain text area of the same page. */
export interface Keystrokes {
  readonly composer: readonly Key[];
  readonly plain: readonly Key[];
  /** From what the extension says of a text to the end of the frame that marks it, in milliseconds. */
  readonly marked: readonly number[];
  /** From a key after which there is a pause to the end of that frame. */
  readonly paused: readonly number[];
  readonly marks: number;
}

/** Types into the middle of a long text with findings, in the composer and beside it by turns. */
export async function measureKeystrokes(): Promise<Keystrokes> {
  const browser = await browserFor(AT_ONCE);
  try {
    const { page, extension } = await openPage(browser);
    const busy = await workOf(page);
    await page.evaluate(watchKeys);
    const text = textWithFindings();
    extension.chat.replaceDraft(text);
    await page.waitForFunction(areMarked, FINDINGS);
    await page.evaluate(addPlain, text);
    const marks = await page.evaluate(countMarks);
    const composer: Key[] = [];
    const plain: Key[] = [];
    for (let row = 0; row < ROWS; row++) {
      const inComposer = await typeRow(page, busy, 'airlock-prompt');
      const inPlain = await typeRow(page, busy, 'plain');
      // The first rows warm it up.
      if (row < 4) continue;
      composer.push(...inComposer);
      plain.push(...inPlain);
    }
    if ((await page.evaluate(countMarks)) < FINDINGS) throw new Error('The marks are gone.');
    const { marked, paused } = await page.evaluate(() => ({ marked: window.marked, paused: window.paused }));
    return { composer, plain, marked, paused, marks };
  } finally {
    await browser.close();
  }
}

async function typeRow(page: Page, busy: () => Promise<number>, id: string): Promise<Key[]> {
  await page.locator(`#${id}`).evaluate((area: HTMLTextAreaElement, middle) => {
    area.focus();
    area.setSelectionRange(middle, middle);
  }, LENGTH / 2);
  await page.evaluate(() => void (window.taken = []));
  const keys: Key[] = [];
  for (let key = 0; key < IN_A_ROW; key++) {
    const before = await busy();
    await page.keyboard.press(key % 5 === 4 ? 'Space' : 'KeyA');
    await page.waitForFunction((count) => window.taken.length === count, key + 1);
    keys.push({ busy: (await busy()) - before, clock: await page.evaluate(() => window.taken.at(-1) ?? 0) });
  }
  // The length stays what it is, and what was typed is looked through before the next row.
  for (let key = 0; key < IN_A_ROW; key++) await page.keyboard.press('Backspace');
  await page.waitForFunction(
    ([of, length]) => (document.getElementById(of) as HTMLTextAreaElement | null)?.value.length === length,
    [id, LENGTH] as const,
  );
  await page.waitForTimeout(BETWEEN);
  return keys;
}

/** How long the page's main thread has worked so far, by the processor's time and in milliseconds. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}

function textWithFindings(): string {
  const each = Math.floor(LENGTH / FINDINGS);
  let text = '';
  for (let n = 0; n < FINDINGS; n++) {
    const finding = `user${n}.weber@brightparcel.io\n`;
    text += proseText(each - finding.length, n) + finding;
  }
  return text.padEnd(LENGTH, '.');
}

declare global {
  interface Window {
    taken: number[];
    marked: number[];
    paused: number[];
  }
}

/** Notes of each key how long it takes from the event to the end of the frame that shows it. */
function watchKeys(): void {
  window.taken = [];
  window.marked = [];
  window.paused = [];
  let last = 0;
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      last = timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // Comes after the frame is laid out and painted.
        port1.onmessage = () => void window.taken.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
  window.addEventListener(
    'message',
    ({ data }) => {
      if (data?.type !== 'review') return;
      const from = performance.now();
      const key = last;
      last = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          window.marked.push(performance.now() - from);
          if (key > 0) window.paused.push(performance.now() - key);
        };
        port2.postMessage(undefined);
      });
    },
    { capture: true },
  );
}

/** Puts a plain text area of the same looks beside the composer. */
function addPlain(text: string): void {
  const of = document.querySelector('textarea');
  if (!of) return;
  const plain = document.createElement('textarea');
  plain.id = 'plain';
  plain.value = text;
  plain.spellcheck = false;
  document.querySelector('.foot')?.append(plain);
  const { font, lineHeight, padding } = getComputedStyle(of);
  Object.assign(plain.style, { font, lineHeight, padding, height: '120px', flex: 'none', border: '0' });
}

function countMarks(): number {
  return [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
}

function areMarked(least: number): boolean {
  return [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0) >= least;
}
