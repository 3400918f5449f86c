import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hashAt } from '../../../../src/webview/attachments/hash-query.ts';
import { isAttachable, listsOf } from '../../../../src/webview/attachments/dropped-data.ts';

/** A text with the caret at `|`, and what is typed behind `#` there. */
const CASES: readonly (readonly [string, string | undefined])[] = [
  ['#|', ''],
  ['#sel|', 'sel'],
  ['why does #src/db.ts| fail', 'src/db.ts'],
  ['(#db|)', 'db'],
  ['one\n#two|', 'two'],
  ['#db|.ts', 'db'],
  ['#db |', undefined],
  ['# heading|', undefined],
  ['issue #123|', undefined],
  ['a#b|', undefined],
  ['C#|', undefined],
  ['##|', undefined],
  ['no hash|', undefined],
  ['|#db', undefined],
  [`#${'x'.repeat(200)}|`, undefined],
];

describe('what is typed behind #', () => {
  for (const [marked, expected] of CASES) {
    it(JSON.stringify(marked.slice(0, 40)), () => {
      const caret = marked.indexOf('|');
      const text = marked.replace('|', '');
      const query = hashAt(text, caret);
      assert.equal(query?.text, expected);
      if (query) assert.equal(text.slice(query.start, query.end), `#${query.text}`);
    });
  }
});

describe('what is dropped on the panel', () => {
  const dragged = (data: Readonly<Record<string, string>>) => ({
    types: Object.keys(data),
    getData: (type: string) => data[type] ?? '',
  });

  it('is taken where it names files, and a text is left to the composer', () => {
    for (const type of [
      'Files',
      'text/uri-list',
      'resourceurls',
      'codefiles',
      'application/vnd.code.uri-list',
    ])
      assert.ok(isAttachable({ types: [type] }), type);
    assert.ok(!isAttachable({ types: ['text/plain', 'text/html'] }));
  });

  it('is read by the first kind of data that names them', () => {
    assert.deepEqual(listsOf(dragged({ 'text/uri-list': 'b', ResourceURLs: '["a"]' })), ['["a"]']);
    assert.deepEqual(listsOf(dragged({ Files: '' })), []);
  });
});
