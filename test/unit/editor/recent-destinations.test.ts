import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Memory, RecentDestinations } from '../../../src/editor/recent-destinations.ts';

function memory(kept?: unknown): Memory & { readonly kept: Map<string, unknown> } {
  const map = new Map<string, unknown>(kept === undefined ? [] : [['recentDestinations', kept]]);
  return {
    kept: map,
    get: (key) => map.get(key),
    async update(key, value) {
      map.set(key, value);
    },
  };
}

describe('the destinations used last', () => {
  it('are remembered by their written names and nothing else, the last one first', async () => {
    const store = memory();
    const recent = new RecentDestinations(store);
    assert.deepEqual(recent.list(), []);
    await recent.note('openai/gpt-5', 'dry-run');
    await recent.note('ollama/llama3.3', 'openai/gpt-5');
    assert.deepEqual(recent.list(), ['ollama/llama3.3', 'openai/gpt-5', 'dry-run']);
    await recent.note('dry-run', 'ollama/llama3.3');
    assert.deepEqual(
      [...store.kept],
      [['recentDestinations', ['dry-run', 'ollama/llama3.3', 'openai/gpt-5']]],
    );
  });

  it('are few', async () => {
    const recent = new RecentDestinations(memory());
    for (let at = 0; at < 20; at++) await recent.note(`openai/gpt-${at + 1}`, `openai/gpt-${at}`);
    assert.equal(recent.list().length, 6);
    assert.equal(recent.list()[0], 'openai/gpt-20');
  });

  it('are none where what is kept is no list, and those that are names where some are not', async () => {
    for (const kept of [null, 7, 'openai/gpt-5', { 0: 'openai/gpt-5' }])
      assert.deepEqual(new RecentDestinations(memory(kept)).list(), []);
    const mixed = ['openai/gpt-5', 7, '', 'x'.repeat(600), null, 'dry-run'];
    assert.deepEqual(new RecentDestinations(memory(mixed)).list(), ['openai/gpt-5', 'dry-run']);
  });

  it('never hold an empty name, as the setting may', async () => {
    const recent = new RecentDestinations(memory());
    await recent.note('openai/gpt-5', '');
    assert.deepEqual(recent.list(), ['openai/gpt-5']);
  });
});
