import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codeBlocks } from '../../../src/markdown/code-blocks.ts';
import { fenceInfo } from '../../../src/markdown/fence-info.ts';

describe('what the fence of a block says', () => {
  const cases: readonly (readonly [info: string, language: string, path?: string])[] = [
    ['', ''],
    ['ts', 'ts'],
    ['TypeScript', 'typescript'],
    ['c++', 'c++'],
    ['ts src/db.ts', 'ts', 'src/db.ts'],
    ['ts:src/db.ts', 'ts', 'src/db.ts'],
    ['src/db.ts', 'ts', 'src/db.ts'],
    ['12:20:src/db.ts', 'ts', 'src/db.ts'],
    ['ts title="src/my db.ts"', 'ts'],
    ['ts title="src/db.ts" {1,3}', 'ts', 'src/db.ts'],
    ['ts {filename=src/db.ts}', 'ts', 'src/db.ts'],
    ["python file='app.py'", 'python', 'app.py'],
    ['{.haskell}', 'haskell'],
    ['sh $ npm install 1.2.3', 'sh'],
    ['.env', 'env', '.env'],
    ['ts https://a.example/b.ts', 'ts'],
    ['x"onmouseover="alert(1)', ''],
    ['x'.repeat(400), ''],
  ];
  for (const [info, language, path] of cases) {
    it(info.slice(0, 40) || 'nothing', () => assert.deepEqual(fenceInfo(info), { language, path }));
  }

  it('is handed on with the line before the block', () => {
    const source = 'In `src/db.ts`:\n\n```ts\na\n```\n\n```\nb\n```\n\ntwo\nlines\n\n    c\n';
    assert.deepEqual(codeBlocks(source), [
      { text: 'a', info: 'ts', before: 'In `src/db.ts`:' },
      { text: 'b', info: '', before: '' },
      { text: 'c', info: '', before: 'lines' },
    ]);
  });
});
