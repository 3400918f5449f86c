import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseEditor } from '../../provision/choose-editor.ts';
import { openInDesktop } from '../../provision/desktop.ts';
import { findOnPath, isExecutable } from '../../provision/toolchain.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Puts a stand-in `code` into the folder that writes its arguments, a call a line, to `calls`. */
function standIn(folder: string, exitCode = 0): string {
  const calls = join(folder, 'calls');
  const script = `#!/bin/sh\nfor a in "$@"; do printf '%s|' "$a"; done >> '${calls}'\necho >> '${calls}'\n`;
  writeFileSync(join(folder, 'code'), `${script}echo 'said why' >&2\nexit ${exitCode}\n`, { mode: 0o755 });
  return calls;
}

async function chosenCommand(env: Record<string, string>): Promise<string> {
  const { editor } = await chooseEditor({
    env,
    platform: 'linux',
    findOnPath: (command) => findOnPath(command, env),
    isExecutable,
    download: () => assert.fail('nothing should have been downloaded'),
  });
  if (editor.kind !== 'desktop') assert.fail(`took ${editor.kind}`);
  return editor.command;
}

describe('opening a desktop editor', function () {
  before(function () {
    // The stand-in is a shell script.
    if (process.platform === 'win32') this.skip();
  });

  it('installs the extension and then opens the folder, in a profile of its own', () =>
    inTemporaryFolder(async (folder) => {
      const calls = standIn(folder);
      const command = await chosenCommand({ PATH: folder });
      assert.equal(command, join(folder, 'code'));
      const profileFolder = join(folder, 'profile');
      await openInDesktop({
        command,
        vsix: '/repo/my ext.vsix',
        folder: '/work space',
        profileFolder,
        asRoot: false,
        settings: { 'workbench.startupEditor': 'none' },
      });
      const profile = `--user-data-dir|${profileFolder}/user-data|--extensions-dir|${profileFolder}/extensions|`;
      assert.deepEqual(readFileSync(calls, 'utf8').trim().split('\n'), [
        `${profile}--install-extension|/repo/my ext.vsix|--force|`,
        `${profile}--new-window|--disable-workspace-trust|/work space|`,
      ]);
      const settings = readFileSync(join(profileFolder, 'user-data', 'User', 'settings.json'), 'utf8');
      assert.deepEqual(JSON.parse(settings), { 'workbench.startupEditor': 'none' });
    }));

  it('takes the editor that VSCODE_PATH names', () =>
    inTemporaryFolder(async (folder) => {
      standIn(folder);
      assert.equal(
        await chosenCommand({ VSCODE_PATH: join(folder, 'code'), PATH: '' }),
        join(folder, 'code'),
      );
    }));

  it('keeps the settings that a user of the profile changed, and tells Electron about root', () =>
    inTemporaryFolder(async (folder) => {
      const calls = standIn(folder);
      const start = {
        command: join(folder, 'code'),
        vsix: 'a.vsix',
        folder: 'ws',
        profileFolder: join(folder, 'profile'),
        asRoot: true,
      };
      await openInDesktop({ ...start, settings: { first: true } });
      await openInDesktop({ ...start, settings: { second: true } });
      const settings = readFileSync(join(folder, 'profile', 'user-data', 'User', 'settings.json'), 'utf8');
      assert.deepEqual(JSON.parse(settings), { first: true });
      for (const call of readFileSync(calls, 'utf8').trim().split('\n'))
        assert.match(call, /\|--no-sandbox\|/);
    }));

  it('fails with the call and what the editor said, and does not go on to open', () =>
    inTemporaryFolder(async (folder) => {
      const calls = standIn(folder, 3);
      const opening = openInDesktop({
        command: join(folder, 'code'),
        vsix: 'a.vsix',
        folder: 'ws',
        profileFolder: join(folder, 'profile'),
        settings: {},
        asRoot: false,
      });
      await assert.rejects(opening, /--install-extension a\.vsix --force` failed: said why$/);
      assert.equal(readFileSync(calls, 'utf8').trim().split('\n').length, 1);
    }));
});
