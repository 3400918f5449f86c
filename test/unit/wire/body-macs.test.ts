import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { receiptKeyOf } from '../../../src/host/receipt-key.ts';
import { BodyMacs, type ReceiptKey } from '../../../src/wire/body-macs.ts';
import { WrittenBody } from '../../../src/wire/written-body.ts';

const SECRET = new Uint8Array(32).fill(7);
const key = receiptKeyOf(SECRET);

function assertSigned(macs: BodyMacs, pieces: readonly string[], by = key, secret = SECRET): void {
  const { size, mac } = macs.of(new WrittenBody(pieces), by);
  const text = pieces.join('');
  assert.equal(Buffer.from(mac).toString('hex'), createHmac('sha256', secret).update(text).digest('hex'));
  assert.equal(size, Buffer.byteLength(text));
}

/** The same key, with a count of the bytes it reads. */
function counting(): ReceiptKey & { read: number } {
  const counted = {
    read: 0,
    begin: () => watched(key.begin()),
  };
  const watched = (running: ReturnType<ReceiptKey['begin']>): ReturnType<ReceiptKey['begin']> => ({
    get size() {
      return running.size;
    },
    update(piece) {
      counted.read += Buffer.byteLength(piece);
      running.update(piece);
    },
    copy: () => watched(running.copy()),
    digest: () => running.digest(),
  });
  return counted;
}

describe('the HMAC of a body', () => {
  it('is that of the platform, however a conversation goes on', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('é', '\u{1f600}', 'x'.repeat(70_000)),
    );
    const pieces = fc.array(piece, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 6 }), pieces), { maxLength: 5 }), (turns) => {
        const macs = new BodyMacs();
        let now: readonly string[] = [];
        for (const [keep, added] of turns) {
          now = [...now.slice(0, keep), ...added];
          assertSigned(macs, now);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is that of another key where there is another', () => {
    const macs = new BodyMacs();
    const secret = new Uint8Array(64).fill(9);
    for (let n = 0; n < 2; n++) {
      assertSigned(macs, ['{', 'a', '}']);
      assertSigned(macs, ['{', 'a', '}'], receiptKeyOf(secret), secret);
    }
  });

  it('is of no key that is longer than a block of the hash', () => {
    assert.throws(() => receiptKeyOf(new Uint8Array(65)), RangeError);
  });

  it('reads of a body that grows only what is new', () => {
    const macs = new BodyMacs();
    const counted = counting();
    const pieces = Array.from({ length: 200 }, (_, n) => `${n}${'x'.repeat(5_000)}`);
    macs.of(new WrittenBody([...pieces, ']}']), counted);
    const grown = [...pieces, 'a new one'];
    counted.read = 0;
    macs.of(new WrittenBody([...grown, ']}']), counted);
    assert.equal(counted.read, 'a new one]}'.length);
    // An earlier turn is written anew: from the last place before it that was kept.
    counted.read = 0;
    macs.of(new WrittenBody([...grown.slice(0, 150), 'other', ']}']), counted);
    assert.ok(counted.read < 80_000, `${counted.read} bytes`);
  });
});
