import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mergeDraft } from '../../../src/webview/draft-merge.ts';

describe('a draft that the extension changes while somebody types', () => {
  const rows: readonly (readonly [string, string, string, string | undefined, string])[] = [
    ['nothing typed: as it comes', 'prompt', '', undefined, 'prompt'],
    ['nothing but space: as it comes', 'prompt', '', ' \n', 'prompt'],
    ['it is emptied: as it comes', '', 'prompt', 'prompt and more', ''],
    ['typed, and not told yet: behind it', 'prompt', '', 'next', 'prompt\n\nnext'],
    ['typed on after it was told: in its place', 'prompt\n\nne', 'ne', 'next', 'prompt\n\nnext'],
    ['told, and taken away: behind it', 'prompt', 'ne', 'next', 'prompt\n\nnext'],
  ];
  for (const [name, draft, told, untold, text] of rows) {
    it(name, () => assert.equal(mergeDraft(draft, told, untold), text));
  }
});
