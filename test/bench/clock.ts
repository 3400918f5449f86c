import type { Finding } from '../../src/detect/finding.ts';
import { superviseScanner } from '../../src/detect/supervise.ts';
import { spawnScanThread } from '../../src/host/thread.ts';

type Run = (text: string) => Promise<unknown>;
/** What a scan finds in one text. */
type Look = (text: string) => Promise<readonly Finding[]>;

/** Plenty for any text of a bench. */
const DEADLINE = 60_000;

/** The scanner as the product runs it: in a thread of its own, which has a second one for long texts. */
export function scannerInThreads(): { readonly scan: Look; readonly close: () => void } {
  const script = new URL('../../src/host/scan-thread.ts', import.meta.url);
  const scanner = superviseScanner({ spawn: () => spawnScanThread(script), deadline: () => DEADLINE });
  const scan: Look = async (text) => (await scanner.scan([text]))[0] ?? [];
  return { scan, close: () => scanner.dispose() };
}

/** For so long each run is made before it counts, in milliseconds: the threads have code of their own to compile. */
const WARM = 2_000;

/** How long each of several runs takes by the clock, in milliseconds: the median of so many, once they are warm. */
export async function clocked(runs: readonly Run[], text: string, times: number): Promise<number[]> {
  for (const run of runs)
    for (const end = performance.now() + WARM; performance.now() < end;) await run(text);
  const all = runs.map((): number[] => []);
  for (let i = 0; i < times; i++) {
    for (const [at, run] of runs.entries()) {
      const start = performance.now();
      await run(text);
      all[at]?.push(performance.now() - start);
    }
  }
  return all.map((one) => one.toSorted((a, b) => a - b)[one.length >> 1] ?? 0);
}
