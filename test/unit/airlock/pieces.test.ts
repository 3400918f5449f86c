import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding, Scan } from '../../../src/detect/finding.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { WireFault } from '../../../src/wire/fault.ts';
import { EMAIL } from '../made-up.ts';
import { catalogued, collect, open, plainScan } from './opened.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const route = catalogued('dry-run:deepinfra/meta-llama/Llama-3.3-70B-Instruct');
const go = { key: undefined, signal: new AbortController().signal };

const decoded = (who: string): string => `Zebrafish is led by ${who} from this week on`;
const text = `Decode ${base64(decoded(EMAIL))}. Then tell me.`;
const PIECE = base64(decoded('EMAIL_1'));

/** As `plainScan`, and in the piece with a stand-in in it these words are found. */
function findingInPiece(...words: readonly string[]): Scan {
  return async (texts) => {
    const found = await plainScan(texts);
    return texts.map((one, i) => {
      const start = one.indexOf(PIECE);
      if (start < 0) return found[i] ?? [];
      const inside = words.map((word) => ownTerm(decoded('EMAIL_1').indexOf(word), word.length));
      const piece = ownTerm(start, PIECE.length);
      return [words.length === 0 ? piece : { ...piece, through: ['base64'], inside }];
    });
  };
}

function ownTerm(start: number, length: number): Finding {
  const kind = { class: 'internal', kind: 'own-term', severity: 'high' } as const;
  return { rule: 'made-up', ...kind, start, end: start + length, evidence: 'shape' };
}

describe('an encoded piece that was redacted and encoded again', () => {
  for (const [name, scan] of [
    ['nothing', plainScan],
    ['a stand-in', findingInPiece('EMAIL_1')],
    ['a part of a stand-in', findingInPiece('MAIL')],
  ] as const) {
    it(`goes as it is where ${name} is found in it`, async () => {
      const airlock = open(scan);
      const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
      const cleared = await airlock.clear(review, 'redacted');
      await collect(airlock.send(cleared, go));
      assert.equal(cleared.request.messages[0]?.content, `Decode ${PIECE}. Then tell me.`);
    });
  }

  for (const [name, scan] of [
    ['something else', findingInPiece('Zebrafish')],
    ['a stand-in and something else', findingInPiece('Zebrafish', 'EMAIL_1')],
    ['something around a stand-in', findingInPiece('by EMAIL_1')],
    ['it itself', findingInPiece()],
  ] as const) {
    it(`is replaced as a whole where ${name} is found in it`, async () => {
      const airlock = open(scan);
      const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
      const [preview] = await airlock.preview(review);
      const cleared = await airlock.clear(review, 'redacted');
      await collect(airlock.send(cleared, go));
      const { content } = cleared.request.messages[0] ?? { content: '' };
      assert.match(content, /^Decode [A-Z_]+_\d+\. Then tell me\.$/);
      assert.equal(preview?.text, content);
      assert.equal(restoreText(content, review.conversation.vault), text);
      // The next turn has it as it went, and what was said with the piece is still understood.
      const again = await airlock.review(review.conversation, route, [{ role: 'user', text }]);
      assert.equal((await airlock.clear(again, 'redacted')).request.messages[0]?.content, content);
      assert.equal(restoreText(PIECE, review.conversation.vault), base64(decoded(EMAIL)));
    });

    it(`does not pass the last look where ${name} is found in it only then`, async () => {
      let looks = 0;
      // The first is the review's, the second at what that became.
      const lastOnly: Scan = (texts) => ((looks += 1) > 2 ? scan(texts) : plainScan(texts));
      const airlock = open(lastOnly);
      const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
      const cleared = await airlock.clear(review, 'redacted');
      await assert.rejects(
        collect(airlock.send(cleared, go)),
        (error) => error instanceof WireFault && error.reason === 'unreviewed-finding',
      );
    });
  }

  it('is a secret where one stands in it, whatever else does', async () => {
    const airlock = open();
    const conversation = airlock.newConversation();
    const password = 'Strand.korb-12';
    const piece = base64(`mail ${EMAIL} and ${password} ok`);
    const messages = [
      { role: 'user', text: `DB_PASSWORD=${password}` },
      { role: 'assistant', text: 'fine' },
      { role: 'user', text: `data: ${piece} end` },
    ] as const;
    const cleared = await airlock.clear(await airlock.review(conversation, route, messages), 'redacted');
    const written = cleared.texts[2]?.text ?? '';
    const names = Array.from(conversation.vault.standInsIn(written), ({ item }) => item);
    assert.deepEqual(
      names.map(({ kind }) => kindOf(kind).class),
      ['secret'],
    );
    const kept = new Set(names.map(({ name }) => name));
    const restored = airlock.restore(conversation, written, 'exact', kept);
    assert.ok(restored.ok && restored.text === written);
  });
});
