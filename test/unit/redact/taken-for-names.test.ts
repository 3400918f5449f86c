import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { restoreText } from '../../../src/redact/restore.ts';
import { type Restored, restoreWhole } from '../../../src/redact/restore-whole.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { findAll, finding, redact } from './findings.ts';

const MAIL = 'ines@kornblume.example';
const CARD = '4539578763621486';

/** A vault with stand-ins for some values. */
function holding(style: Style, values: Readonly<Record<string, string>>): Vault {
  const vault = new Vault({ styleOf: () => style });
  for (const [value, kind] of Object.entries(values)) vault.standInFor(value, kind);
  return vault;
}

function left(restored: Restored): readonly string[] {
  return restored.ok ? [] : restored.left;
}

describe('what merely begins like a made-up value', () => {
  for (const [kind, value, answer] of [
    ['date-of-birth', '1984年05月06日', 'In 1900 the town grew.'],
    ['coordinates', '48.137154, 11.576124', 'The offset is 0.000000 here.'],
    ['email', 'ines\\@kornblume.example', 'Person 1 is the first.'],
  ] as const) {
    it(`is none: ${answer}`, () => {
      const vault = holding('surrogate', { [value]: kind });
      assert.equal(restoreText(answer, vault, 'prose'), answer);
      assert.deepEqual(restoreWhole(answer, vault, 'prose'), { ok: true, text: answer, standIns: [] });
    });
  }

  it('is one where all of it is there, changed as a model does', () => {
    const vault = holding('surrogate', { [MAIL]: 'email' });
    assert.equal(restoreText('Person1@Example.com', vault, 'prose'), MAIL);
  });
});

describe('what a person wrote of their own accord', () => {
  it('is not taken for a stand-in that was cut off', () => {
    const vault = new Vault();
    const text = `const PREFIX = "EMAIL_";\nconst to = "${MAIL}";`;
    const restored = restoreWhole(redact(text, findAll(text, MAIL), vault), vault);
    assert.equal(restored.ok && restored.text, text);
    assert.deepEqual(left(restoreWhole('EMAIL_', holding('placeholder', { [MAIL]: 'email' }))), ['EMAIL_']);
  });

  it('is not taken for several of one, whichever came first', () => {
    for (const texts of [
      [`see CARD_1s and card ${CARD}`],
      [`card ${CARD}`, 'see CARD_1s'],
      ['see card-1s', `card ${CARD}`],
    ]) {
      const vault = new Vault();
      for (const text of texts) {
        const sent = redact(text, findAll(text, CARD, 'payment-card'), vault);
        assert.equal(restoreText(sent, vault, 'prose'), text);
        const restored = restoreWhole(sent, vault);
        assert.equal(restored.ok && restored.text, text);
      }
    }
  });

  it('is not taken for one where an escape stands before it', () => {
    for (const own of ['to\\nEMAIL_1s', '\\EMAIL_1', '?to=%20EMAIL_1', '"a\\temail-1"']) {
      const vault = new Vault();
      const text = `${own} and ${MAIL}`;
      const sent = redact(text, findAll(text, MAIL), vault);
      for (const reading of ['exact', 'prose'] as const) {
        const restored = restoreWhole(sent, vault, reading);
        assert.equal(restored.ok ? restored.text : restored.left.join(), text);
      }
    }
  });

  it('leaves it to a model to write of several of one', () => {
    const vault = new Vault();
    redact(CARD, [finding(0, CARD.length, 'payment-card')], vault);
    const { name } = vault.standInFor(MAIL, 'email');
    assert.equal(restoreText(`the ${name}s`, vault, 'prose'), `the ${MAIL}s`);
  });
});
