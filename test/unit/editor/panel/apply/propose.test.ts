import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { languageId } from '../../../../../src/editor/panel/apply/language-id.ts';
import { namedPaths } from '../../../../../src/editor/panel/apply/named-paths.ts';
import { differenceOf, propose } from '../../../../../src/editor/panel/apply/propose.ts';
import { patchesIn } from '../../../../../src/editor/panel/apply/unified-diff.ts';
import { codeBlocks } from '../../../../../src/markdown/code-blocks.ts';

const FILE = `import { pool } from './pool.js';

const LIMIT = 20;

export function orders(id) {
  const rows = pool.query('select * from orders where id = $1', [id]);
  return rows.slice(0, LIMIT);
}

export class Cart {
  constructor(items) {
    this.items = items;
  }

  total() {
    return this.items.reduce((sum, item) => sum + item.price, 0);
  }

  clear() {
    this.items = [];
  }
}

export default Cart;
`;

interface Case {
  readonly name: string;
  readonly file?: string;
  readonly code: string;
  readonly info?: string;
  readonly line?: number;
  readonly how: string;
  /** What the file is then; what stands in \`FILE\` with a replacement where it is a pair. */
  readonly is: string | readonly [from: string, to: string];
}

const CASES: readonly Case[] = [
  {
    name: 'a function that is there already, with other arguments',
    code: "export function orders(id, limit = LIMIT) {\n  return pool.query('…').slice(0, limit);\n}",
    how: 'part',
    is: [
      "export function orders(id) {\n  const rows = pool.query('select * from orders where id = $1', [id]);\n  return rows.slice(0, LIMIT);\n}\n",
      "export function orders(id, limit = LIMIT) {\n  return pool.query('…').slice(0, limit);\n}\n",
    ],
  },
  {
    name: 'a method that is not as far in as in the file',
    code: 'total() {\n  return this.items.length;\n}',
    how: 'part',
    is: [
      '  total() {\n    return this.items.reduce((sum, item) => sum + item.price, 0);\n  }\n',
      '  total() {\n    return this.items.length;\n  }\n',
    ],
  },
  {
    name: 'one line',
    code: 'const LIMIT = 50;',
    how: 'part',
    is: ['const LIMIT = 20;', 'const LIMIT = 50;'],
  },
  {
    name: 'lines between two that are there',
    code: "const LIMIT = 20;\nconst MOST = 100;\n\nexport function orders(id) {\n  const rows = pool.query('select * from orders where id = $1', [id]);",
    how: 'part',
    is: ['const LIMIT = 20;\n', 'const LIMIT = 20;\nconst MOST = 100;\n'],
  },
  {
    name: 'pieces with what stays left out',
    code: '// ... existing code ...\nconst LIMIT = 5;\n// ... existing code ...\n  clear() {\n    this.items.length = 0;\n  }\n// ... rest of the class',
    how: 'part',
    is: FILE.replace('LIMIT = 20', 'LIMIT = 5').replace('this.items = [];', 'this.items.length = 0;'),
  },
  {
    name: 'the whole file, changed in places, with its path in the first line',
    code: `// src/orders.js\n${FILE.replace('LIMIT = 20', 'LIMIT = 10')}`,
    how: 'whole',
    is: ['LIMIT = 20', 'LIMIT = 10'],
  },
  {
    name: 'a new file',
    file: '',
    code: '// src/new.js\nlet a = 1;',
    how: 'whole',
    is: 'let a = 1;\n',
  },
  {
    name: 'a file that ends without a line break',
    file: 'a = 1\nb = 2\nc = 3',
    code: 'a = 1\nb = 2\nc = 4\n',
    how: 'whole',
    is: 'a = 1\nb = 2\nc = 4',
  },
  {
    name: 'what has no place, at the cursor',
    code: 'somethingElse();',
    line: 2,
    how: 'inserted',
    is: ["from './pool.js';\n\n", "from './pool.js';\n\nsomethingElse();\n"],
  },
  {
    name: 'what has no place, at the end',
    code: 'somethingElse();',
    how: 'inserted',
    is: `${FILE}somethingElse();\n`,
  },
  {
    name: 'a Python function, by how far in it is',
    file: 'import os\n\n\ndef one(a):\n    x = 1\n\n    return x\n\n\ndef two():\n    return 2\n',
    code: 'def one(a, b):\n    return a + b\n',
    how: 'part',
    is: 'import os\n\n\ndef one(a, b):\n    return a + b\n\n\ndef two():\n    return 2\n',
  },
  {
    name: 'a diff with wrong numbers',
    info: 'diff',
    code: '--- a/src/orders.js\n+++ b/src/orders.js\n@@ -99,3 +99,3 @@\n   clear() {\n-    this.items = [];\n+    this.items.length = 0;\n   }\n@@ -200,1 +200,1 @@\n-export default Cart;\n+export { Cart };\n',
    how: 'diff',
    is: FILE.replace('this.items = [];', 'this.items.length = 0;').replace(
      'export default Cart;',
      'export { Cart };',
    ),
  },
  {
    name: 'a diff without a head',
    info: 'diff',
    code: '-const LIMIT = 20;\n+const LIMIT = 30;\n',
    how: 'diff',
    is: ['LIMIT = 20', 'LIMIT = 30'],
  },
];

