import type { FrameLocator, Page } from 'playwright-core';
import { runCommand, type Theme } from '../provision/workbench.ts';

export const THEMES: readonly Theme[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

/**
 * The elements that reach out of a page's width, as their names; none is as it should be.
 * @param except what is not to be seen, or scrolls in a box of its own.
 */
export function cutOff(frame: FrameLocator, except = '.unseen'): Promise<string[]> {
  return frame.locator('main').evaluate((main, leftOut) => {
    const { clientWidth } = document.documentElement;
    return [...main.querySelectorAll('*')]
      .filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 1 && (right > clientWidth + 1 || left < -1) && !element.closest(leftOut);
      })
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
  }, except);
}

/** Gives the editor the whole window, and the window so much that the page in the editor is as wide as asked for. */
export async function widen(page: Page, frame: FrameLocator, width: number): Promise<void> {
  for (const [part, name] of [
    ['.part.sidebar', 'Primary'],
    ['.part.auxiliarybar', 'Secondary'],
  ] as const) {
    if (await page.locator(part).isVisible())
      await runCommand(page, `View: Toggle ${name} Side Bar Visibility`);
  }
  await page.setViewportSize({ width: width + 48, height: 1000 });
  await frame.locator('main').evaluate(
    (_main, asked) =>
      new Promise<void>((resolve) => {
        const look = (): void =>
          Math.abs(innerWidth - asked) <= 24 ? resolve() : void requestAnimationFrame(look);
        look();
      }),
    width,
  );
}
