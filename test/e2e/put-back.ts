import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { COMMANDS, EXTENSION } from '../../src/editor/ids.ts';
import { quietSettings, type Settings } from '../provision/server.ts';
import { roomy, themeIsShown, type Theme } from '../provision/workbench.ts';
import { dragPanelTo, panelOf, type Stage, workspaceSource } from './stage.ts';

/** Otherwise the palette has commands of the test before on top, and moves its rows once it knows that. */
const noHistory: Settings = { 'workbench.commandPalette.history': 0 };

/** Puts the files back that a test changes: those of the sample workspace, and those the extension keeps on the disk. */
export function putFilesBack({ folder, editor }: Stage): void {
  const user = join(editor.dataFolder, 'data/User');
  rmSync(join(user, 'globalStorage', EXTENSION), { recursive: true, force: true });
  // What is kept of the workspace: conversations and the draft.
  for (const kept of globSync(`workspaceStorage/*/${EXTENSION}`, { cwd: user }))
    // A window that is being closed may still write its draft down.
    rmSync(join(user, kept), { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  const filesIn = (root: string): string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(root, name)).isFile(),
    );
  const own = new Set(filesIn(workspaceSource));
  for (const name of filesIn(folder)) if (!own.has(name)) rmSync(join(folder, name));
  // Only folders are left that the sample has not.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (!existsSync(join(workspaceSource, name)))
      rmSync(join(folder, name), { recursive: true, force: true });
  for (const name of own) {
    const [from, to] = [join(workspaceSource, name), join(folder, name)];
    const content = readFileSync(from);
    // Left alone where nothing changed: the editor looks at each file that is written.
    if (!existsSync(to) || !content.equals(readFileSync(to))) writeFileSync(to, content);
  }
}

/** What has to be written so that the user settings are these and no others; undefined stands for the default. */
export function changesTo(wanted: Settings, { editor }: Stage): Settings {
  const now = editor.readSettings();
  const all = { ...quietSettings, ...noHistory, ...wanted };
  const changed = [...new Set([...Object.keys(now), ...Object.keys(all)])].filter(
    (key) => JSON.stringify(now[key]) !== JSON.stringify(all[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, all[key]]));
}

/**
 * Puts a running workbench back to where a test begins: no editor, terminal, question or notification, the sample
 * workspace as it was, these settings and no others, an empty clipboard, and a new conversation in a page of the panel
 * that is loaded anew, so that nothing of the test before can be taken for something of the next.
 *
 * What the extension remembers of a window stays: keys that were kept, and the stand-ins of its commands on texts.
 * @param width how wide the panel is
 * @throws where something of it cannot be done
 */
export async function putBack(
  page: Page,
  stage: Stage,
  settings: Settings,
  theme: Theme,
  width: number,
): Promise<void> {
  const { driver } = stage;
  await page.setViewportSize(roomy);
  await driver.run({
    closeEditors: true,
    commands: [
      'workbench.action.closeQuickOpen',
      'workbench.action.terminal.killAll',
      'workbench.action.closePanel',
      'workbench.view.explorer',
    ],
  });
  putFilesBack(stage);
  const changes = Object.entries(changesTo(settings, stage));
  await driver.run({
    settings: changes.map(([key, value]) => ({ key, value })),
    commands: [
      COMMANDS.newConversation,
      'workbench.files.action.refreshFilesExplorer',
      'workbench.files.action.collapseExplorerFolders',
    ],
  });
  await explorerShows(page, readdirSync(workspaceSource));
  await themeIsShown(page, theme);
  await emptyPanel(page, stage);
  await driver.run({ commands: ['notifications.clearAll'] });
  if (Math.abs((await panelWidth(page)) - width) > 10) await dragPanelTo(page, width);
  for (const left of ['.notification-toast', '.quick-input-widget', '.context-view', '.monaco-dialog-box'])
    await page.locator(left).filter({ visible: true }).first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    // What was read aloud stays in the page, where a text that is waited for could be found in it.
    for (const said of document.querySelectorAll('.monaco-aria-container > *')) said.textContent = '';
    await navigator.clipboard.writeText('');
  });
}

/** Waits until the explorer has these entries and no others: a row that moves takes another's click. */
async function explorerShows(page: Page, names: readonly string[]): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row .label-name');
  try {
    await page.waitForFunction(
      ([wanted, selector]) => {
        const shown = Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent);
        return shown.length === wanted.length && wanted.every((name) => shown.includes(name));
      },
      [[...names], '.explorer-folders-view .monaco-list-row .label-name'] as const,
      { timeout: 30_000 },
    );
  } catch (error) {
    const shown = await rows.allTextContents();
    throw new Error(`The explorer shows ${shown.join(', ')}`, { cause: error });
  }
}

/** How wide the panel is, in pixels. */
export function panelWidth(page: Page): Promise<number> {
  return page.locator('.part.auxiliarybar').evaluate(({ clientWidth }) => clientWidth);
}

/** Loads the panel's page anew until it comes back with nothing in it. */
async function emptyPanel(page: Page, { driver }: Stage): Promise<void> {
  const mostLooks = 5;
  for (let look = 1; ; look++) {
    const panel = await panelOf(page);
    const composer = panel.getByRole('textbox', { name: 'Prompt', includeHidden: true });
    await panel.locator('.attachment > .round').evaluateAll((all) => {
      for (const remove of all) if (remove instanceof HTMLElement) remove.click();
    });
    await composer.fill('', { force: true });
    // Then it is told at once.
    await composer.dispatchEvent('blur');
    await panel.locator('main').evaluate((main) => main.setAttribute('data-before', ''));
    await driver.run({ commands: ['workbench.action.webview.reloadWebviewAction'] });
    await panel.locator('main.panel:not([data-before])').waitFor();
    const left = await whatIsIn(await panelOf(page));
    if (left === '') return;
    if (look === mostLooks) throw new Error(`The panel still has ${left}`);
  }
}

async function whatIsIn(panel: FrameLocator): Promise<string> {
  const text = await panel.getByRole('textbox', { name: 'Prompt' }).inputValue();
  if (text !== '') return 'a draft';
  for (const part of ['airlock-turn', '.attachment', 'airlock-review', 'dialog[open]', '[role="alert"]'])
    if ((await panel.locator(part).count()) > 0) return part;
  return '';
}
