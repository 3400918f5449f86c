import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { originOf } from '../../../src/redact/origin.ts';
import { redactTexts } from '../../../src/redact/redact.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { CARD, EMAIL, githubToken } from '../made-up.ts';
import { findAll, finding, redact } from './findings.ts';

describe('redactTexts', () => {
  it('gives one value one stand-in, and two values two', () => {
    const vault = new Vault();
    const text = `${EMAIL}, b@c.io, ${EMAIL}`;
    assert.equal(
      redact(text, [...findAll(text, EMAIL), ...findAll(text, 'b@c.io')], vault),
      'EMAIL_1, EMAIL_2, EMAIL_1',
    );
    const later = `again b@c.io`;
    assert.equal(redact(later, findAll(later, 'b@c.io'), vault), 'again EMAIL_2');
  });

  it('names stand-ins by their kind', () => {
    const token = githubToken();
    assert.equal(redact(token, findAll(token, token, 'github-token')), 'GITHUB_TOKEN_1');
  });

  it('redacts once what is a finding within a finding within a finding', () => {
    const text = `GET https://shop.example/?card=${CARD}&to=${EMAIL} 200`;
    const url = finding(4, text.length - 4, 'basic-auth-url');
    const line = finding(0, text.length - 8, 'credential');
    const findings = [...findAll(text, CARD, 'payment-card'), url, line, ...findAll(text, EMAIL)];
    assert.match(redact(text, findings), /^[A-Z_]+_1 200$/);
  });

  it('leaves nothing of a value that begins within the end of another one, whatever its stand-in ends with', () => {
    const value = '"üa9aaaa="';
    const vault = new Vault({ styleOf: () => 'surrogate' });
    const row = '"üa9aaaa="üa9aaaa="';
    const packed = Buffer.from(row).toString('base64');
    const text = `${value} ${row} ${packed} ${encodeURIComponent(row)}`;
    const sent = redact(text, [finding(0, value.length)], vault);
    const seen = `${decodeURIComponent(sent)} ${Buffer.from(sent.split(' ')[2] ?? '', 'base64').toString()}`;
    assert.ok(!seen.includes(value));
    assert.equal(restoreText(sent, vault), text);
  });

  it('replaces a run of base64 as a whole where a value also stands in its very characters', () => {
    const value = 'aa9aaa3B+';
    const text = `${value} a9aaa3B+${Buffer.from(value).toString('base64')}`;
    const vault = new Vault();
    assert.equal(redact(text, [finding(0, value.length, 'password')], vault), 'PASSWORD_1 PASSWORD_2');
    assert.equal(restoreText('PASSWORD_1 PASSWORD_2', vault), text);
  });

  it('leaves everything else as it is to the byte', () => {
    const text = `\ufeff"x": '${EMAIL}'\r\n\t\0\ud800${EMAIL}\n`;
    assert.equal(redact(text, findAll(text, EMAIL)), `\ufeff"x": 'EMAIL_1'\r\n\t\0\ud800EMAIL_1\n`);
  });

  it('replaces an issued value also where no rule saw it', () => {
    const vault = new Vault();
    redact(EMAIL, findAll(EMAIL, EMAIL), vault);
    assert.equal(redact(`<${EMAIL}>`, [], vault), '<EMAIL_1>');
  });

  it('replaces a value that is found once also where it stands a second time', () => {
    const text = `${EMAIL}<${EMAIL}`;
    assert.equal(redact(text, [finding(0, EMAIL.length)]), 'EMAIL_1<EMAIL_1');
  });

  it('replaces a value that is found in one text in all texts of the request', () => {
    const texts = [`id ${EMAIL}x`, EMAIL].map((text, i) => ({
      text,
      findings: i === 0 ? [] : findAll(text, EMAIL),
      writtenBy: 'person' as const,
    }));
    assert.deepEqual(
      redactTexts(texts, new Vault()).map(({ text }) => text),
      ['id EMAIL_2', 'EMAIL_1'],
    );
  });

  it('takes the whole word where a value is part of one, so that the stand-in stands free', () => {
    const vault = new Vault();
    const text = `x${EMAIL}y ${EMAIL}`;
    const sent = redact(text, findAll(text, EMAIL), vault);
    assert.equal(sent, 'EMAIL_1 EMAIL_2');
    assert.equal(restoreText(sent, vault), text);
  });

  it('leaves the letter of an escape before a value to the escape', () => {
    const vault = new Vault();
    const text = String.raw`"to:\n${EMAIL}\tEMAIL_1"`;
    const sent = redact(text, findAll(text, EMAIL), vault);
    assert.equal(sent, String.raw`"to:\nEMAIL_2\tEMAIL_1"`);
    assert.equal(restoreText(sent, vault), text);
  });

  it('gives a name that is issued already, and stands there of its own accord, a stand-in of its own', () => {
    const vault = new Vault();
    redact(EMAIL, findAll(EMAIL, EMAIL), vault);
    const sent = redact('SELECT EMAIL_1 FROM t', [], vault);
    assert.equal(sent, 'SELECT LITERAL_1 FROM t');
    assert.equal(restoreText(sent, vault), 'SELECT EMAIL_1 FROM t');
  });

  for (const [other, before] of [
    ['a-EMAIL_1', 'write a-'],
    ['nEMAIL_1', String.raw`two\n`],
  ] as const) {
    it(`makes no other name of a stand-in and what stands before it: ${other}`, () => {
      const vault = Vault.of([
        { name: 'EMAIL_1', kind: 'email', value: EMAIL },
        { name: other, kind: 'email', value: 'b@c.io' },
      ]);
      const text = `${before}${EMAIL} now`;
      const sent = redact(text, findAll(text, EMAIL), vault);
      assert.ok(!sent.includes(EMAIL));
      assert.equal(restoreText(sent, vault), text);
    });
  }

  it('has what is encoded in a secret go with that, whatever it is', () => {
    const secret = `k7Vd.${btoa(`to ${EMAIL}, today`)}.vY1`;
    const text = `${EMAIL} ${secret}`;
    const vault = new Vault();
    const sent = redact(text, [...findAll(text, EMAIL), ...findAll(text, secret, 'credential')], vault);
    assert.match(sent, /^EMAIL_1 [A-Z_]+_1$/);
    assert.equal(restoreText(sent, vault), text);
  });

  it('never issues a name that stands in the text already', () => {
    const vault = new Vault();
    const text = `EMAIL_1 = ${EMAIL}`;
    const sent = redact(text, findAll(text, EMAIL), vault);
    assert.equal(sent, 'EMAIL_1 = EMAIL_2');
    assert.equal(restoreText(sent, vault), text);
  });

  it("leaves stand-ins in a model's own text", () => {
    const vault = new Vault();
    redact(EMAIL, findAll(EMAIL, EMAIL), vault);
    const answer = { text: 'Write to EMAIL_1.', findings: [], writtenBy: 'model' } as const;
    assert.equal(redactTexts([answer], vault)[0]?.text, answer.text);
  });
});

describe('originOf', () => {
  it('finds the place of what stands in a redacted text', () => {
    const text = `a ${EMAIL} b ${EMAIL} c`;
    const [redacted] = redactTexts(
      [{ text, findings: findAll(text, EMAIL), writtenBy: 'person' }],
      new Vault(),
    );
    assert.ok(redacted);
    const origin = (piece: string, from = 0): string => {
      const start = redacted.text.indexOf(piece, from);
      const { start: a, end: b } = originOf(redacted, { start, end: start + piece.length });
      return text.slice(a, b);
    };
    assert.equal(redacted.text, 'a EMAIL_1 b EMAIL_1 c');
    for (const piece of ['a', ' b ', ' c']) assert.equal(origin(piece), piece);
    assert.equal(origin('EMAIL_1'), EMAIL);
    assert.equal(origin('EMAIL_1', 5), EMAIL);
    assert.equal(origin('MAIL_1 b EM'), `${EMAIL} b ${EMAIL}`);
    assert.equal(origin(redacted.text), text);
  });
});
