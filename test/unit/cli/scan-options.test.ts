import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { EMAIL } from '../made-up.ts';
import { run } from './run-cli.ts';

describe('the terminal, told more', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-cli-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function file(name: string, content: unknown): string {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  it('finds own terms and patterns, and leaves out kinds that are off', async () => {
    const config = file('rules.json', {
      terms: ['Project Falcon'],
      internalPatterns: [{ name: 'Ticket', pattern: 'FALC-\\d{3,5}' }],
      kinds: { email: 'off' },
    });
    const { code, stdout } = await run(['redact', '--config', config], `projectFalcon FALC-482 ${EMAIL}`);
    assert.equal(code, 0);
    assert.equal(stdout, `INTERNAL_NAME_1 TICKET_1 ${EMAIL}`);
  });

  it('finds again what a file keeps secret, in whatever spelling, and names its key', async () => {
    const value = 'wintergarten-am-see';
    const env = file('.env', `DB_PASSWORD=${value}\nNODE_ENV=development\n`);
    const text = `in development: ${value} and ${Buffer.from(value).toString('base64')}`;
    const { stdout } = await run(['check', '--known', env], text);
    assert.match(stdout, /value of DB_PASSWORD in /);
    assert.ok(!stdout.includes(value));
    const redacted = await run(['redact', '--known', env], text);
    assert.ok(!redacted.stdout.includes(value));
    assert.match(redacted.stdout, /^in development: DB_PASSWORD_1 /);
  });

  for (const [what, content] of [
    ['no JSON', '{'],
    ['an unknown key', { term: [] }],
    ['a kind there is none of', { kinds: { emial: 'off' } }],
    ['a catastrophic pattern', { secretPatterns: [{ name: 'Bad one', pattern: '(a+)+b' }] }],
  ] as const) {
    it(`refuses settings with ${what}, and reads nothing`, async () => {
      const { code, stdout, stderr } = await run(['check', '--config', file('bad.json', content)], EMAIL);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /bad\.json/);
      assert.ok(!stderr.includes(EMAIL));
    });
  }

  it('blocks a destination that misses a requirement, with the clause, whatever is in the prompt', async () => {
    const config = file('demands.json', { requirements: { preset: 'health-data' } });
    const { code, stdout } = await run(['check', '--to', 'openai/gpt-5', '--config', config], 'a question');
    assert.equal(code, 1);
    assert.match(stdout, /^Blocked$/m);
    assert.match(stdout, /You require that nothing is kept; this destination keeps it for up to 30 days\./);
  });

  it('lets rules of the user decide for a kind and a destination', async () => {
    const rules = [{ kind: 'email', destination: 'openai-api/*', action: 'notify' }];
    const args = ['check', '--config', file('own.json', { rules }), '--to'];
    assert.equal((await run([...args, 'openai/gpt-5'], EMAIL)).code, 0);
    assert.equal((await run([...args, 'deepinfra/meta-llama/Llama-3.3-70B-Instruct'], EMAIL)).code, 1);
  });

  it('lists every kind', async () => {
    const { code, stdout } = await run(['kinds']);
    assert.equal(code, 0);
    assert.match(stdout, /^email +pii +medium +e-mail address$/m);
    assert.match(stdout, /^own-term +internal +medium +term of your own$/m);
  });
});
