import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Restored, restoreWhole } from '../../../src/redact/restore-whole.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { finding, redact } from './findings.ts';

const MAIL = 'ines@kornblume.example';

/** A vault with a stand-in for a mail address. */
function holding(style: Style): Vault {
  const vault = new Vault({ styleOf: () => style });
  vault.standInFor(MAIL, 'email');
  return vault;
}

function left(restored: Restored): readonly string[] {
  return restored.ok ? [] : restored.left;
}

describe('a stand-in that is written in another way', () => {
  const vault = holding('surrogate');
  const plain = holding('placeholder');

  for (const [text, one] of [
    ['<a href="mailto:person1%40example.com">', 'person1%40example.com'],
    ['{"to": "person1\\u0040example.com"}', 'person1\\u0040example.com'],
    ['to=person1&#64;example.com', 'person1&#64;example.com'],
    ['?to=person1%2540example.com', 'person1%2540example.com'],
  ] as const)
    it(`does not get into a file: ${text}`, () => {
      assert.deepEqual(left(restoreWhole(text, vault)), [one]);
    });

  it('does not get into a file where only what stands before it is written so', () => {
    assert.deepEqual(left(restoreWhole('?to=%20EMAIL_1', plain)), ['EMAIL_1']);
    assert.deepEqual(left(restoreWhole('EMAIL\\u005f1', plain)), ['EMAIL\\u005f1']);
  });

  it('does not get into a file where its value is gone', () => {
    const again = new Vault();
    again.setAside({ name: 'person1@example.com', kind: 'email' });
    assert.deepEqual(left(restoreWhole('mailto:person1%40example.com', again)), ['person1%40example.com']);
  });

  it('is put back where it is plain, whatever else is written in another way', () => {
    const restored = restoreWhole('a%20b "\\u0040" person1@example.com\\n', vault);
    assert.equal(restored.ok && restored.text, `a%20b "\\u0040" ${MAIL}\\n`);
  });

  it('is told from what a person wrote of their own accord', () => {
    const one = holding('surrogate');
    const text = '<a href="mailto:person1%40example.com">';
    const sent = redact(text, [], one);
    assert.ok(!sent.includes('person1'), sent);
    const restored = restoreWhole(sent, one);
    assert.equal(restored.ok && restored.text, text);
  });

  it('comes back where its name is issued only as two findings become one', () => {
    const text = 'maria.lopez@brightparcel.io%40person2@example.com, maria.lopez@brightparcel.ioEMAIL_1';
    const at = text.lastIndexOf('brightparcel');
    const findings = [
      finding(at, text.length, 'customer-id'),
      finding(text.indexOf('lopez'), text.indexOf('.io'), 'person-name'),
    ];
    const vault = new Vault({ styleOf: () => 'surrogate' });
    const sent = redact(text, findings, vault);
    const restored = restoreWhole(sent, vault);
    assert.equal(restored.ok ? restored.text : restored.left.join(), text);
  });
});
