import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { attachedText, LINES_BEFORE } from '../../../../src/editor/attachments/as-message.ts';

describe('an attachment as it goes to the model', () => {
  it('is headed by its name, and its content stands in a fence', () => {
    assert.equal(attachedText('src/db.ts', 'a\nb', 'typescript'), 'src/db.ts\n```typescript\na\nb\n```\n');
    assert.equal(attachedText('notes', 'a\n'), 'notes\n```\na\n```\n');
    assert.equal(attachedText('notes', 'a\nb').split('\n').indexOf('a'), LINES_BEFORE);
  });

  it('has a fence that its content cannot end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '```', '````', '~~~', '\n', 'x', ' '), { maxLength: 60 }),
        (all) => {
          const text = all.join('');
          const lines = attachedText('n', text).split('\n');
          const fence = lines[1] ?? '';
          const ends = lines.flatMap((line, i) => (i > 1 && line.trim().startsWith(fence) ? [i] : []));
          // Behind it stands nothing but the end of the last line.
          assert.deepEqual(ends, [lines.length - 2]);
        },
      ),
    );
  });

  it('has a heading of one line, whatever the file is called', () => {
    const [heading, fence] = attachedText('a\n```\rb\u2028c', 'text').split('\n');
    assert.deepEqual([heading, fence], ['a ``` b c', '```']);
  });
});
