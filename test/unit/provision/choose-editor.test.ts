import assert from 'node:assert/strict';
import { type Surroundings, chooseEditor, hasDisplay } from '../../provision/choose-editor.ts';

/** A headless Linux with nothing on it. */
function surroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    env: {},
    platform: 'linux',
    findOnPath: () => undefined,
    isExecutable: () => false,
    download: () => assert.fail('nothing should have been downloaded'),
    ...changes,
  };
}

describe('choosing the editor for npm start', () => {
  it('takes VSCODE_PATH before everything else', async () => {
    const choice = await chooseEditor(
      surroundings({
        env: { VSCODE_PATH: '/opt/mine/code', DISPLAY: ':0' },
        isExecutable: (file) => file === '/opt/mine/code',
        findOnPath: () => '/usr/bin/code',
      }),
    );
    assert.deepEqual(choice.editor, { kind: 'desktop', command: '/opt/mine/code' });
    assert.deepEqual(choice.passedOver, []);
    assert.match(choice.taken, /VSCODE_PATH/);
  });

  it('takes a VSCODE_PATH that is the name of a command', async () => {
    const findOnPath = (command: string) => (command === 'codium' ? '/usr/bin/codium' : undefined);
    const choice = await chooseEditor(surroundings({ env: { VSCODE_PATH: 'codium' }, findOnPath }));
    assert.deepEqual(choice.editor, { kind: 'desktop', command: '/usr/bin/codium' });
  });

  it('fails when VSCODE_PATH cannot be run, and starts no other editor', async () => {
    const wrong = surroundings({ env: { VSCODE_PATH: '/nowhere' }, findOnPath: () => undefined });
    await assert.rejects(chooseEditor(wrong), /VSCODE_PATH is \/nowhere, which is not a program/);
  });

  it('takes code on the PATH, display or not', async () => {
    const choice = await chooseEditor(surroundings({ findOnPath: () => '/usr/bin/code' }));
    assert.deepEqual(choice.editor, { kind: 'desktop', command: '/usr/bin/code' });
    assert.deepEqual(choice.passedOver, ['VSCODE_PATH is not set.']);
  });

  it('downloads a desktop editor where a window can be shown', async () => {
    const download = async () => '/cache/bin/code';
    for (const changes of [
      { env: { WAYLAND_DISPLAY: 'w' } },
      { platform: 'darwin' },
      { platform: 'win32' },
    ] as const) {
      const choice = await chooseEditor(surroundings({ ...changes, download }));
      assert.deepEqual(choice.editor, { kind: 'desktop', command: '/cache/bin/code' });
      assert.equal(choice.passedOver.length, 2);
    }
  });

  it('takes code-server without a try at downloading where there is no display', async () => {
    const choice = await chooseEditor(surroundings());
    assert.deepEqual(choice.editor, { kind: 'code-server' });
    assert.equal(choice.passedOver.length, 3);
    assert.match(choice.passedOver[2] ?? '', /no display/);
  });

  it('takes code-server and says why where the download fails', async () => {
    const download = () => Promise.reject(new Error('nothing arrived within 4.5 seconds\nand more'));
    const choice = await chooseEditor(surroundings({ env: { DISPLAY: ':0' }, download }));
    assert.deepEqual(choice.editor, { kind: 'code-server' });
    assert.match(choice.passedOver[2] ?? '', /cannot be downloaded: nothing arrived within 4\.5 seconds\.$/);
  });
});

describe('whether there is a display', () => {
  it('goes by the platform, and on Linux by X11 or Wayland', () => {
    assert.equal(hasDisplay({}, 'linux'), false);
    assert.equal(hasDisplay({ DISPLAY: '' }, 'linux'), false);
    assert.equal(hasDisplay({ DISPLAY: ':1' }, 'linux'), true);
    assert.equal(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux'), true);
    assert.equal(hasDisplay({}, 'darwin'), true);
    assert.equal(hasDisplay({}, 'win32'), true);
  });
});
