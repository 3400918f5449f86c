import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION, SETTINGS } from '../../src/editor/ids.ts';
import { ownEnvironment } from '../../src/editor/own-environment.ts';
import { writeSetting } from '../../src/editor/setting.ts';
import { readSettings } from '../../src/editor/settings.ts';
import { WindowRules } from '../../src/editor/window-rules.ts';
import { english } from '../../src/sentences/translate.ts';
import { ATTACK_SETTINGS } from '../provision/attack-repository.ts';
import { machineSettingsVariable } from '../provision/machine-settings.ts';
import { alike } from './alike.ts';
import { activate, fileIn } from './editing.ts';

/** Settings that tell when the file was read, and when it is gone; a machine may set them. */
const HEEDED = 'editor.rulers';

describe('a window onto another machine', function () {
  this.timeout(30_000);
  const file = process.env[machineSettingsVariable] ?? '';

  before(activate);
  afterEach(async () => {
    if (!existsSync(file)) return;
    // That the file is gone is not always told.
    await heeding(() => writeFileSync(file, '{}'));
    rmSync(file);
  });

  /** Changes what the machine's own settings say, and waits until the editor heeds it. */
  async function heeding(change: () => void): Promise<void> {
    const heeded = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(HEEDED)) return;
        listener.dispose();
        resolve();
      });
    });
    change();
    await heeded;
  }

  const writeMachineSettings = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
    heeding(() => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ ...settings, [HEEDED]: [77] }));
    });

  it('is one, and the engine runs where the files are', () => {
    assert.ok(vscode.env.remoteName !== undefined);
    assert.equal(vscode.extensions.getExtension(EXTENSION)?.extensionKind, vscode.ExtensionKind.Workspace);
    assert.equal(fileIn('x').scheme, 'file');
  });

  it('is told nothing by the settings of that machine, as a container brings them', async () => {
    const before = alike(readSettings(english));
    await writeMachineSettings(ATTACK_SETTINGS);
    assert.deepEqual(vscode.workspace.getConfiguration('editor').get('rulers'), [77]);
    assert.deepEqual(alike(readSettings(english)), before);
    const rules = new WindowRules(() => undefined, english);
    await rules.settled;
    assert.deepEqual(rules.settings.written, readSettings(english).written);
    assert.equal(rules.problem, undefined);
    rules.dispose();
  });

  it('is told nothing by the variables of that machine either, where the user named one for a key at home', () => {
    assert.ok(process.env['OPENAI_API_KEY']);
    assert.equal(ownEnvironment(), undefined);
  });

  it('takes what the user sets, whatever that machine says of the same', async () => {
    await writeMachineSettings(ATTACK_SETTINGS);
    const rules = [{ kind: 'email', action: 'block' }];
    await writeSetting(SETTINGS.rules, rules);
    try {
      assert.deepEqual(readSettings(english).demands.rules, rules);
    } finally {
      await writeSetting(SETTINGS.rules, undefined);
    }
    assert.deepEqual(readSettings(english).demands.rules, []);
  });
});
