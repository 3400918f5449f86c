import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { redactTexts } from '../../../src/redact/redact.ts';
import { createRestorer, restoreText } from '../../../src/redact/restore.ts';
import { restoreWhole } from '../../../src/redact/restore-whole.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { EMAIL } from '../made-up.ts';
import { findAll, finding, redact } from './findings.ts';

describe('hostile texts', () => {
  it('full of what looks like stand-ins come back as they were', () => {
    const vault = new Vault();
    const lookAlikes = Array.from(
      { length: 20_000 },
      (_, i) => `EMAIL_${i} email_${i} LITERAL_${i} EMAIL_1_${i}`,
    ).join(' ');
    const text = `${lookAlikes} ${EMAIL} ${lookAlikes}`;
    const sent = redact(text, findAll(text, EMAIL), vault);
    assert.ok(!sent.includes(EMAIL));
    assert.equal(restoreText(sent, vault), text);
    assert.equal(restoreText(redact(text, [], vault), vault), text);
  });

  it('with a hundred thousand values come back as they were', function () {
    this.timeout(60_000);
    const vault = new Vault();
    const values = Array.from({ length: 100_000 }, (_, i) => `m${i}@kornblume.example`);
    const text = values.join(' ');
    let at = 0;
    const findings = values.map((value) => {
      const start = at;
      at += value.length + 1;
      return finding(start, start + value.length);
    });
    const sent = redact(text, findings, vault);
    assert.ok(!sent.includes('@'));
    assert.equal(restoreText(sent, vault), text);
  });

  it('with values of one character, and values that hold the stand-in of another, come back as they were', () => {
    for (const styleOf of [() => 'placeholder' as const, () => 'surrogate' as const]) {
      const vault = new Vault({ styleOf });
      for (const text of [
        `${EMAIL} a`,
        'x a EMAIL_1 y',
        'mailto:EMAIL_1@b.io',
        'person1@example.com.au and person1@example.com',
      ]) {
        const findings = [
          finding(0, Math.min(text.length, 20)),
          finding(text.length - 1, text.length, 'password'),
        ];
        assert.equal(restoreText(redact(text, findings, vault), vault), text);
      }
      const own = `the value EMAIL_1 stands in ${EMAIL}`;
      assert.equal(restoreText(redact(own, [finding(4, own.length)], vault), vault), own);
    }
  });
});

describe('hostile answers', () => {
  const vault = new Vault();
  redact(EMAIL, findAll(EMAIL, EMAIL), vault);

  it('of nothing but stand-ins are restored', () => {
    assert.equal(restoreText('EMAIL_1', vault), EMAIL);
    assert.equal(restoreText('EMAIL_1,'.repeat(10_000), vault), `${EMAIL},`.repeat(10_000));
  });

  it('with a stand-in repeated for megabytes run through', () => {
    for (const text of [
      'EMAIL_1'.repeat(700_000),
      'EMAIL_1 '.repeat(600_000),
      `EMAIL_1${'0'.repeat(5_000_000)}`,
      'EMAIL_'.repeat(800_000),
    ]) {
      const restorer = createRestorer(vault, 'prose');
      let length = 0;
      for (let at = 0; at < text.length; at += 10_000) {
        for (const one of restorer.push(text.slice(at, at + 10_000)))
          length += 'text' in one ? one.text.length : 7;
      }
      for (const one of restorer.end()) length += 'text' in one ? one.text.length : 7;
      assert.equal(length, text.length);
    }
  });

  it('that begin like a long piece, and are then something else, lose nothing', () => {
    const long = new Vault();
    const piece = btoa(`${'a line of nothing much. '.repeat(4_000)}${EMAIL}`);
    const inside = [finding(96_000, 96_000 + EMAIL.length)];
    const sent = redact(piece, [{ ...finding(0, piece.length), through: ['base64'], inside }], long);
    assert.notEqual(sent, 'EMAIL_1');
    for (const answer of [sent, sent.slice(0, -2), `${sent.slice(0, 50_000)}?`]) {
      const restorer = createRestorer(long);
      const out: string[] = [];
      for (let at = 0; at < answer.length; at += 3) {
        for (const one of restorer.push(answer.slice(at, at + 3)))
          out.push('text' in one ? one.text : one.standIn.value);
      }
      for (const one of restorer.end()) out.push('text' in one ? one.text : one.standIn.value);
      assert.equal(out.join(''), answer === sent ? piece : answer);
    }
  });

  it('are refused for a file where the conversation is another', () => {
    assert.deepEqual(restoreWhole('EMAIL_9', vault), { ok: false, left: ['EMAIL_9'] });
    const [none] = redactTexts([], new Vault());
    assert.equal(none, undefined);
  });
});
