import type { Turn } from '../../../src/editor/panel/turn.ts';
import { proseText } from '../redact-texts.ts';
import { browserFor, openPage } from './page.ts';

const TURNS = 500;
const PIECES = 500;
/** As fast as a quick model writes, in milliseconds. */
const EVERY = 10;

/** How long frames took while an answer streamed at the end of a long conversation, in milliseconds. */
export interface Frames {
  readonly turns: number;
  readonly empty: FramesOf;
  readonly long: FramesOf;
}

interface FramesOf {
  readonly frames: readonly number[];
  /** Share of the time in which the page's main thread was at work. */
  readonly busy: number;
  /** From the state of the whole conversation to the frame that shows it. */
  readonly shown: number;
}

/** Streams the same answer into an empty conversation and at the end of a long one. */
export async function measureFrames(): Promise<Frames> {
  return { turns: TURNS, empty: await stream(0), long: await stream(TURNS) };
}

async function stream(turns: number): Promise<FramesOf> {
  const browser = await browserFor();
  try {
    const { page, extension } = await openPage(browser);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busyFor = async (): Promise<number> =>
      (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
        ?.value ?? 0;
    const from = performance.now();
    extension.begin(Array.from({ length: turns }, (_, n) => turn(n)));
    await page.waitForFunction((count) => document.querySelectorAll('.turn').length === count, turns);
    const shown = performance.now() - from;
    extension.answer = { pieces: piecesOfAnswer(), every: EVERY };
    const began = extension.chat.submit('And what comes next?');
    await page.waitForFunction((count) => document.querySelectorAll('.turn').length === count, turns + 2);
    await page.evaluate(watchFrames);
    const [busyBefore, clockBefore] = [await busyFor(), performance.now()];
    await began;
    const busy = (1000 * ((await busyFor()) - busyBefore)) / (performance.now() - clockBefore);
    const frames = await page.evaluate(() => window.frameTimes);
    return { frames, busy, shown };
  } finally {
    await browser.close();
  }
}

function turn(n: number): Turn {
  const role = n % 2 === 0 ? 'user' : 'assistant';
  const text = role === 'user' ? `What of ${n}?` : `${markdown(n)}\n${proseText(800, n)}`;
  return {
    id: `earlier-${n}`,
    role,
    author: role === 'user' ? '' : 'Bench',
    original: text,
    attached: [],
    wire: text,
    thought: '',
    standIns: [],
    unknown: [],
    state: 'done',
    settled: { at: '', as: 'redacted' },
    redacted: 0,
    letThrough: 0,
  };
}

function markdown(n: number): string {
  return `### Part ${n}\n\n- the **first** of it\n- the \`second\`\n\n\`\`\`ts\nconst part${n} = await load(${n});\n\`\`\`\n`;
}

function piecesOfAnswer(): string[] {
  const text = Array.from({ length: 40 }, (_, n) => `${markdown(n)}\n${proseText(300, n)}\n\n`).join('');
  const size = Math.ceil(text.length / PIECES);
  return Array.from({ length: PIECES }, (_, n) => text.slice(n * size, (n + 1) * size));
}

declare global {
  interface Window {
    frameTimes: number[];
  }
}

function watchFrames(): void {
  window.frameTimes = [];
  let last = performance.now();
  const next = (now: number): void => {
    window.frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
