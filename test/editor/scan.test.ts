import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { WorkspaceReport } from '../../src/airlock/scan/report.ts';
import { testValuesAsJson } from '../../src/cli/test-value.ts';
import { POLICY_FILE } from '../../src/decide/team/policy-file.ts';
import { COMMANDS, SCAN, SETTINGS } from '../../src/editor/ids.ts';
import { openScrypt } from '../../src/host/scrypt.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, closeAll, fileIn, openFile, until } from './editing.ts';

const FOLDER = 'made-up-scan';

describe('Scan Workspace', function () {
  this.timeout(120_000);

  before(async () => {
    await activate();
    const root = fileIn(FOLDER).fsPath;
    mkdirSync(join(root, 'src'), { recursive: true });
    mkdirSync(join(root, 'node_modules/lib'), { recursive: true });
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, 'src/two words ü.ts'), `// note\nconst token = '${githubToken(11)}';\n`);
    writeFileSync(join(root, 'node_modules/lib/index.js'), `const token = '${githubToken(12)}';\n`);
    writeFileSync(join(root, 'out/mail.txt'), EMAIL);
    writeFileSync(join(root, 'binary.dat'), new Uint8Array([1, 0, 2]));
    symlinkSync('..', join(root, 'src/up'));
  });
  after(() => rmSync(fileIn(FOLDER).fsPath, { recursive: true, force: true }));
  afterEach(closeAll);

  const scanFolder = (name = FOLDER): Thenable<WorkspaceReport | undefined> =>
    vscode.commands.executeCommand(COMMANDS.scanFolder, fileIn(name));

  /** The tabs of reports, by their names. */
  const own = (): string[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(SCAN))
      .map(({ label }) => label);

  /** Tabs are told of a moment after they are there. */
  async function opened(): Promise<void> {
    while (own().length === 0) {
      await new Promise<void>((resolve) => {
        const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
          listener.dispose();
          resolve();
        });
      });
    }
  }

  it('looks into a folder and says where what is, and never what it is', async () => {
    const report = await scanFolder();
    assert.ok(report);
    assert.deepEqual(
      report.found.map(({ path, kinds }) => [path, kinds.map(({ kind }) => kind)]),
      [
        ['out/mail.txt', ['email']],
        ['src/two words ü.ts', ['github-token']],
      ],
    );
    const { places } = report.found[1]?.kinds[0] ?? {};
    assert.deepEqual([places?.[0]?.line, places?.[0]?.column], [2, 16]);
    assert.match(places?.[0]?.print ?? '', /^[0-9a-f]{32}$/);
    assert.deepEqual(
      report.skipped.map(({ why, paths }) => [why, paths]),
      [
        ['dependencies', ['node_modules']],
        ['link', ['src/up']],
      ],
    );
    assert.deepEqual(
      report.unseen.map(({ why, paths }) => [why, paths]),
      [['binary', ['binary.dat']]],
    );
    assert.ok(!JSON.stringify(report).includes(githubToken(11)));
  });

  it('knows a value again by its print, and another by another', async () => {
    const prints = async (): Promise<string[]> =>
      ((await scanFolder())?.found ?? []).flatMap(({ kinds }) =>
        kinds.flatMap(({ places }) => places.map(({ print }) => print)),
      );
    const first = await prints();
    assert.equal(new Set(first).size, 2);
    assert.deepEqual(await prints(), first);
  });

  it('shows its report in a tab of its own, one however often it is asked for', async () => {
    await scanFolder();
    await opened();
    await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
    assert.deepEqual(own(), ['Workspace Scan']);
  });

  it('looks into the whole workspace, with what its settings leave out', async () => {
    const report = await vscode.commands.executeCommand<WorkspaceReport | undefined>(COMMANDS.scanWorkspace);
    assert.ok(report);
    const paths = report.found.map(({ path }) => path);
    for (const path of ['.env', `${FOLDER}/out/mail.txt`]) assert.ok(paths.includes(path), path);
    const exclude = vscode.workspace.getConfiguration('files');
    await exclude.update('exclude', { [`${FOLDER}/out`]: true }, vscode.ConfigurationTarget.Global);
    try {
      const without = await scanFolder();
      assert.deepEqual(
        without?.found.map(({ path }) => path),
        ['src/two words ü.ts'],
      );
      assert.ok(
        without?.skipped.some(({ why, paths: named }) => why === 'excluded' && named.includes('out')),
      );
    } finally {
      await exclude.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('looks at what an editor holds of a file, saved or not', async () => {
    const editor = await openFile(`${FOLDER}/unsaved.txt`, 'nothing');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `${EMAIL}\n`));
    const report = await scanFolder();
    assert.ok(report?.found.some(({ path }) => path === 'unsaved.txt'));
    // The report is in front now.
    const { document } = await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // What is still changed the editor would save again by itself, after it was removed.
    await until(() => !document.isDirty, vscode.workspace.onDidChangeTextDocument);
    await closeAll();
    rmSync(fileIn(`${FOLDER}/unsaved.txt`).fsPath);
  });

  it('tells files that a rule denies from those that may leave', async () => {
    const section = vscode.workspace.getConfiguration('promptAirlock');
    const rules = [{ path: '**/out/**', action: 'block' }];
    await section.update('rules', rules, vscode.ConfigurationTarget.Global);
    try {
      const report = await scanFolder();
      assert.deepEqual(
        report?.found.map(({ standing, glob }) => [standing, glob]),
        [
          ['denied', '**/out/**'],
          ['open', undefined],
        ],
      );
      assert.deepEqual(report?.total.found, { open: 1, limited: 0, redacted: 0, denied: 1 });
    } finally {
      await section.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('begins no second scan while one is going on', async () => {
    const [first, second] = await Promise.all([scanFolder(), scanFolder()]);
    assert.deepEqual([first, second].filter((report) => report === undefined).length, 1);
  });

  it('counts apart what a policy file declares to be made up, unless the user refuses that', async () => {
    const section = vscode.workspace.getConfiguration(SETTINGS.section);
    const file = fileIn(`${FOLDER}/${POLICY_FILE}`);
    const declared = await testValuesAsJson(githubToken(11), undefined, openScrypt());
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(declared));
    try {
      // The editor tells of the file a moment later.
      let report = await scanFolder();
      while (report?.declared !== 1) report = await scanFolder();
      assert.deepEqual(
        report.found.map(({ path, kinds }) => [path, kinds.map(({ declaredBy }) => declaredBy)]),
        [
          ['out/mail.txt', [undefined]],
          ['src/two words ü.ts', [`${FOLDER}/${POLICY_FILE}`]],
        ],
      );
      assert.equal(report.total.found.open, 1);
      await section.update(SETTINGS.testValues, false, vscode.ConfigurationTarget.Global);
      assert.equal((await scanFolder())?.declared, 0);
    } finally {
      await section.update(SETTINGS.testValues, undefined, vscode.ConfigurationTarget.Global);
      await vscode.workspace.fs.delete(file);
    }
  });
});
