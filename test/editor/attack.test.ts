import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { rulingsOf } from '../../src/decide/paths/verdict.ts';
import { fileSource } from '../../src/editor/attachments/file-source.ts';
import { fileNameOf } from '../../src/editor/models/workspace-paths.ts';
import { readSettings } from '../../src/editor/settings.ts';
import { WindowRules } from '../../src/editor/window-rules.ts';
import { english } from '../../src/sentences/translate.ts';
import {
  ATTACK_SETTINGS,
  HOSTILE_POLICIES,
  KEPT_FILES,
  LOOSENING_LINES,
  removeHostilePolicies,
  writeAttackRepository,
  writeHostilePolicies,
} from '../provision/attack-repository.ts';
import { alike } from './alike.ts';
import { activate, closeAll, fileIn, until } from './editing.ts';

/** The folder of the sample workspace in which it lies. */
const FOLDER = 'attack';

describe('an attack repository, in the extension host', function () {
  this.timeout(60_000);
  let root: string;
  let outside: string;

  before(async () => {
    await activate();
    root = fileIn(FOLDER).fsPath;
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root);
    outside = mkdtempSync(join(tmpdir(), 'airlock-outside-'));
    writeAttackRepository(root, outside);
  });
  after(async () => {
    await closeAll();
    removeHostilePolicies(root);
    rmSync(join(root, '.promptairlock.json'), { force: true });
    // Nothing else of this suite could be sent before the window knows.
    await until(
      () => toldOf().every(({ uri }) => !uri.path.includes(`/${FOLDER}/`)),
      vscode.languages.onDidChangeDiagnostics,
    );
    for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
  });

  /** Rules as a window has them that opens now. */
  async function rulesNow(): Promise<WindowRules> {
    const rules = new WindowRules(() => undefined, english);
    await rules.settled;
    return rules;
  }

  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(join(root, name));

  it('sets nothing, by the settings of its folder', async () => {
    const before = alike(readSettings(english));
    const heeded = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('editor.rulers')) return;
        listener.dispose();
        resolve();
      });
    });
    const settings = { ...ATTACK_SETTINGS, 'editor.rulers': [78] };
    const file = fileIn('.vscode/settings.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(settings)));
    try {
      await heeded;
      assert.deepEqual(alike(readSettings(english)), before);
      const rules = await rulesNow();
      assert.deepEqual(rules.settings.written, readSettings(english).written);
      rules.dispose();
    } finally {
      await vscode.workspace.fs.delete(fileIn('.vscode'), { recursive: true });
    }
  });

  it('loosens nothing by its policy, and is told so at the line', async () => {
    const rules = await rulesNow();
    const { scan, demands, written, custom, ignoreFiles } = rules.settings;
    const own = readSettings(english);
    assert.equal(rules.problem, undefined);
    assert.deepEqual([written, custom, ignoreFiles], [own.written, own.custom, own.ignoreFiles]);
    assert.ok(!Object.values(scan.kinds ?? {}).includes('off'));
    assert.deepEqual(demands.rules, own.demands.rules);
    rules.dispose();
    const policy = uriOf('.promptairlock.json');
    const lines = (): readonly number[] => [
      ...new Set(
        toldOf()
          .filter(({ uri }) => uri.path === policy.path)
          .flatMap(({ all }) => all.map(({ range }) => range.start.line + 1)),
      ),
    ];
    await until(() => lines().length >= LOOSENING_LINES.length, vscode.languages.onDidChangeDiagnostics);
    assert.deepEqual(
      lines().toSorted((a, b) => a - b),
      [...LOOSENING_LINES],
    );
  });

  it('lets go of no file, however it is named or reached', async () => {
    const rules = await rulesNow();
    const { paths = [] } = rules.settings.demands;
    const deniedBy = (uri: vscode.Uri): string | undefined =>
      rulingsOf(fileNameOf(uri), paths).find(({ effect }) => effect.does === 'deny')?.glob;
    for (const name of [...KEPT_FILES, 'src/again/.env']) {
      const uri = uriOf(name);
      assert.ok(deniedBy(uri), JSON.stringify(name));
      const { pieces, leftOut } = await fileSource(uri).read({
        signal: new AbortController().signal,
        progress: () => undefined,
        isRuled: () => false,
        deniedBy: () => deniedBy(uri),
      });
      assert.deepEqual([pieces.length, leftOut.map(({ why }) => why)], [0, ['denied']], JSON.stringify(name));
    }
    assert.equal(deniedBy(uriOf('README.md')), undefined);
    rules.dispose();
  });

  it('stops everything with what cannot be read, and goes on once that is gone', async () => {
    writeHostilePolicies(root, outside);
    const stopped = await rulesNow();
    assert.match(stopped.problem ?? '', /\.promptairlock\.json:\d+:\d+: /);
    const [list] = (stopped.settings.demands.destinations ?? []).filter(({ globs }) => globs.length === 0);
    assert.ok(list, 'who does not ask for the problem is kept back as well');
    const { requirements } = stopped.settings.demands;
    assert.equal(requirements.training, 'never', 'what can be read holds');
    stopped.dispose();
    const told = Object.keys(HOSTILE_POLICIES).filter((folder) => !['longer'].includes(folder));
    await until(
      () => told.every((folder) => toldOf().some(({ uri }) => uri.path.includes(`/${FOLDER}/${folder}/`))),
      vscode.languages.onDidChangeDiagnostics,
    );
    removeHostilePolicies(root);
    const after = await rulesNow();
    assert.equal(after.problem, undefined);
    after.dispose();
  });
});

interface Told {
  readonly uri: vscode.Uri;
  readonly all: readonly vscode.Diagnostic[];
}

/** What the extension says of policy files. */
function toldOf(): readonly Told[] {
  return vscode.languages
    .getDiagnostics()
    .map(([uri, all]) => ({ uri, all: all.filter(({ source }) => source === 'Prompt Airlock') }))
    .filter(({ uri, all }) => all.length > 0 && uri.path.endsWith('/.promptairlock.json'));
}
