import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
  chromium,
} from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import { repoRoot } from './paths.ts';
import { type OutsideRequest, keepOnThisMachine } from './requests.ts';
import type { Server, Settings } from './server.ts';

/** The themes that a panel has to look right in, and what the editor calls them. */
const themes = {
  dark: { id: 'Dark Modern', bodyClass: 'vs-dark' },
  light: { id: 'Light Modern', bodyClass: 'vs' },
  'high-contrast': { id: 'Default High Contrast', bodyClass: 'hc-black' },
  'high-contrast-light': { id: 'Default High Contrast Light', bodyClass: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;

/** At 1400 px the tab of a container in the secondary side bar may be folded away. */
export const roomy = { width: 1600, height: 1000 } as const;

export interface WorkbenchOptions {
  readonly server: Server;
  /** The absolute path of the workspace folder. */
  readonly folder: string;
  readonly browser: Browser;
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Switches the built-in Chat on, which in a fresh profile waits for a sign-in. */
  readonly builtInChat?: boolean;
}

export interface Workbench {
  readonly page: Page;
  /** Every request that would have left this machine so far. All were aborted. */
  readonly outside: readonly OutsideRequest[];
  readonly close: () => Promise<void>;
}

/** A headless browser that resolves no name but this machine's. Closed by the caller; shared by as many pages as wanted. */
export function launchBrowser(executable: string): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [...chromiumFlags, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  });
}

/**
 * A browser context of its own, as a user who has never been here, on which nothing can leave this machine.
 */
export async function freshContext(
  options: Pick<WorkbenchOptions, 'browser' | 'viewport' | 'builtInChat'>,
): Promise<{ readonly context: BrowserContext; readonly outside: readonly OutsideRequest[] }> {
  const { browser, viewport = roomy, builtInChat = false } = options;
  const context = await browser.newContext({ viewport });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const outside = await keepOnThisMachine(context);
  if (builtInChat) await context.addInitScript(switchBuiltInChatOn);
  return { context, outside };
}

/**
 * Opens a folder in the workbench and resolves once it is restored.
 *
 * @throws if it is not ready within a minute.
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { server, folder, theme } = options;
  if (theme) server.updateSettings(themeSettings(theme));
  const { context, outside } = await freshContext(options);
  try {
    const page = await context.newPage();
    await page.goto(server.folderUrl(folder));
    await workbenchIsReady(page, theme);
    return { page, outside, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** The content of an extension's webview view or panel; ordinary role and label locators work in it. */
export function webviewFrame(page: Page, extensionId: string): FrameLocator {
  return page
    .locator(`iframe.webview.ready[src*="extensionId=${extensionId}"]`)
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
}

/** A status bar item, by PUBLISHER.NAME.ITEM. */
export function statusBarItem(page: Page, id: string): Locator {
  return page.locator(`.statusbar-item[id="${id}"]`);
}

/**
 * Runs a command from the palette by its whole title, with the category: `Prompt Airlock: Redact Selection`. Opens it again
 * where the editor closes it meanwhile: it does as soon as something else takes the focus, as what it is restoring may.
 *
 * @throws if the palette does not offer it, naming what it offers instead.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = rows.filter({ has: page.locator('.label-name').getByText(title, { exact: true }) }).first();
  // A window that has just been opened on a busy machine takes its time over it.
  const until = Date.now() + 60_000;
  let isFilled = false;
  for (;;) {
    try {
      if (!isFilled || !(await input.isVisible())) {
        await openPalette(page, input);
        await input.fill(`>${title}`, { timeout: 5_000 });
        isFilled = true;
      }
      await row.click({ timeout: 5_000 });
      return;
    } catch (error) {
      if (Date.now() < until) continue;
      const offered = await rows.locator('.label-name').allTextContents();
      throw new Error(`The palette does not offer "${title}", but: ${offered.join(', ') || 'nothing'}`, {
        cause: error,
      });
    }
  }
}

/** Chooses in the list that is open what alone is called so: the list takes its time to narrow down to it. */
export async function pickInList(page: Page, name: string): Promise<void> {
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Loads the window again as a person does: what the editor remembers is written down before. */
export async function reloadWindow(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: 60_000 });
  await runCommand(page, 'Developer: Reload Window');
  await loaded;
}

/** Chooses in the menu that is open. A press of the mouse right behind the opening may belong to it, as the editor sees it. */
export async function pickInMenu(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name }).first();
  await item.hover();
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

/** A key pressed while a webview takes the focus is lost, so the palette's key is pressed until it shows. */
async function openPalette(page: Page, input: Locator): Promise<void> {
  const attempts = 5;
  for (let attempt = 1; ; attempt++) {
    const bar = page.locator('.part.statusbar');
    const width = (await bar.boundingBox())?.width ?? 0;
    // The middle of the bar is empty; a click there takes the focus out of whatever has it.
    await bar.click({ position: { x: width / 2, y: 4 } });
    await page.keyboard.press('F1');
    try {
      await input.waitFor({ timeout: 3_000 });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

/**
 * Changes user settings and resolves once the workbench, loaded again, has them: the web workbench takes no notice of
 * a settings file that was changed from outside. What is open stays open; a webview starts afresh.
 */
export async function reloadWith(page: Page, server: Server, settings: Settings): Promise<void> {
  server.updateSettings(settings);
  await page.reload();
  await workbenchIsReady(page);
}

/** Changes the colour theme and resolves once the page, loaded again, shows it. */
export async function setTheme(page: Page, server: Server, theme: Theme): Promise<void> {
  server.updateSettings(themeSettings(theme));
  await page.reload();
  await workbenchIsReady(page, theme);
}

/** Changes the colour theme as a person does, in the page as it is: what is open stays as it is. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  const { id, bodyClass } = themes[theme];
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(LISTED[theme] ?? id);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.label-name').getByText(LISTED[theme] ?? id, { exact: true }) })
    .first()
    .click();
  await page.locator(`.monaco-workbench.${bodyClass}`).waitFor({ timeout: 20_000 });
}

/** What the list of themes calls those that it does not call by their id. */
const LISTED: Partial<Record<Theme, string>> = {
  'high-contrast': 'Dark High Contrast',
  'high-contrast-light': 'Light High Contrast',
};

/** The settings that a theme is. */
export function themeSettings(theme: Theme): Settings {
  return { 'workbench.colorTheme': themes[theme].id, 'window.autoDetectColorScheme': false };
}

async function workbenchIsReady(page: Page, theme?: Theme): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.statusbar-item').first().waitFor({ timeout: 60_000 });
  if (theme) await themeIsShown(page, theme);
}

/** Resolves once the workbench shows a theme. */
export async function themeIsShown(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench.${themes[theme].bodyClass}`).waitFor({ timeout: 20_000 });
}

/** Takes a picture into test/e2e/shots/ (git-ignored), for a person to look at, and returns its path. */
export async function shot(page: Page, name: string): Promise<string> {
  const folder = join(repoRoot, 'test', 'e2e', 'shots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** Runs in the page, before any of its scripts: the workbench reads its configuration from that element. */
function switchBuiltInChatOn(): void {
  const patch = (): boolean => {
    const meta = document.querySelector<HTMLElement>('#vscode-workbench-web-configuration');
    const text = meta?.dataset['settings'];
    if (!meta || !text) return false;
    const settings = JSON.parse(text) as Record<string, unknown>;
    meta.dataset['settings'] = JSON.stringify({ ...settings, enabledExtensions: ['GitHub.copilot-chat'] });
    return true;
  };
  const observer = new MutationObserver(() => {
    if (patch()) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}
