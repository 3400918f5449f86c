import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { restoreText } from '../../../src/redact/restore.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { catalogued, collect, open } from './opened.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** So many pieces of each file of cases are tried. */
const PIECES = 4;

/** Pieces of all the texts that detection is tried with. */
const texts = globSync('**/{ok,ng}*.{txt,json}', { cwd: FIXTURES }).flatMap((file) =>
  readFileSync(join(FIXTURES, file), 'utf8')
    .slice(0, 60_000)
    .replaceAll(/[«»]/g, '')
    .split(/\n\n+/)
    .slice(0, PIECES),
);

describe('what detection knows, redacted', () => {
  for (const style of ['placeholder', 'surrogate'] satisfies Style[]) {
    it(`passes the last look and comes back, in the style of a ${style}`, async function () {
      this.timeout(120_000);
      const airlock = open();
      const route = catalogued('dry-run:deepinfra/meta-llama/Llama-3.3-70B-Instruct');
      assert.ok(texts.length > 300);
      for (const text of texts) {
        const conversation = { vault: new Vault({ styleOf: () => style }) };
        const review = await airlock.review(conversation, route, [{ role: 'user', text }]);
        const cleared = await airlock.clear(review, 'redacted');
        await collect(airlock.send(cleared, { key: undefined, signal: new AbortController().signal }));
        assert.equal(restoreText(cleared.request.messages[0]?.content ?? '', conversation.vault), text);
      }
    });
  }
});
