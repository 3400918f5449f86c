import { browserFor, openPage } from './page.ts';

const PROMPTS = 200;
/** A new conversation begins after so many. */
const A_CONVERSATION = 10;

/** What the page keeps, once all that can be let go of is. */
export interface Kept {
  readonly prompts: number;
  /** In bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/**
 * Sends prompts with findings and has them answered, and looks after each twenty what the page still keeps.
 * @param isOne whether all of it is one conversation, which grows, or a new one begins now and then.
 */
export async function measureMemory(isOne: boolean): Promise<Kept[]> {
  const browser = await browserFor();
  try {
    const { page, extension } = await openPage(browser);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const look = async (prompts: number): Promise<Kept> => {
      // What was let go of last is still held by what is being collected.
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? 0;
      return {
        prompts,
        heap: of('JSHeapUsedSize'),
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
      };
    };
    const kept: Kept[] = [];
    extension.answer = {
      pieces: [
        'Write to EMAIL_1:\n\n```ts\nawait send("EMAIL_1");\n```\n\n| to | when |\n|---|---|\n| EMAIL_1 | now |\n',
      ],
      every: 0,
    };
    for (let sent = 1; sent <= PROMPTS; sent++) {
      if (!isOne && sent % A_CONVERSATION === 1) extension.chat.restart();
      const turns = extension.chat.turns.length + 2;
      const composer = page.locator('#airlock-prompt');
      await composer.fill(
        `Why is nothing sent to user${sent}.weber@brightparcel.io? ${'It should be. '.repeat(20)}`,
      );
      await composer.press('Enter');
      await extension.until(({ pending }) => pending?.held === true);
      await page.locator('.review button.primary').first().waitFor();
      await composer.press('Enter');
      await extension.until((chat) => chat.turns.length === turns && chat.busy === 'idle');
      await page.waitForFunction(
        (count) => document.querySelectorAll('.turn[aria-busy="false"]').length === count,
        turns,
      );
      if (sent % 20 === 0) kept.push(await look(sent));
    }
    return kept;
  } finally {
    await browser.close();
  }
}
