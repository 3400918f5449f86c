import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { EMAIL } from '../made-up.ts';
import { run } from './run-cli.ts';

interface Line {
  readonly id: number;
  readonly decision?: string;
  readonly text?: string;
  readonly error?: string;
  readonly findings?: readonly { readonly class: string; readonly kind: string }[];
}

describe('the terminal, with rules for files', function () {
  this.timeout(60_000);
  let folder: string;
  let config: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-files-'));
    mkdirSync(join(folder, 'secrets'));
    config = file('rules.json', {
      rules: [
        { path: 'secrets/**', action: 'block' },
        { path: '*.log', kind: 'email', action: 'notify' },
      ],
    });
    file('secrets/plain.txt', 'nothing to see');
    file('app.log', `from ${EMAIL}`);
    symlinkSync(join(folder, 'secrets/plain.txt'), join(folder, 'harmless.txt'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function file(name: string, content: unknown): string {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  for (const name of ['secrets/plain.txt', 'harmless.txt'])
    it(`blocks a denied file whatever is in it, and says which rule it was: ${name}`, async () => {
      const args = ['--config', config, join(folder, name)];
      const checked = await run(['check', '--to', 'openai/gpt-5', ...args]);
      assert.equal(checked.code, 1);
      assert.match(checked.stdout, /^Blocked$/m);
      assert.match(
        checked.stdout,
        /your rule 1 \(path `secrets\/\*\*`\) denies the whole file; leave it out\.$/m,
      );
      assert.match(checked.stdout, /File under a rule of yours that denies it \(file rule, critical\): /);
      const redacted = await run(['redact', ...args]);
      assert.deepEqual([redacted.code, redacted.stdout], [1, '']);
      assert.match(redacted.stderr, /^prompt-airlock: .*your rule 1 \(path `secrets/);
    });

  it('lets a finding go in the files a rule is about, and not where no file is known', async () => {
    const args = ['check', '--to', 'openai/gpt-5', '--config', config];
    const { code, stdout } = await run([...args, join(folder, 'app.log')]);
    assert.equal(code, 0);
    assert.match(stdout, /app\.log: your rule 2 \(path `\*\.log`\) lets it go, and tells\.$/m);
    assert.equal((await run(args, `from ${EMAIL}`)).code, 1);
  });

  it('goes by the path of each line of a batch', async () => {
    const input = [
      { id: 0, text: 'plain', path: 'secrets/a.txt' },
      { id: 1, text: EMAIL, path: 'x/app.log' },
      { id: 2, text: EMAIL },
      { id: 3, text: 'plain', path: 'src\\Secrets\\a.txt' },
      { id: 4, text: 'plain', path: 'x'.repeat(5000) },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const lines = (stdout: string): Line[] =>
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
    const checked = await run(['check', '--jsonl', '--to', 'openai/gpt-5', '--config', config], input);
    assert.deepEqual(
      lines(checked.stdout).map(({ decision, error, findings }) => [decision ?? error, findings?.[0]?.kind]),
      [
        ['block', 'denied-file'],
        ['notify', 'email'],
        ['redact', 'email'],
        ['block', 'denied-file'],
        ['no path of up to 4096 characters', undefined],
      ],
    );
    const redacted = await run(['redact', '--jsonl', '--config', config], input);
    assert.equal(redacted.code, 2);
    const results = lines(redacted.stdout);
    assert.deepEqual(
      results.map(({ id, text }) => [id, text]),
      [
        [0, undefined],
        [1, 'EMAIL_1'],
        [2, 'EMAIL_1'],
        [3, undefined],
        [4, undefined],
      ],
    );
    assert.match(results[0]?.error ?? '', /^secrets.a\.txt: your rule 1 /);
  });
});
