import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { CARD, EMAIL, githubToken } from '../made-up.ts';
import { run } from './run-cli.ts';

const TEXT = `token ${githubToken()} of ${EMAIL}, paid by ${CARD}\n`;
const GERMAN = { LC_ALL: 'de_DE.UTF-8' };

function inGerman(args: readonly string[], input = ''): ReturnType<typeof run> {
  return run(args, input, [], undefined, GERMAN);
}

describe('the language of the terminal', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-cli-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const cases: readonly (readonly [string, readonly string[], NodeJS.ProcessEnv, 'de' | 'en'])[] = [
    ['--lang', ['--lang', 'de'], {}, 'de'],
    ['--lang with =', ['--lang=de'], {}, 'de'],
    ['--lang with a region nobody wrote for', ['--lang', 'de-AT'], {}, 'de'],
    ['--lang before the system’s', ['--lang', 'en'], GERMAN, 'en'],
    ['LC_ALL', [], GERMAN, 'de'],
    ['LC_MESSAGES', [], { LC_ALL: '', LC_MESSAGES: 'de_CH.UTF-8', LANG: 'en_GB.UTF-8' }, 'de'],
    ['LANG', [], { LC_ALL: '', LC_MESSAGES: '', LANG: 'de' }, 'de'],
    ['LC_ALL before LANG', [], { LC_ALL: 'en_GB.UTF-8', LANG: 'de_DE.UTF-8' }, 'en'],
    ['a system in a language there are no messages in', [], { LC_ALL: 'fi_FI.UTF-8' }, 'en'],
    ['a system that says nothing', [], { LC_ALL: '', LC_MESSAGES: '', LANG: '' }, 'en'],
    ['a system that names a file', [], { LC_ALL: '../../package' }, 'en'],
  ];
  for (const [what, args, environment, language] of cases) {
    it(`is ${language} by ${what}`, async () => {
      const { code, stdout, stderr } = await run(['check', ...args], TEXT, [], undefined, environment);
      assert.equal(code, 1, stderr);
      assert.match(stdout, language === 'de' ? /^Darf geschwärzt gehen$/m : /^May go redacted$/m);
    });
  }

  it('is that of what went wrong as well, and of the help', async () => {
    const wrong = await inGerman(['guess']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Diesen Befehl gibt es nicht: guess\n\nAufruf:\n/);
    assert.match((await run(['--help', '--lang', 'de'])).stderr, /^Aufruf:\n {2}prompt-airlock check/);
  });

  it('is refused where it is asked for and there are no messages in it', async () => {
    const { code, stdout, stderr } = await run(['check', '--lang', 'xx'], TEXT);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /no messages in "xx"; --lang is one of en, de/);
  });

  it('changes nothing of what a program reads', async () => {
    const file = join(folder, 'denied.pem');
    const config = join(folder, 'config.json');
    writeFileSync(file, TEXT);
    writeFileSync(config, JSON.stringify({ rules: [{ path: '*.pem', action: 'block' }] }));
    const lines = [{ id: 1, text: TEXT }, { id: 2 }, { id: 3, text: 'x', path: file }].map((line) =>
      JSON.stringify(line),
    );
    const calls: readonly (readonly [readonly string[], string])[] = [
      [['check', '--json'], TEXT],
      [['check', '--jsonl', '--to', 'openai/gpt-5'], lines.join('\n')],
      [['redact', '--jsonl', '--config', config], lines.join('\n')],
      [['redact'], TEXT],
      [['policy', 'openai/gpt-5', '--json'], ''],
      [['compare', '--require', 'client-nda', '--json'], ''],
    ];
    for (const [args, input] of calls) {
      const [english, german] = await Promise.all([run(args, input), inGerman(args, input)]);
      assert.ok(english.stdout.length > 10, args.join(' '));
      assert.deepEqual(german, english, args.join(' '));
    }
  });
});