describe('what a file would be with a block of code in it', () => {
  for (const { name, file = FILE, code, info = 'js', line, how, is } of CASES) {
    const expected = typeof is === 'string' ? is : file.replace(is[0], () => is[1]);
    for (const end of ['\n', '\r\n']) {
      it(`${name}${end === '\n' ? '' : ', with the line ends of Windows'}`, () => {
        const there = file.replaceAll('\n', end);
        const patches = patchesIn({ text: code, info })[0];
        const made = propose(there, code, patches, line);
        assert.ok(made.ok);
        assert.equal(made.text, file.includes('\n') ? expected.replaceAll('\n', end) : expected);
        assert.equal(made.how, how);
        // Once it is in there is nothing left to do.
        if (how === 'part' || how === 'whole') {
          const again = propose(made.text, code, patches, line);
          assert.ok(again.ok && again.text === made.text);
        }
      });
    }
  }

  it('says which piece of a diff does not fit', () => {
    const text =
      '@@ -1,1 +1,1 @@\n-const LIMIT = 20;\n+const LIMIT = 1;\n@@ -9,1 +9,1 @@\n-not there\n+new\n';
    assert.deepEqual(propose(FILE, text, patchesIn({ text, info: 'diff' })[0]), { ok: false, hunk: 2 });
  });

  it('takes nothing away but what it puts something in place of', () => {
    const lines = FILE.split('\n');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines, 'x();', '// ...', '}'), { maxLength: 8 }), (some) => {
        const made = propose(FILE, some.join('\n'), undefined);
        assert.ok(made.ok);
        if (made.how !== 'inserted') return;
        for (const line of lines) assert.ok(made.text.includes(line));
      }),
    );
  });

  it('is worked out in a moment where an answer is made to take long', () => {
    const file = 'x\n}\n'.repeat(20_000);
    for (const code of [
      '// ...\nx\n'.repeat(20_000),
      `x\n${'}\n'.repeat(40_000)}`,
      'function f('.repeat(10_000),
    ]) {
      assert.ok(propose(file, code, undefined).ok, code.slice(0, 10));
    }
  }).timeout(15_000);

  it('is worked out in a moment, of a long file too', () => {
    const long = Array.from(
      { length: 20_000 },
      (_, i) => `export function f${i}(a) {\n  return ${i};\n}\n`,
    ).join('\n');
    const made = propose(long, 'export function f7(a, b) {\n  return b;\n}', undefined);
    assert.ok(made.ok && made.how === 'part' && made.text.includes('f7(a, b)'));
  }).timeout(5_000);
});

describe('where two texts differ', () => {
  it('is one range, and the one becomes the other by it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\r\n', '\n', '👩', '👧'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, put } = differenceOf(before, after);
        assert.equal(before.slice(0, start) + put + before.slice(end), after);
        assert.ok((before.slice(0, start) + before.slice(end)).isWellFormed());
      }),
    );
    assert.deepEqual(differenceOf('abc', 'axc'), { start: 1, end: 2, put: 'x' });
  });
});

describe('the files that an answer names for a block of code', () => {
  const cases: readonly (readonly [source: string, paths: readonly string[]])[] = [
    ['```ts src/db.ts\na\n```', ['src/db.ts']],
    ['### `src/db.ts`\n\n```ts\na\n```', ['src/db.ts']],
    ['In **src/db.ts**:\n\n```ts\na\n```', ['src/db.ts']],
    ['Change db.ts, and/or more:\n\n```ts\na\n```', ['db.ts']],
    ['```ts\n// src/db.ts\na\n```', ['src/db.ts']],
    ['```html\n<!-- web/index.html -->\n<p>\n```', ['web/index.html']],
    ['```py\n# file: app/main.py\nx\n```', ['app/main.py']],
    ['```diff\n--- a/src/db.ts\n+++ b/src/db.ts\n@@ -1 +1 @@\n-a\n+b\n```', ['src/db.ts']],
    ['```ts src/a.ts\n// src/b.ts\n```', ['src/a.ts', 'src/b.ts']],
    ['Version 1.2.3 of https://a.example/b.ts:\n\n```\na\n```', []],
    ['```ts\n// see the docs\nimport a from "./b.ts";\n```', []],
    ['```sh\n#!/bin/sh\n```', []],
  ];
  for (const [source, paths] of cases) {
    it(source.split('\n')[0] ?? '', () => {
      const [block] = codeBlocks(source);
      assert.ok(block);
      assert.deepEqual(namedPaths(block), paths);
    });
  }
});

describe('the language of a new file', () => {
  it('is what the editor calls it', () => {
    const known = ['typescript', 'shellscript', 'plaintext', 'toml'];
    assert.deepEqual(
      ['ts', 'bash', 'toml', 'brainfuck', '', 'py'].map((one) => languageId(one, known)),
      ['typescript', 'shellscript', 'toml', 'plaintext', 'plaintext', 'plaintext'],
    );
  });
});
