import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');
const read = (name: string): string => readFileSync(join(DIST, name), 'utf8');

describe('the bundles', () => {
  it('are what the design says, and nothing else', () => {
    assert.deepEqual(readdirSync(DIST).sort(), [
      'THIRD-PARTY-NOTICES.txt',
      'card.css',
      'card.js',
      'chat-completions.js',
      'cli.js',
      'codicon.css',
      'codicon.ttf',
      'comparison.css',
      'comparison.js',
      'extension.js',
      'scan-thread.js',
      'secretlint.js',
      'session.js',
      'webview.css',
      'webview.js',
    ]);
  });

  it('keep the editor out of everything but its own', () => {
    for (const name of ['cli.js', 'scan-thread.js', 'chat-completions.js']) {
      assert.ok(!/require\("vscode"\)/.test(read(name)), name);
    }
  });

  it('start small: what is loaded with the editor holds neither engine, catalogue nor client', () => {
    assert.ok(statSync(join(DIST, 'extension.js')).size < 80 * 1024);
    for (const part of ['secretlint', 'deepinfra.com', 'chat/completions']) {
      assert.ok(!read('extension.js').includes(part), part);
    }
  });

  it('name the licences of what is in them', () => {
    for (const name of [
      'openai',
      'lit',
      'valibot',
      '@secretlint/secretlint-rule-preset-recommend',
      '@vscode/codicons',
    ]) {
      assert.match(read('THIRD-PARTY-NOTICES.txt'), new RegExp(`^${name} \\d`, 'm'), name);
    }
  });

  it('hold no address of the machine they were built on', () => {
    for (const name of readdirSync(DIST)) assert.ok(!read(name).includes(ROOT), name);
  });

  it('let no variable of the environment turn on a log of what is scanned', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, 'cli.js'), 'check'], {
      input: 'words that were typed',
      env: { ...process.env, DEBUG: '*' },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.ok(!`${stdout}${stderr}`.includes('words that were typed'));
  });

  it('are packaged with every file they load later', () => {
    const packaged = new Set(readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n'));
    const later = readdirSync(DIST)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [...read(name).matchAll(/import\("\.\/([\w-]+\.js)"\)/g)])
      .map(([, name]) => `!dist/${name}`);
    assert.ok(later.includes('!dist/chat-completions.js'));
    assert.deepEqual(
      later.filter((line) => !packaged.has(line)),
      [],
    );
  });

  it('fit into a package of less than 2 MB', () => {
    const [vsix] = globSync('prompt-airlock-*.vsix', { cwd: ROOT });
    assert.ok(vsix, 'npm run package makes it');
    assert.ok(statSync(join(ROOT, vsix)).size < 2 * 1024 * 1024);
  });
});
