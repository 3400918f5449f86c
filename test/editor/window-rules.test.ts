import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { rulingsOf } from '../../src/decide/paths/verdict.ts';
import { allowances } from '../../src/editor/allowances.ts';
import { SETTINGS } from '../../src/editor/ids.ts';
import { fileNameOf } from '../../src/editor/models/workspace-paths.ts';
import { readSettings, type Settings } from '../../src/editor/settings.ts';
import { findFiles } from '../../src/editor/paths/find-files.ts';
import type { Search } from '../../src/editor/paths/listed-files.ts';
import { WindowRules } from '../../src/editor/window-rules.ts';
import { english } from '../../src/sentences/translate.ts';
import { settingRows } from '../../src/sentences/explain-settings.ts';
import { activate, fileIn } from './editing.ts';

const FOLDER = 'ruled';

describe('what holds in a window, in the extension host', function () {
  this.timeout(60_000);
  let rules: WindowRules | undefined;
  let told: (() => void)[] = [];

  before(activate);
  beforeEach(() => {
    told = [];
  });
  afterEach(async () => {
    rules?.dispose();
    await vscode.workspace.fs.delete(fileIn(FOLDER), { recursive: true }).then(undefined, () => undefined);
    await set(SETTINGS.ignoreFiles, undefined);
    await set(SETTINGS.paths, undefined);
  });

  const set = (key: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration(SETTINGS.section).update(key, value, vscode.ConfigurationTarget.Global);
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(fileIn(`${FOLDER}/${name}`), new TextEncoder().encode(text));

  async function open(
    organisation?: {
      readonly path: string;
      readonly owner: number;
    },
    search?: Search<vscode.Uri>,
  ): Promise<WindowRules> {
    rules = new WindowRules(() => told.splice(0).forEach((tell) => tell()), english, organisation, search);
    await rules.settled;
    return rules;
  }

  /** Waits until something is so, looking again whenever other rules hold. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => told.push(resolve));
  }

  /** What is said of a file: effect, glob and where that stands. */
  const said = ({ settings }: WindowRules, name: string): readonly string[] =>
    rulingsOf(fileNameOf(fileIn(`${FOLDER}/${name}`)), settings.demands.paths ?? []).map(
      ({ effect, glob, source }) =>
        `${effect.does} ${glob} ${source.file ?? source.layer}:${source.line ?? ''}`,
    );

  it('has the nearest policy file win, and both are read as they come and go', async () => {
    await write('.promptairlock.json', '{\n  "paths": [\n    "*.csv"\n  ]\n}');
    const now = await open();
    assert.deepEqual(said(now, 'a/b.csv'), [`deny *.csv ${FOLDER}/.promptairlock.json:3`]);
    await write('a/.promptairlock.json', '{ "paths": ["!b.csv", { "path": "c.csv", "rule": "redact" }] }');
    await until(() => said(now, 'a/b.csv').length === 0);
    assert.deepEqual(said(now, 'a/c.csv'), [`redact c.csv ${FOLDER}/a/.promptairlock.json:1`]);
    assert.deepEqual(said(now, 'c.csv'), [`deny *.csv ${FOLDER}/.promptairlock.json:3`]);
    await vscode.workspace.fs.delete(fileIn(`${FOLDER}/a`), { recursive: true });
    await until(() => said(now, 'a/b.csv').length === 1);
  });

  it('reads no file through a link, as it lies elsewhere', async () => {
    await write('.promptairlock.json', '{ "paths": ["*.csv"] }');
    symlinkSync(fileIn(FOLDER).fsPath, fileIn(`${FOLDER}/again`).fsPath);
    const now = await open();
    assert.deepEqual(said(now, 'b.csv'), [`deny *.csv ${FOLDER}/.promptairlock.json:1`]);
    assert.deepEqual(
      now.team.paths.map(({ source }) => source.file),
      [`${FOLDER}/.promptairlock.json`],
    );
  });

  it('has the fields of its files completed by the editor', async () => {
    await write('.promptairlock.json', '{  }');
    const uri = fileIn(`${FOLDER}/.promptairlock.json`);
    await vscode.workspace.openTextDocument(uri);
    const fields = async (): Promise<readonly string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(0, 2),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    // The editor's language server for JSON may not be there yet.
    let offered = await fields();
    for (let go = 0; go < 20 && !offered.includes('requirements'); go++) offered = await fields();
    for (const field of ['terms', 'requirements', 'paths', 'kinds', 'destinations', 'testValues'])
      assert.ok(offered.includes(field), `${field} among ${offered.join(', ')}`);
  });

  it('honours ignore files of AI tools, and .gitignore where the user says so', async () => {
    await write('.aiexclude', '# ours\nplans/\n');
    await write('.gitignore', 'out/\n');
    const now = await open();
    assert.deepEqual(said(now, 'plans/a.md'), [`deny plans/ ${FOLDER}/.aiexclude:2`]);
    assert.deepEqual(said(now, 'out/a.js'), []);
    await set(SETTINGS.ignoreFiles, ['.gitignore']);
    now.update();
    await now.settled;
    assert.deepEqual(said(now, 'out/a.js'), [`deny out/ ${FOLDER}/.gitignore:1`]);
    assert.deepEqual(said(now, 'plans/a.md'), []);
  });

  it('takes the user’s exceptions from what is built in, and from nobody else', async () => {
    await write('.promptairlock.json', '{ "paths": ["**/.env"] }');
    await set(SETTINGS.paths, ['!.env', '!.env.local']);
    const now = await open();
    assert.deepEqual(said(now, '.env'), [`deny **/.env ${FOLDER}/.promptairlock.json:1`]);
    assert.deepEqual(said(now, '.env.local'), []);
    assert.deepEqual(said(now, '.env.production'), ['deny .env* built-in:']);
  });

  it('says at which place the user’s own rules cannot be read, and sends nothing until they can', async () => {
    await set(SETTINGS.paths, ['ok', { path: '*.sql' }]);
    const { settings } = await open();
    assert.deepEqual(settings.route, {
      ok: false,
      text:
        'promptAirlock.paths cannot be read (1): This says nothing of what happens to the files: ' +
        'write "rule": "deny", "redact" or "local". Nothing is sent until that is mended in the settings.',
    });
  });

  it('is what an organisation demands and locks, and says who does', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airlock-organisation-'));
    chmodSync(folder, 0o755);
    const path = join(folder, 'policy.json');
    const policy = {
      requirements: { training: 'never' },
      destinations: ['openai/*'],
      settings: { 'promptAirlock.chat.restore': false },
    };
    writeFileSync(path, JSON.stringify(policy), { mode: 0o644 });
    try {
      const { settings, team } = await open({ path, owner: process.getuid?.() ?? 0 });
      assert.equal(settings.demands.requirements.training, 'never');
      assert.deepEqual(
        settings.demands.destinations?.map(({ globs, source }) => [globs, source.layer]),
        [[['openai/*'], 'organisation']],
      );
      // In a window onto another machine whoever made that could have written the file.
      assert.equal(settings.chat.restore, vscode.env.remoteName !== undefined);
      const rows = settingRows(team.trace, english);
      const row = rows.find(({ name }) => name === 'requirements.training');
      assert.deepEqual(
        [row?.value, row?.from, row?.locked],
        ['No training', ['policy of your organisation, line 1'], true],
      );
      rules?.dispose();
      // Of somebody else it stops everything: it may be that it demands more.
      const refused = await open({ path, owner: (process.getuid?.() ?? 0) + 1 });
      assert.match(refused.problem ?? '', /Nothing is sent until that is mended\.$/);
      assert.deepEqual(refused.settings.demands.destinations?.at(-1)?.globs, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('writes nothing that an organisation has locked, and says so instead', async () => {
    const print = 'a7'.repeat(32);
    const own = (): Settings => readSettings(english);
    const name = `${SETTINGS.section}.${SETTINGS.allowedValues}`;
    const locked = { ...own(), locked: new Map([[name, []]]) };
    const allow = (settings: () => Settings): Promise<void> =>
      allowances(settings, () => Promise.resolve(print), english).allowValue('made up');
    try {
      await allow(() => locked);
      assert.ok(!own().allowed.has(print));
      // The same call writes it where nothing is locked, or it would not be the lock that keeps it.
      await allow(own);
      assert.ok(own().allowed.has(print));
    } finally {
      await set(SETTINGS.allowedValues, undefined);
    }
  });

  it('sends nothing where the search for policy files fails, until it does not', async () => {
    await write('.promptairlock.json', '{ "paths": ["*.csv"] }');
    let isBroken = true;
    const now = await open(undefined, (glob, most) =>
      isBroken && glob.includes('.promptairlock') ? Promise.reject(new Error('gone')) : findFiles(glob, most),
    );
    assert.match(now.problem ?? '', /Nothing is sent until they can be\.$/);
    assert.deepEqual(now.settings.demands.destinations?.at(-1)?.globs, []);
    isBroken = false;
    await write('a/.promptairlock.json', '{}');
    await until(() => now.problem === undefined);
    assert.deepEqual(now.settings.demands.destinations, []);
    assert.deepEqual(said(now, 'b.csv'), [`deny *.csv ${FOLDER}/.promptairlock.json:1`]);
  });

  it('sends nothing where there are more policy files or ignore files than are read', async () => {
    await write('.aiexclude', 'plans/\n');
    for (const name of ['.promptairlock.json', '.aiexclude']) {
      // As many as were asked for: there may be others.
      const now = await open(undefined, async (glob, most) => {
        const found = await findFiles(glob, most);
        const more = Array.from({ length: most - found.length }, (_, n) => fileIn(`${FOLDER}/${n}/${name}`));
        return glob.includes(name) ? [...found, ...more] : found;
      });
      assert.match(now.problem ?? '', /Nothing is sent until they can be\.$/, name);
      assert.deepEqual(now.settings.demands.destinations?.at(-1)?.globs, [], name);
      assert.deepEqual(said(now, 'plans/a.md'), [`deny plans/ ${FOLDER}/.aiexclude:1`]);
      now.dispose();
    }
  });
});
