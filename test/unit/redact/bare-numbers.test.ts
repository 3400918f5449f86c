import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { isBare, isTellingNumber, standsBare } from '../../../src/redact/bare-literal.ts';
import { redactTexts } from '../../../src/redact/redact.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { findAll, redact } from './findings.ts';

const CARD = '4539578763621486';

const redacted = (text: string, value: string, kind = 'payment-card', vault = new Vault()): string =>
  redact(text, findAll(text, value, kind), vault);

describe('a bare number in data', () => {
  for (const data of [
    `{"a":[true, ${CARD}]}`,
    `{"a":["x", ${CARD}]}`,
    `{"a":[{"b":1}, ${CARD}]}`,
    `{"a":[[1], ${CARD}, "x"]}`,
    `{"a":[1.5e3,\n  ${CARD}\n]}`,
    `[null,${CARD}]`,
    `["x", ${CARD}]\n["y", ${CARD}]\n`,
    CARD,
    ` ${CARD}\n`,
  ])
    it(`becomes a number wherever it stands: ${data}`, () => {
      const text = redacted(data, CARD);
      for (const line of data.startsWith('["x"') ? text.trim().split('\n') : [text])
        assert.doesNotThrow(() => JSON.parse(line) as unknown, line);
      assert.ok(!text.includes(CARD));
    });

  it('becomes a number in any JSON, which stays JSON and comes back', () => {
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(Number(CARD), 9000001, 900000001, true, false, null, 0, -1.5, 'x', CARD, ''),
      fc.constantFrom<unknown>(
        -Number(CARD),
        -9000001,
        -900000001,
        9000001.5,
        -9000001.25,
        1.9000001,
        'EMAIL_1',
      ),
      fc.string({ maxLength: 4 }),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const vault = new Vault();
        const text = JSON.stringify(json, null, indent);
        vault.standInFor('4711234', 'customer-id', 'bare');
        const sent = redacted(text, CARD, 'payment-card', vault);
        assert.doesNotThrow(() => JSON.parse(sent) as unknown, sent);
        assert.equal(restoreText(sent, vault), text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gets a name where a word may stand', () => {
    for (const text of [
      `f(a, ${CARD})`,
      `a, ${CARD}, b`,
      `see [1, 2] and ${CARD}, ok`,
      `{ f("x", ${CARD}) }`,
    ])
      assert.ok(redacted(text, CARD).includes('CARD_1'), text);
  });

  it('gets a number beside the name it has from elsewhere', () => {
    const vault = new Vault();
    assert.equal(redacted(`card ${CARD}, ok`, CARD, 'payment-card', vault), 'card CARD_1, ok');
    for (const one of [vault, vault.fork(), Vault.of(vault.standIns())]) {
      const text = `{"card": ${CARD}, "as": "${CARD}"}`;
      const sent = redacted(text, CARD, 'payment-card', one);
      assert.match(sent, /^\{"card": 40{12}\d{3}, "as": "CARD_1"\}$/);
      for (const two of [one, one.fork(), Vault.of(one.standIns())]) {
        assert.equal(restoreText(sent, two), text);
        assert.equal(redacted(text, CARD, 'payment-card', two), sent);
      }
    }
  });
});

describe('a number that stands in for another', () => {
  it('is none that an answer may well hold, in any style', () => {
    for (const style of ['placeholder', 'surrogate'] as const) {
      const vault = new Vault({ styleOf: () => style });
      redacted('{"latitude": 48.1371}', '48.1371', 'coordinates', vault);
      redacted('lat 11.5761 and on', '11.5761', 'coordinates', vault);
      redacted('{"zip": 80331}', '80331', 'customer-id', vault);
      const answer = 'Use a rate of 0.0001, or 0.0002, in 90001 or 90017 cases.';
      assert.equal(restoreText(answer, vault, 'prose'), answer);
    }
  });

  it('is telling, and the same once a program has read and written it', () => {
    const digits = fc.stringMatching(/^-?[1-9]\d{0,20}(\.\d{1,8})?$/);
    const kind = fc.constantFrom('payment-card', 'customer-id', 'coordinates', 'phone', 'card-security-code');
    fc.assert(
      fc.property(digits, kind, (value, id) => {
        const { name } = new Vault().standInFor(value, id, 'bare');
        assert.ok(isBare(name) && isTellingNumber(name), name);
        assert.equal(JSON.stringify(JSON.parse(name)), name);
      }),
    );
  });

  for (const text of [
    '{"latitude": 48.1371, "eps": 0.0001}',
    '{"latitude": 4711234, "limit": 9000001}',
    '{"latitude": 4711234, "limit": [-9000001, 9000017, 1.9000033]}',
  ])
    it(`is none that stands in the same data: ${text}`, () => {
      const value = /[\d.]+/.exec(text)?.[0] ?? '';
      const vault = new Vault();
      const sent = redacted(text, value, 'customer-id', vault);
      assert.doesNotThrow(() => JSON.parse(sent) as unknown, sent);
      assert.equal(restoreText(sent, vault), text);
      assert.equal(sent.slice(sent.indexOf(',')), text.slice(text.indexOf(',')));
    });

  it('is none that stands in another text of the same request', () => {
    const vault = new Vault();
    const texts = ['{"id": 4711234}', 'at most 9000001 of them'].map((text) => ({
      text,
      findings: findAll(text, '4711234', 'customer-id'),
      writtenBy: 'person' as const,
    }));
    const sent = redactTexts(texts, vault).map(({ text }) => text);
    assert.equal(sent[1], texts[1]?.text);
    assert.notEqual(sent[0], '{"id": 9000001}');
  });

  it('is told from the same number by a number, where that is bare', () => {
    const vault = new Vault();
    assert.equal(redacted('{"id": 4711234}', '4711234', 'customer-id', vault), '{"id": 9000001}');
    assert.equal(redact('{"limit": 9000001}', [], vault), '{"limit": 900000001}');
    assert.equal(redact('at most 9000001', [], vault), 'at most 900000001');
    assert.equal(restoreText('{"limit": 900000001}', vault), '{"limit": 9000001}');
  });
});

describe('standsBare', () => {
  it('takes no longer for many numbers in a row', () => {
    const text = `[${Array.from({ length: 20_000 }, (_, n) => `"x", ${4_000_000 + n}`).join(', ')}]`;
    const start = performance.now();
    for (const { 0: number, index } of text.matchAll(/\d{7}/g))
      assert.ok(standsBare(text, index, index + number.length));
    assert.ok(performance.now() - start < 5_000);
  });
});
