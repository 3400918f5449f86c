import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { JointGrams } from '../../../../src/detect/values/joint-grams.ts';

describe('JointGrams', () => {
  it('never says of a text that holds a string that it does not', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', 'é', '\u{1f511}'), maxLength: 120 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (texts, n, at) => {
        const joint = new JointGrams();
        const which = n % texts.length;
        const held = texts[which]?.slice(at % 100, (at % 100) + 8) ?? '';
        for (const [i, one] of texts.entries()) {
          assert.equal(joint.add(one), i + 1);
          if (held !== '' && i >= which) assert.ok(joint.mayHold(held, which + 1));
        }
        if (held !== '') assert.ok(joint.mayHold(held, texts.length));
      }),
      { numRuns: 500 },
    );
  });

  it('says of many texts that they do not hold what stands in a newer one', () => {
    const joint = new JointGrams();
    for (let n = 0; n < 200; n++)
      joint.add(`turn ${n} of a conversation about parcels and who signed for them`);
    const value = 'kP2mVb9sT4hYcQ7dMx41z';
    assert.equal(joint.add(`the key is ${value}, and it is new`), 201);
    assert.equal(joint.mayHold(value, 200), false);
    assert.equal(joint.asked(200), 200);
    assert.equal(joint.mayHold(value, 201), true);
    for (let n = 0; n < 20; n++) joint.add(`another turn ${n}`);
    assert.equal(joint.mayHold(value, 221), true);
  });

  it('says of nothing that one of the texts holds that none does, however many there are', () => {
    const joint = new JointGrams();
    const texts = Array.from({ length: 400 }, (_, n) =>
      Array.from({ length: 200 }, (__, i) => ((n * 7_919 + i * 104_729) % 46_656).toString(36)).join(' '),
    );
    let lacking = 0;
    for (const [n, text] of texts.entries()) {
      assert.equal(joint.add(text), n + 1);
      for (let at = 0; at < text.length; at += 97) assert.ok(joint.mayHold(text.slice(at, at + 12), n + 1));
      if (!joint.mayHold(`Strand.korb-${n}`, n + 1)) lacking += 1;
    }
    for (const text of texts) assert.ok(joint.mayHold(text.slice(50, 70), texts.length));
    assert.equal(lacking, texts.length);
  });
});
