import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { EXTENSION } from '../../src/editor/ids.ts';
import { ensureBrowser } from '../provision/chromium.ts';
import { ensureCodeServer } from '../provision/code-server.ts';
import { repoRoot } from '../provision/paths.ts';
import { sampleWorkspace } from '../provision/sample-workspace.ts';
import { type Server, type ServerOptions, type Settings, startServer } from '../provision/server.ts';
import {
  launchBrowser,
  openWorkbench,
  type Theme,
  webviewFrame,
  type Workbench,
} from '../provision/workbench.ts';
import { type OpenAiServer, startOpenAiServer } from '../servers/openai-server.ts';
import { type Driver, startDriver } from './driver.ts';

/** A real editor with the packaged extension, a browser, and a loopback server to send to. */
export interface Stage {
  readonly editor: Server;
  readonly browser: Browser;
  readonly model: OpenAiServer;
  readonly driver: Driver;
  readonly folder: string;
  close(): Promise<void>;
}

/** What the sample workspace is a copy of. */
export const workspaceSource = join(repoRoot, 'test/fixtures/workspace');

/**
 * Sets a stage of its own for a file of tests, which wants opening with {@link openWith}; most can share one (shared-stage.ts).
 * @param others VSIX files of other extensions.
 * @param language what extensions speak; English where it is left out.
 * @param trust whether every workspace is trusted; there the driver is not in one that is not.
 */
export async function setStage(
  settings: Settings = {},
  others: readonly string[] = [],
  language?: string,
  trust: NonNullable<ServerOptions['trust']> = 'given',
): Promise<Stage> {
  const [vsix] = globSync('prompt-airlock-*.vsix', { cwd: repoRoot });
  if (!vsix) throw new Error('There is no packaged extension; npm run package makes it.');
  const model = await startOpenAiServer();
  const driver = await startDriver();
  const editor = await startServer({
    codeServer: await ensureCodeServer(),
    extensions: [join(repoRoot, vsix), ...others],
    unpack: driver.install,
    env: driver.env,
    settings,
    trust,
    ...(language !== undefined && { language }),
  });
  const browser = await launchBrowser((await ensureBrowser()).executable);
  return {
    editor,
    browser,
    model,
    driver,
    // With the editor's data, so that it goes with it and no other run has the same.
    folder: sampleWorkspace(workspaceSource, 'e2e', editor.dataFolder),
    async close() {
      await browser.close();
      await editor.stop();
      await model.close();
      driver.close();
    },
  };
}

/** Destinations at the loopback server: one whose terms are stated, one of which nothing is known, one with a key. */
export function destinationsAt({ baseUrl }: OpenAiServer): Settings {
  const one = (name: string, more: object): object => ({
    name,
    baseUrl,
    model: 'made-up-model',
    key: false,
    ...more,
  });
  return {
    'promptAirlock.customDestinations': [
      one('stated', { policyOf: 'deepinfra' }),
      one('unstated', {}),
      one('keyed', { policyOf: 'deepinfra', key: true }),
    ],
  };
}

/** Opens the sample workspace with the given settings, and the editor's own Chat switched on where that is asked for. */
export async function openWith(
  stage: Stage,
  settings: Settings,
  theme?: Theme,
  builtInChat = false,
): Promise<Workbench> {
  stage.editor.updateSettings(settings);
  return openWorkbench({
    server: stage.editor,
    browser: stage.browser,
    folder: stage.folder,
    builtInChat,
    ...(theme && { theme }),
  });
}

/** The panel, once its composer is there. */
export async function panelOf(page: Page): Promise<FrameLocator> {
  const panel = webviewFrame(page, EXTENSION);
  await panel.getByRole('textbox', { name: 'Prompt' }).waitFor({ timeout: 60_000 });
  return panel;
}

/** What opens as a second page of ours beside the panel, by the class of its main element. */
export async function tabOf(
  page: Page,
  main: 'card' | 'comparison' | 'ledger' | 'scan',
): Promise<FrameLocator> {
  const tab = page
    .locator(`iframe.webview.ready[src*="extensionId=${EXTENSION}"]`)
    .nth(1)
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
  await tab.locator(`main.${main}`).waitFor({ timeout: 60_000 });
  return tab;
}

/** The policy card. */
export const cardOf = (page: Page): Promise<FrameLocator> => tabOf(page, 'card');

/** Types into the composer as a person does, and presses Enter. */
export async function enter(page: Page, panel: FrameLocator, text: string): Promise<void> {
  const composer = panel.getByRole('textbox', { name: 'Prompt' });
  await composer.click();
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.insertText(line);
  }
  await page.keyboard.press('Enter');
}

/** Waits until the composer shows a text: the editor passes some keys on, and the browser answers some late. */
export async function composerShows(panel: FrameLocator, text: string): Promise<void> {
  await panel.locator('main').evaluate(
    (_main, wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void =>
          document.querySelector('textarea')?.value === wanted ? resolve() : void requestAnimationFrame(look);
        look();
      }),
    text,
  );
}

/** Makes the secondary side bar as wide as asked for, by dragging its border, and waits until it is. */
export async function dragPanelTo(page: Page, width: number): Promise<void> {
  const bar = page.locator('.part.auxiliarybar');
  const box = await bar.boundingBox();
  if (!box) throw new Error('The secondary side bar is not visible.');
  const borders = await page.locator('.monaco-sash.vertical').evaluateAll((all) =>
    all.map((border) => {
      const { left, width: own } = border.getBoundingClientRect();
      return left + own / 2;
    }),
  );
  const from = borders.sort((a, b) => Math.abs(a - box.x) - Math.abs(b - box.x))[0] ?? box.x;
  const y = box.y + box.height / 2;
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(from + box.width - width, y, { steps: 8 });
  await page.mouse.up();
  await page.waitForFunction(
    (asked) => Math.abs((document.querySelector('.part.auxiliarybar')?.clientWidth ?? 0) - asked) <= 10,
    width,
    { timeout: 10_000 },
  );
}
