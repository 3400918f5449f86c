import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addVariable,
  quoted,
  variablesOf,
} from '../../../../../src/editor/diagnostics/environment/dotenv.ts';

describe('a file of variables', () => {
  it('gets a line at its end', () => {
    assert.deepEqual(addVariable('', 'KEY', 'abc'), { name: 'KEY', text: 'KEY=abc\n' });
    assert.deepEqual(addVariable('A=1\n', 'KEY', 'abc'), { name: 'KEY', text: 'KEY=abc\n' });
    assert.deepEqual(addVariable('A=1', 'KEY', 'abc'), { name: 'KEY', text: '\nKEY=abc\n' });
    assert.deepEqual(addVariable('A=1\r\nB=2', 'KEY', 'abc'), { name: 'KEY', text: '\r\nKEY=abc\r\n' });
  });

  it('keeps what has the name already, and numbers the new one', () => {
    assert.deepEqual(addVariable('KEY=1\nKEY_2=2\n', 'KEY', 'abc'), { name: 'KEY_3', text: 'KEY_3=abc\n' });
    assert.deepEqual(addVariable('export KEY = "1"\n', 'KEY', 'abc')?.name, 'KEY_2');
  });

  it('is left as it is where it has the value already', () => {
    for (const line of ['OTHER=abc', "OTHER='abc'", 'OTHER="abc"', 'export OTHER=abc', 'OTHER = abc'])
      assert.deepEqual(addVariable(`${line}\n`, 'KEY', 'abc'), { name: 'OTHER', text: '' }, line);
  });

  it('takes the last of a name for the one that holds, and no name that no program can read', () => {
    assert.deepEqual(addVariable('A=abc\nA=other\n', 'KEY', 'abc')?.name, 'KEY');
    assert.deepEqual(addVariable('a.b-c=abc\n', 'KEY', 'abc')?.name, 'KEY');
  });

  it('knows no value that programs read differently', () => {
    assert.deepEqual(variablesOf('\ufeffA="a$b"\nB=a # b\n# C=1\nD=\'a"b\'\nno line\n'), [
      { name: 'A', value: undefined },
      { name: 'B', value: undefined },
      { name: 'D', value: 'a"b' },
    ]);
  });

  it('has values that come back as they were, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (value) => {
        const added = addVariable('A=1', 'KEY', value);
        if (!added) return;
        assert.equal(parseEnv(`A=1${added.text}`)['KEY'], value);
        assert.deepEqual(addVariable(`A=1${added.text}`, 'OTHER', value), { name: 'KEY', text: '' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read by a shell in the same way', () => {
    const values = [
      'a b',
      'a$b',
      'a"b',
      "it's",
      'a#b',
      'a\\b',
      'a`b`',
      '!a',
      'x=y',
      '~/a',
      'a;b',
      '(a)',
      '*',
    ];
    const script = values.map((value) => `KEY=${quoted(value) ?? ''}\nprintf '%s\\0' "$KEY"\n`).join('');
    const read = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    assert.deepEqual(read, values);
  });

  it('takes no value that is written in no such way', () => {
    for (const value of ['a\nb', 'a\u0000b', `it's "so"`, "it's $1", "it's a\\b"])
      assert.equal(quoted(value), undefined, JSON.stringify(value));
  });
});
