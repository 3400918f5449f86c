import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createRestorer, restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { ISSUED, LEFT, type Mangling, OWN, RESTORED } from '../../fixtures/redaction/manglings.ts';
import { redact } from './findings.ts';

function conversation(): Vault {
  const vault = Vault.of(ISSUED.map(([name, kind, value]) => ({ name, kind, value })));
  redact(OWN, [], vault);
  return vault;
}

function expected({ shown }: Mangling): string {
  return shown.replaceAll(/<(\d)>/g, (_, number: string) => ISSUED[Number(number) - 1]?.[2] ?? '');
}

describe('what models make of stand-ins', () => {
  for (const row of RESTORED) {
    it(`restores: ${row.what}`, () => {
      assert.equal(restoreText(row.answer, conversation(), 'prose'), expected(row));
    });
  }

  for (const row of LEFT) {
    it(`leaves alone: ${JSON.stringify(row.answer)}`, () => {
      assert.equal(restoreText(row.answer, conversation(), 'prose'), row.answer);
    });
  }

  it('gives the same one character at a time', () => {
    for (const row of [...RESTORED, ...LEFT]) {
      const restorer = createRestorer(conversation(), 'prose');
      const segments = [...row.answer].flatMap((char) => restorer.push(char)).concat(restorer.end());
      const shown = segments.map((one) => ('standIn' in one ? one.standIn.value : one.text)).join('');
      assert.equal(shown, expected(row), row.what);
    }
  });

  it('takes nothing but what was issued in code, files and arguments of tools', () => {
    const exact = new Map([
      ['{"to":"EMAIL_1"}', '{"to":"ines@kornblume.example"}'],
      ['email_1 EMAIL-1 EMAIL\\_1 EMAIL 1 EMAIL_1s', 'email_1 EMAIL-1 EMAIL\\_1 EMAIL 1 EMAIL_1s'],
    ]);
    for (const [text, shown] of exact) assert.equal(restoreText(text, conversation()), shown);
  });
});

describe('createRestorer', () => {
  it('holds back nothing but what may become a stand-in', () => {
    const restorer = createRestorer(conversation());
    assert.deepEqual(restorer.push('Hello world and EMA'), [{ text: 'Hello world and ' }]);
    assert.deepEqual(restorer.push('CS'), [{ text: 'EMACS' }]);
    assert.deepEqual(restorer.push('EMAIL_1'), [{ text: 'EMAIL_1' }]);
    assert.deepEqual(restorer.push(' EMAIL_1'), [{ text: ' ' }]);
    const [first, second] = restorer.push('.');
    assert.deepEqual([first && 'standIn' in first && first.standIn.name, second], ['EMAIL_1', { text: '.' }]);
  });

  it('holds a made-up value back no longer than until it is told from all others', () => {
    const restorer = createRestorer(conversation());
    assert.deepEqual(restorer.push('to person'), [{ text: 'to ' }]);
    assert.deepEqual(restorer.push('s and more'), [{ text: 'persons and more' }]);
  });
});
