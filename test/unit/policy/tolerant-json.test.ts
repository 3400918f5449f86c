import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type JsonNode, type ReadJson, readTolerantJson } from '../../../src/policy/tolerant-json.ts';
import { cpuTime } from '../../provision/cpu-time.ts';

function root(text: string): JsonNode {
  const read = readTolerantJson(text);
  assert.ok(read.ok, text);
  return read.root;
}

/** What is wrong, and where. */
function slips(read: ReadJson): string[] {
  const all = read.ok ? read.slips : [read];
  return all.map(({ problem, at: { start } }) => `${problem} ${start.line}:${start.column}`);
}

describe('JSON as people write it', () => {
  it('is read over comments and commas too many, each told of at its place', () => {
    const text = '// first\n{ "a": [1, 2,], /* so\n */ "b": {"c": null,}\r\n}\n// end';
    assert.deepEqual(root(text).value, { a: [1, 2], b: { c: null } });
    assert.deepEqual(slips(readTolerantJson(text)), [
      'comment 1:1',
      'trailing-comma 2:13',
      'comment 2:17',
      'trailing-comma 3:20',
      'comment 5:1',
    ]);
  });

  it('keeps both of a name that is there twice', () => {
    const node = root('{"a": 1, "a": 2}');
    assert.ok(node.kind === 'object' && node.repeats);
    assert.deepEqual(
      node.members.map(({ name, node: { value }, nameAt }) => [name, value, nameAt.start.column]),
      [
        ['a', 1, 2],
        ['a', 2, 10],
      ],
    );
    assert.deepEqual(slips(readTolerantJson('{"a": 1, "a": 2}')), ['twice 1:10']);
  });

  it('says what is needed where it stops', () => {
    const cases: readonly [text: string, problem: string][] = [
      ['', 'empty 1:1'],
      [' \n', 'empty 1:1'],
      ['{"a": }', 'needs-value 1:7'],
      ['{"a": tru}', 'needs-value 1:7'],
      ["{'a': 1}", 'needs-name 1:2'],
      ['{a: 1}', 'needs-name 1:2'],
      ['{,}', 'needs-name 1:2'],
      ['[,]', 'needs-value 1:2'],
      ['{"a" 1}', 'needs-colon 1:6'],
      ['{"a": 1\n"b": 2}', 'needs-comma 2:1'],
      ['{"a": [1}', 'needs-comma 1:9'],
      ['{"a": 1', 'needs-comma 1:8'],
      ['{} {}', 'needs-end 1:4'],
      ['{"a": "b', 'unclosed-text 1:7'],
      ['{"a": "b\n"}', 'unclosed-text 1:9'],
      ['{"a": "\\x"}', 'unclosed-text 1:8'],
      ['{} /* so', 'unclosed-comment 1:4'],
      ['{"a": "\ud800"}', 'not-unicode 1:8'],
      ['{"a": "\\ud800"}', 'not-unicode 1:7'],
      ['[01]', 'needs-comma 1:3'],
    ];
    for (const [text, problem] of cases) {
      const read = readTolerantJson(text);
      assert.ok(!read.ok, text);
      assert.deepEqual(slips(read), [problem], text);
    }
  });

  it('counts columns in UTF-16 code units, without a byte order mark, and lines as editors do', () => {
    assert.deepEqual(slips(readTolerantJson('\ufeff[1,]')), ['trailing-comma 1:3']);
    assert.deepEqual(slips(readTolerantJson('["\u{1f512}",]')), ['trailing-comma 1:6']);
    assert.deepEqual(slips(readTolerantJson('[\r\n1,\r2,]')), ['trailing-comma 3:2']);
  });

  it('makes own properties of names that objects have', () => {
    const value = root('{"__proto__": {"a": 1}, "constructor": 2}').value;
    assert.deepEqual(Object.keys(value ?? {}), ['__proto__', 'constructor']);
    assert.equal(({} as { a?: unknown }).a, undefined);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it('refuses what is nested deeply, at once', () => {
    for (const piece of ['[', '{"a":', '/**/[', '[{"a":']) {
      const started = cpuTime();
      const read = readTolerantJson(piece.repeat(50_000));
      assert.ok(!read.ok && read.problem === 'too-deep', piece);
      assert.ok(cpuTime() - started < 1_500, piece);
    }
  });

  it('takes time that grows with the text only', () => {
    for (const piece of [
      '"\\u0041',
      '//',
      '/*',
      '/**/',
      '//\n',
      '"',
      '\\',
      '0',
      ' ',
      '\r',
      '[],',
      '"a":1,',
      ',',
    ]) {
      const started = cpuTime();
      for (const around of ['', '[', '{', '"']) readTolerantJson(around + piece.repeat(100_000));
      assert.ok(cpuTime() - started < 3_000, piece);
    }
  });

  it('has for JSON the value it has, with whatever comments between', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom('', '/* x */', '// x\n'),
        (value, comment) => {
          const text = JSON.stringify(value, null, 1).replaceAll('\n', () => `${comment}\n`);
          assert.equal(JSON.stringify(root(text).value), JSON.stringify(JSON.parse(JSON.stringify(value))));
        },
      ),
    );
  });

  it('takes what the platform takes, and beyond that only what it tells of', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      'null',
      ' ',
      '/**/',
      '//\n',
    );
    let [good, bad] = [0, 0];
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const read = readTolerantJson(text);
        const isJson = parses(text);
        if (isJson) good++;
        else bad++;
        const clean = read.ok && read.slips.every(({ problem }) => problem === 'twice');
        assert.equal(clean, isJson, text);
      }),
      { numRuns: 5_000 },
    );
    assert.ok(good > 50 && bad > 50, `${good} were JSON, ${bad} were not`);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
