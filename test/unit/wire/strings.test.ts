import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NOTHING_OWN } from '../../../src/wire/own-words.ts';
import { stringsOf } from '../../../src/wire/strings.ts';
import { WrittenTexts } from '../../../src/wire/written-texts.ts';

const all = (value: unknown): string[] => stringsOf(value, new WrittenTexts(), NOTHING_OWN);

describe('the strings of a body', () => {
  it('are those of its lists, of what is in these, and the same when it is looked at again', () => {
    const item = { role: 'user', content: ['a', { b: [1, 'c'] }] };
    const body = { messages: [item, 'd', ['e']], other: 2 };
    const wanted = ['messages', 'role', 'user', 'content', 'a', 'b', '1', 'c', 'd', 'e', 'other', '2'];
    assert.deepEqual(all(body), wanted);
    assert.deepEqual(all({ ...body, more: 'f' }), [...wanted, 'more', 'f']);
    assert.deepEqual(all([['g'], 'h']), ['g', 'h']);
  });

  it('are each collected once, however deep lists are nested', () => {
    const depth = 1_000;
    let nested: unknown = [];
    for (let n = 0; n < depth; n++) nested = [`text ${n}`, nested];
    const { add } = Set.prototype;
    let added = 0;
    Set.prototype.add = function count(value) {
      added += 1;
      return add.call(this, value) as typeof this;
    };
    let found: string[];
    try {
      found = all({ messages: [{ content: nested }] });
    } finally {
      Set.prototype.add = add;
    }
    assert.equal(found.length, depth + 2);
    assert.ok(added < 3 * depth, `${added} times`);
  });
});
