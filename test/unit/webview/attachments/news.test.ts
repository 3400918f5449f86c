import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ChipView } from '../../../../src/protocol/attachments.ts';
import { News } from '../../../../src/webview/attachments/news.ts';

function chip(id: string, title: string, state: ChipView['state'] = 'going'): ChipView {
  return {
    id,
    title,
    state,
    name: id,
    icon: 'file',
    detail: '',
    found: null,
    note: null,
    remove: '',
    canOpen: true,
  };
}

describe('what is said of attachments', () => {
  it('is what one is, once it is read', () => {
    const news = new News();
    assert.equal(news.of([chip('a', 'a · reading…', 'reading')]), '');
    assert.equal(news.of([chip('a', 'a · 2 found')]), 'a · 2 found');
    assert.equal(news.of([chip('a', 'a · 2 found'), chip('b', 'b · gone', 'out')]), 'b · gone');
  });

  it('is nothing new where one was read again and is the same', () => {
    const news = new News();
    news.of([chip('a', 'a · 2 found')]);
    news.of([chip('b', 'b'), chip('a', 'a · 2 found')]);
    assert.equal(news.of([chip('b', 'b'), chip('a', 'a · reading…', 'reading')]), 'b');
    assert.equal(news.of([chip('b', 'b'), chip('a', 'a · 2 found')]), 'b');
    assert.equal(news.of([chip('b', 'b'), chip('a', 'a · changed')]), 'a · changed');
  });

  it('is over once nothing is attached', () => {
    const news = new News();
    news.of([chip('a', 'a')]);
    assert.equal(news.of([]), '');
  });
});
