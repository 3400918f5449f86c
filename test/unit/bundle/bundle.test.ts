import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { CLIENT_VARIABLES, OTHER_VARIABLES } from '../wire/adapters/variables.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DIST = join(ROOT, 'dist');
/** Has each client ask, and prints what it would have sent, headers of its own included. */
const ASK_BUNDLES = `
  const { chatCompletions, responses } = require(process.argv[1] + '/openai.js');
  const { messages } = require(process.argv[1] + '/messages.js');
  const target = { baseUrl: 'https://api.example.test/v1', model: 'claude-sonnet-4-5' };
  const bodies = { shortened: (payload) => payload };
  const request = { target, messages: [{ role: 'user', content: 'hello' }], tools: [], fields: {}, bodies };
  (async () => {
    for (const adapter of [chatCompletions, responses, messages]) {
      const gate = async (url, { method, headers, body }) => {
        console.log(url, JSON.stringify([method, [...new Headers(headers)], body]));
        return new Response('data: [DONE]\\n\\n', { headers: { 'content-type': 'text/event-stream' } });
      };
      const events = [];
      for await (const event of adapter.ask(request, gate, new AbortController().signal)) events.push(event);
      console.log(JSON.stringify(events));
    }
  })();
`;
const read = (name: string): string => readFileSync(join(DIST, name), 'utf8');

describe('the bundles', () => {
  it('are what the design says, and nothing else', () => {
    assert.deepEqual(readdirSync(DIST).sort(), [
      'THIRD-PARTY-NOTICES.txt',
      'card.css',
      'card.js',
      'cli.js',
      'codicon.css',
      'codicon.ttf',
      'comparison.css',
      'comparison.js',
      'extension.js',
      'ledger.css',
      'ledger.js',
      'messages.js',
      'openai.js',
      'scan-thread.js',
      'scan.css',
      'scan.js',
      'secretlint.js',
      'session.js',
      'webview.css',
      'webview.js',
    ]);
  });

  it('keep the editor out of everything but its own', () => {
    for (const name of ['cli.js', 'scan-thread.js', 'openai.js', 'messages.js']) {
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
      '@anthropic-ai/sdk',
      'lit',
      'valibot',
      '@secretlint/secretlint-rule-preset-recommend',
      '@vscode/codicons',
      'highlight.js',
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

  it('send the same whatever the environment says, by each client', () => {
    const run = (env: Readonly<Record<string, string>>): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', ASK_BUNDLES, DIST], {
        env: { ...(process.env['PATH'] && { PATH: process.env['PATH'] }), ...env },
        encoding: 'utf8',
      });
      assert.deepEqual([status, stderr], [0, '']);
      return stdout;
    };
    const without = run({});
    assert.equal(without.split('\n').length, 7, without);
    assert.equal(run({ ...CLIENT_VARIABLES, ...OTHER_VARIABLES }), without);
    // What would be no header at all stops nothing either.
    assert.equal(run({ OPENAI_CUSTOM_HEADERS: 'no header: x', ANTHROPIC_CUSTOM_HEADERS: 'ü: x' }), without);
  });

  it('are packaged with every file they load later', () => {
    const packaged = new Set(readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n'));
    const later = readdirSync(DIST)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [...read(name).matchAll(/import\("\.\/([\w-]+\.js)"\)/g)])
      .map(([, name]) => `!dist/${name}`);
    for (const name of ['openai', 'messages']) assert.ok(later.includes(`!dist/${name}.js`), name);
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
