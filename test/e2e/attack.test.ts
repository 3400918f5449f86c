import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import {
  ATTACK_TOKEN,
  ATTACK_WORKSPACE_FILE,
  LOOSENING_LINES,
  removeHostilePolicies,
  writeAttackRepository,
  writeHostilePolicies,
} from '../provision/attack-repository.ts';
import type { Settings } from '../provision/server.ts';
import {
  chooseTheme,
  openWorkbench,
  reloadWindow,
  runCommand,
  shot,
  statusBarItem,
  type Theme,
  type Workbench,
} from '../provision/workbench.ts';
import { destinationsAt, enter, panelOf, setStage, type Stage } from './stage.ts';

/** The user asks for trust, and is not asked about it by a dialog that is in the way. */
const ASKED: Settings = {
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

describe('an attack repository', function () {
  this.timeout(60_000);
  let stage: Stage;
  let repository: string;
  let outside: string;

  before(async function () {
    this.timeout(300_000);
    stage = await setStage({}, [], undefined, 'ask');
    repository = join(stage.editor.dataFolder, 'attack', 'repository');
    outside = join(stage.editor.dataFolder, 'attack', 'elsewhere');
    for (const folder of [repository, outside]) mkdirSync(folder, { recursive: true });
    writeAttackRepository(repository, outside);
  });
  after(() => stage?.close());

  const rowIn = (page: Page, name: string): Locator =>
    page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`).first();
  const chip = (panel: FrameLocator, name: string): Locator =>
    panel.locator('.attached .attachment').filter({ hasText: name });

  async function fromMenu(page: Page, on: Locator, entry: string): Promise<void> {
    await on.click({ button: 'right' });
    await page.locator('.monaco-menu').getByText(entry, { exact: true }).hover();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /** The folder of the repository while it is closed. */
  const closedFolder = (page: Page): Locator =>
    page
      .locator('.explorer-folders-view .monaco-list-row[aria-expanded="false"]')
      .filter({ hasText: /^repository$/ });

  /**
   * Waits for the folder of a workspace file, and has the window come up again without it: the editor at times reads that
   * file before it has a way to the server's files, and takes it for one without folders.
   */
  async function untilFolderIsOpen(page: Page): Promise<void> {
    for (let go = 0; ; go++) {
      await runCommand(page, 'View: Show Explorer');
      const folder = closedFolder(page).or(rowIn(page, 'README.md')).first();
      const isThere = await folder.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      assert.ok(go < 4, 'the workspace never has its folder');
      await reloadWindow(page);
      await panelOf(page);
    }
  }

  /** Shows the files of the repository: the explorer may come up hidden, or with its folder closed. */
  async function showFiles(page: Page): Promise<void> {
    await runCommand(page, 'View: Show Explorer');
    const closed = closedFolder(page);
    const file = rowIn(page, 'README.md').first();
    await closed.or(file).first().waitFor();
    if (await closed.isVisible()) await closed.click();
    await file.waitFor();
  }

  /** The contents of all messages that arrived with the last request. */
  function contents(): readonly unknown[] {
    const { messages } = JSON.parse(stage.model.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      readonly messages: readonly { readonly content: unknown }[];
    };
    return messages.map(({ content }) => content);
  }

  async function asksAndIsAnswered(page: Page, panel: FrameLocator, prompt: string): Promise<void> {
    const before = await panel.locator('airlock-turn').count();
    const arrived = stage.model.arrived.length;
    await enter(page, panel, prompt);
    await panel
      .locator('airlock-turn')
      .nth(before + 1)
      .getByText('ok')
      .waitFor();
    assert.equal(stage.model.arrived.length, arrived + 1, 'it went to the user’s own server');
    assert.ok(contents().includes(prompt));
  }

  /** A token to a host of which nothing is known: as though there were no repository. */
  async function isBlocked(page: Page, panel: FrameLocator): Promise<void> {
    const arrived = stage.model.arrived.length;
    await enter(page, panel, `Is ${ATTACK_TOKEN} still valid?`);
    await panel.getByRole('alert').getByText('Blocked').waitFor();
    assert.equal(await panel.getByRole('button', { name: 'Send as is' }).count(), 0);
    assert.equal(stage.model.arrived.length, arrived);
    await page.keyboard.press('Escape');
    await panel.getByRole('alert').waitFor({ state: 'detached' });
    await panel.getByRole('textbox', { name: 'Prompt' }).fill('');
  }

  /** `.env`, and a link to it under a harmless name, are attached and stay here. */
  async function keepsFiles(page: Page, panel: FrameLocator, picture: string): Promise<void> {
    await showFiles(page);
    for (const name of ['.env', 'harmless.txt']) {
      await fromMenu(page, rowIn(page, name), 'Add to Airlock Chat');
      // Then the focus is in the prompt, and would close the next menu.
      await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
      await chip(panel, name).getByText('kept here by the path rule').waitFor();
    }
    await shot(page, picture);
    await asksAndIsAnswered(page, panel, 'what is in them?');
    assert.deepEqual(
      contents().filter((content) => JSON.stringify(content).includes('DATABASE_URL')),
      [],
    );
    assert.equal(JSON.stringify(contents()).includes(ATTACK_TOKEN), false);
  }

  /** Opens one of the lists that explain something, and closes it when it was looked at. */
  async function explained(page: Page, title: string, look: (list: Locator) => Promise<void>): Promise<void> {
    const list = page.locator('.quick-input-widget');
    await list.getByText(title).waitFor();
    await look(list);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }

  const IN_FORCE = 'What is in force in this window, and who says so';

  describe('that is not trusted', () => {
    let workbench: Workbench | undefined;
    let page: Page;
    let panel: FrameLocator;

    before(async function () {
      this.timeout(120_000);
      writeHostilePolicies(repository, outside);
      stage.editor.updateSettings({
        ...ASKED,
        ...destinationsAt(stage.model),
        'promptAirlock.destination': 'custom/unstated',
      });
      const { editor: server, browser } = stage;
      workbench = await openWorkbench({ server, browser, folder: repository, theme: 'dark' });
      ({ page } = workbench);
      panel = await panelOf(page);
      await statusBarItem(page, 'status.workspaceTrust').waitFor();
    });
    after(() => workbench?.close());

    it('is read for nothing, and the panel works with the user’s own', async () => {
      await isBlocked(page, panel);
      await asksAndIsAnswered(page, panel, 'hello there');
      await runCommand(page, 'Prompt Airlock: Explain Settings');
      await explained(page, IN_FORCE, async (list) => {
        await list.getByText('your settings').first().waitFor();
        assert.equal(await list.getByText('.promptairlock.json').count(), 0);
        await shot(page, 'attack-untrusted-settings-dark');
      });
    });

    it('has its files kept by what is built in', async () => {
      await keepsFiles(page, panel, 'attack-untrusted-denied-dark');
    });
  });

  describe('that is trusted', () => {
    let workbench: Workbench | undefined;
    let page: Page;
    let panel: FrameLocator;

    before(async function () {
      this.timeout(120_000);
      removeHostilePolicies(repository);
      stage.editor.updateSettings({
        'security.workspace.trust.enabled': false,
        ...destinationsAt(stage.model),
        'promptAirlock.destination': 'custom/unstated',
      });
      const { editor: server, browser } = stage;
      // By its own workspace file: that has settings as well.
      const folder = join(repository, ATTACK_WORKSPACE_FILE);
      workbench = await openWorkbench({ server, browser, folder, theme: 'dark' });
      ({ page } = workbench);
      panel = await panelOf(page);
      await untilFolderIsOpen(page);
      panel = await panelOf(page);
    });
    after(() => workbench?.close());

    it('loosens nothing by settings, policy or ignore files', async () => {
      await isBlocked(page, panel);
      await asksAndIsAnswered(page, panel, 'hello there');
    });

    it('has its files kept by what is built in, and marked', async () => {
      await keepsFiles(page, panel, 'attack-denied-dark');
      const mark = '[class*="monaco-decoration-itemBadge"]';
      for (const name of ['.env', 'harmless.txt']) await rowIn(page, name).locator(mark).first().waitFor();
      assert.equal(await rowIn(page, 'README.md').locator(mark).count(), 0);
    });

    it('is told at the line what would loosen, and what holds', async () => {
      await rowIn(page, '.promptairlock.json').dblclick();
      const editor = page.locator('.monaco-editor[data-uri$="/.promptairlock.json"]').first();
      await editor.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+M');
      const problems = page.locator('.markers-panel');
      for (const line of LOOSENING_LINES) await problems.getByText(`Ln ${line},`).first().waitFor();
      for (const theme of ['dark', 'light'] as const satisfies readonly Theme[]) {
        if (theme === 'light') await chooseTheme(page, theme);
        await shot(page, `attack-policy-problems-${theme}`);
        await fromMenu(page, rowIn(page, 'harmless.txt'), 'Explain This File');
        await explained(page, 'What may become of harmless.txt', async (list) => {
          await list.getByText('where a link leads').first().waitFor();
          await list.getByText('built in').first().waitFor();
          await shot(page, `attack-explain-file-${theme}`);
        });
        await runCommand(page, 'Prompt Airlock: Explain Settings');
        await explained(page, IN_FORCE, async (list) => {
          await list.getByText('.promptairlock.json').first().waitFor();
          await shot(page, `attack-explain-settings-${theme}`);
        });
      }
    });

    it('stops everything while nobody can read it, hangs nothing, and goes on once it is mended', async () => {
      const arrived = stage.model.arrived.length;
      writeHostilePolicies(repository, outside);
      await panel.getByText('No destination', { exact: true }).waitFor();
      await panel.getByRole('textbox', { name: 'Prompt' }).fill('');
      await enter(page, panel, 'are you there?');
      const notice = panel.getByRole('alert').filter({ hasText: 'Nothing was sent' });
      await notice.getByText('.promptairlock.json:').waitFor();
      assert.equal(stage.model.arrived.length, arrived);
      await shot(page, 'attack-stopped-light');
      await panel.getByRole('button', { name: 'Close', exact: true }).click();
      await notice.waitFor({ state: 'detached' });
      removeHostilePolicies(repository);
      await panel.getByText('No destination', { exact: true }).waitFor({ state: 'detached' });
      await panel.getByRole('textbox', { name: 'Prompt' }).fill('');
      await asksAndIsAnswered(page, panel, 'and now?');
    });
  });
});
