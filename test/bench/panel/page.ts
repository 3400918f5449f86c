/** The panel's page as the editor would show it, in a browser of its own: what was built, its policy, a theme. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { htmlOfPage } from '../../../src/editor/page-html.ts';
import { chromiumFlags, ensureBrowser } from '../../provision/chromium.ts';
import { repoRoot } from '../../provision/paths.ts';
import { Extension } from './extension.ts';

/** No such host is there; whatever is asked of it is answered from dist/, and nothing else is asked. */
const ORIGIN = 'https://panel.invalid';

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', ttf: 'font/ttf' };

/** What the editor sets on the root of a page, as far as the panel uses it: the values of the dark theme. */
const THEME: Readonly<Record<string, string>> = {
  '--vscode-font-family': 'system-ui, Ubuntu, "Droid Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-editor-font-family': '"Droid Sans Mono", monospace',
  '--vscode-editor-font-size': '14px',
  '--vscode-foreground': '#cccccc',
  '--vscode-descriptionForeground': '#9d9d9d',
  '--vscode-errorForeground': '#f85149',
  '--vscode-focusBorder': '#0078d4',
  '--vscode-sideBar-background': '#181818',
  '--vscode-panel-border': '#2b2b2b',
  '--vscode-input-background': '#313131',
  '--vscode-input-border': '#3c3c3c',
  '--vscode-input-foreground': '#cccccc',
  '--vscode-button-background': '#0078d4',
  '--vscode-button-foreground': '#ffffff',
  '--vscode-list-errorForeground': '#f88070',
  '--vscode-list-warningForeground': '#cca700',
  '--vscode-editorInfo-foreground': '#3794ff',
  '--vscode-gitDecoration-addedResourceForeground': '#81b88b',
  '--vscode-textLink-foreground': '#4daafc',
};

/** A panel in a browser, and what stands for the extension. */
export interface OpenedPage {
  readonly page: Page;
  readonly extension: Extension;
}

/**
 * A browser for measuring.
 * @param flags what it is started with besides
 */
export async function browserFor(flags: readonly string[] = []): Promise<Browser> {
  const { executable } = await ensureBrowser(() => undefined);
  return chromium.launch({ executablePath: executable, args: [...chromiumFlags, ...flags] });
}

/**
 * Opens the panel's page, 420 px wide.
 * @throws where dist/ was not built
 */
export async function openPage(browser: Browser): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 420, height: 900 } });
  const html = htmlOfPage(
    { script: 'webview.js', style: 'webview.css', title: 'Prompt Airlock' },
    { language: 'en', source: ORIGIN, file: (name) => `${ORIGIN}/dist/${name}` },
  );
  await context.route('**/*', (route) => {
    const { href, pathname } = new URL(route.request().url());
    if (!href.startsWith(`${ORIGIN}/`)) return route.abort();
    if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    const type = TYPES[/[^.]*$/.exec(pathname)?.[0] ?? ''];
    return route.fulfill({
      body: readFileSync(join(repoRoot, pathname)),
      ...(type && { contentType: type }),
    });
  });
  const page = await context.newPage();
  // As text, since Playwright's own way to hand an object over takes the page's time.
  const extension = new Extension((message) =>
    page.evaluate((text) => window.postMessage(JSON.parse(text), '*'), JSON.stringify(message)),
  );
  await page.exposeFunction('toExtension', (message: unknown) => extension.receive(message));
  await page.addInitScript(standIn, THEME);
  await page.goto(`${ORIGIN}/`);
  await page.locator('#airlock-prompt').waitFor();
  return { page, extension };
}

/** What the editor does in a page before its own script runs. */
function standIn(theme: Readonly<Record<string, string>>): void {
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) =>
        (globalThis as unknown as { toExtension(message: unknown): Promise<void> }).toExtension(message),
    }),
  });
  const style = (): void => {
    if (!document.documentElement) return;
    looks.disconnect();
    for (const [name, value] of Object.entries(theme))
      document.documentElement.style.setProperty(name, value);
  };
  const looks = new MutationObserver(style);
  looks.observe(document, { childList: true });
  style();
}
