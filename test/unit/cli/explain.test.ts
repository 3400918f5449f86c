import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { run } from './run-cli.ts';

/** Families of what is looked for, each with a line that looks like one, its value, and why it is let pass. */
const PASSED: readonly (readonly [family: string, line: string, value: string, place: string])[] = [
  [
    'a token whose check digits are wrong',
    'key AGE-SECRET-KEY-1S9345PNNVGLM4TPTTM92LM9XRX6CU5HYXQCHT8LSV450THSMAUMSLJ7KW9',
    'PNNVGLM4TPTTM92',
    '5 failed-check',
  ],
  ['a token that is plainly fake', `ghp_${'x'.repeat(36)}`, 'x'.repeat(36), '1 plainly-fake'],
  ['a structure', 'X-Api-Key: mock-q8Zr2LmX0vTn5KcP', 'q8Zr2LmX0vTn5KcP', '12 says-fake'],
  ['an address', 'postgres://app:your-password@db.acme.dev/app', 'your-password', '1 placeholder'],
  [
    'a value beside the name of a vendor',
    '"algolia_api_key_sha256": "8f3a1b2c4d5e6f708192a3b4c5d6e7f8"',
    '8f3a1b2c4d5e6f708192a3b4c5d6e7f8',
    '28 digest',
  ],
  ['a value given to a name', 'password: ${DB_PASSWORD}', 'DB_PASSWORD', '1 template-reference'],
  ['a weak value given to a name', 'the token is meadow', 'meadow', '5 too-weak'],
];

describe('check --explain', function () {
  this.timeout(60_000);

  it('names what let each family pass, with its place and without its value', async () => {
    const { code, stdout, stderr } = await run(
      ['check', '--explain'],
      PASSED.map(([, line]) => `${line}\n`).join(''),
    );
    assert.equal(code, 0, stderr);
    const lines = PASSED.map(([, , , place], at) => `  ${at + 1}:${place}`);
    assert.ok(stdout.includes(`\n${PASSED.length} let pass\n${lines.join('\n')}\n`), stdout);
    for (const [family, , value] of PASSED) assert.ok(!stdout.includes(value), family);
  });

  it('says nothing of what was found, and nothing unless it is asked', async () => {
    const text = 'password: "kR8!pqx2Lw"\npassword: ${DB_PASSWORD}\n';
    const explained = await run(['check', '--explain'], text);
    assert.equal(explained.code, 1);
    assert.match(explained.stdout, /\n1 let pass\n {2}2:1 template-reference\n/);
    const plain = await run(['check'], text);
    assert.ok(!plain.stdout.includes('let pass') && !plain.stdout.includes('template-reference'));
  });
});
