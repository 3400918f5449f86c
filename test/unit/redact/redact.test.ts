import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/detect/finding.ts';
import { originOf } from '../../../src/redact/origin.ts';
import { redactTexts } from '../../../src/redact/redact.ts';
import { createRestorer, restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { EMAIL, githubToken } from '../made-up.ts';

function finding(start: number, end: number, kind = 'email'): Finding {
  return { rule: 'test', class: 'pii', kind, severity: 'medium', start, end, evidence: 'shape' };
}

function findAll(text: string, value: string, kind?: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    found.push(finding(at, at + value.length, kind));
  }
  return found;
}

function redact(text: string, findings: Finding[], vault = new Vault()): string {
  return redactTexts([{ text, findings, writtenBy: 'person' }], vault)[0]?.text ?? '';
}

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

  it('comes back as it was, for any text and any findings', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('EMAIL_1', 'EMAIL_2', 'LITERAL_1', '_', 'A', ' ', '\\', '\\n', EMAIL),
    );
    const texts = fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (conversation, numbers) => {
        const vault = new Vault();
        const next = (): number => Number(numbers.next().value ?? 0);
        for (const text of conversation.map((pieces) => pieces.join(''))) {
          const findings = Array.from({ length: next() % 4 }, () => {
            const start = next() % (text.length + 1);
            return finding(start, Math.min(text.length, start + (next() % 10)));
          });
          const sent = redact(text, findings, vault);
          assert.equal(restoreText(sent, vault), text);
        }
      }),
      { numRuns: 2_000 },
    );
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

describe('createRestorer', () => {
  const vault = new Vault();
  const values = ['a@b.io', 'c@d.io', ...Array.from({ length: 10 }, (_, i) => `x${i}@y.io`)];
  for (const value of values) vault.standInFor(value, 'email');

  it('gives the same whatever the chunks are', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom(
          'EMAIL_1',
          'EMAIL_12',
          'EMAIL_11',
          'EMAIL_',
          'EMAIL',
          'EMAIL_99',
          '_',
          ' ',
          '`',
          'é',
          'x',
          '1',
          '\\',
          'n',
        ),
        fc.string({ maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(text, fc.array(fc.nat(7)), (pieces, cuts) => {
        const whole = pieces.join('');
        const restorer = createRestorer(vault);
        let streamed = '';
        let from = 0;
        const out = (segments: ReturnType<typeof restorer.push>): string =>
          segments.map((segment) => ('standIn' in segment ? segment.standIn.value : segment.text)).join('');
        for (const cut of cuts) {
          streamed += out(restorer.push(whole.slice(from, from + cut)));
          from += cut;
        }
        streamed += out(restorer.push(whole.slice(from))) + out(restorer.end());
        assert.equal(streamed, restoreText(whole, vault));
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds back nothing but a word that may become a stand-in', () => {
    const restorer = createRestorer(vault);
    assert.deepEqual(restorer.push('Hello world and EMA'), [{ text: 'Hello world and ' }]);
    assert.deepEqual(restorer.push('CS'), [{ text: 'EMACS' }]);
    assert.deepEqual(restorer.push('EMAIL_1'), [{ text: 'EMAIL_1' }]);
    assert.deepEqual(restorer.push(' EMAIL_1'), [{ text: ' ' }]);
    assert.deepEqual(restorer.push('.'), [{ standIn: vault.named('EMAIL_1') }, { text: '.' }]);
  });

  it('leaves alone what was never issued', () => {
    assert.equal(
      restoreText('EMAIL_99 email_1 XEMAIL_1 EMAIL_1x', vault),
      'EMAIL_99 email_1 XEMAIL_1 EMAIL_1x',
    );
  });
});
