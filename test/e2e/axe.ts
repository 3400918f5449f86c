/** Looks for faults of access in a page of ours, as it is shown. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { FrameLocator } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where a page lies: it is transparent, and its colours are to be told from those of what is behind it. */
type Behind = 'sideBar' | 'editor';

/**
 * What axe-core finds in a page with all its rules, as a line for each fault; none is as it should be. What it cannot tell
 * is not among them.
 */
export async function faultsOfAccess(page: FrameLocator, behind: Behind): Promise<string[]> {
  const main = await page.locator('main').elementHandle();
  const frame = await main?.ownerFrame();
  if (!frame) throw new Error('The page is not there.');
  await frame.evaluate((name) => {
    const { style } = document.documentElement;
    style.backgroundColor = `var(--vscode-${name}-background)`;
  }, behind);
  // As an expression, since the page's policy lets it evaluate nothing itself.
  await frame.evaluate(`if (!globalThis.axe) { ${source} }`);
  const { violations } = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(of: Document, options: RunOptions): Promise<AxeResults> };
    };
    // What appears slowly is looked at once it is there.
    await Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    );
    return axe.run(document, { resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
