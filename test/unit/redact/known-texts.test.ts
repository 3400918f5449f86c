import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { encodingsOf } from '../../../src/detect/values/encodings.ts';
import { redactTexts, type TextToRedact } from '../../../src/redact/redact.ts';
import { Vault } from '../../../src/redact/vault.ts';
import type { Finding } from '../../../src/detect/finding.ts';
import { findAll, finding } from './findings.ts';

const NOTHING: ReadonlySet<string> = new Set();
const around = (piece: string): string => `${'what was said before, '.repeat(40)}${piece} and on`;

describe('what is known of a text from earlier', () => {
  it('does not hide a value that comes into the vault later, in any encoding', () => {
    const value = 'Harbour Seven: 4/7 & "é"';
    for (const form of [value, ...encodingsOf(value)]) {
      const text = around(form);
      const vault = new Vault();
      vault.standInFor('m0@brightparcel.io', 'email');
      assert.equal(vault.isIn(text, NOTHING), false);
      assert.equal(vault.isIn(text, NOTHING), false);
      vault.standInFor('m1@brightparcel.io', 'email');
      assert.equal(vault.isIn(text, NOTHING), false);
      vault.standInFor(value, 'password');
      assert.equal(vault.isIn(text, NOTHING), true);
      assert.equal(vault.isIn(text, new Set([value])), false);
      assert.equal(vault.isIn(text, NOTHING), true);
    }
  });

  it('does not hide the end of a secret that comes later', () => {
    const text = around('...Q7dMx41z');
    const vault = new Vault();
    assert.equal(vault.isIn(text, NOTHING), false);
    vault.standInFor('kP2mVb9sT4hYcQ7dMx41z', 'api-key');
    assert.equal(vault.isIn(text, NOTHING), true);
  });

  it('says of a text what a vault says that sees it for the first time', () => {
    const unit = fc.constantFrom('a', 'b', '1', '-', ' ', '%', 'é', '"');
    const value = fc.string({ unit, minLength: 1, maxLength: 10 });
    const step = fc.record({
      value,
      form: fc.nat(),
      texts: fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 12 }),
        (pieces, steps) => {
          const vault = new Vault();
          const texts = pieces.map((some, i) => `${'x '.repeat(i * 40)}${some.join(' ')}`);
          for (const { value: one, form, texts: asked } of steps) {
            const forms = [one, ...encodingsOf(one)];
            texts.push(`${'y '.repeat(40)}${forms[form % forms.length]}`);
            vault.standInFor(one, form % 2 === 0 ? 'email' : 'password');
            for (const [n, spares] of asked) {
              const text = texts[n % texts.length] ?? '';
              const spared = new Set(spares ? [one] : []);
              const fresh = Vault.of(vault.standIns());
              assert.equal(vault.isIn(text, spared), fresh.isIn(text, spared));
              assert.deepEqual(new Set(vault.valuesIn(text).plain), new Set(fresh.valuesIn(text).plain));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not spare a value that was spared before, nor the other way round', () => {
    const vault = new Vault();
    const value = 'm1@brightparcel.io';
    const text = around(value);
    const redacted = (...spared: readonly string[]): string | undefined =>
      redactTexts([{ text, findings: [], writtenBy: 'person' }], vault, new Set(spared))[0]?.text;
    assert.equal(redacted(), text);
    vault.standInFor(value, 'email');
    for (let round = 0; round < 2; round++) {
      assert.equal(redacted(value), text);
      assert.equal(redacted(value, 'm2@brightparcel.io'), text);
      const without = redacted();
      assert.ok(without !== undefined && !without.includes(value));
      assert.equal(redacted('m2@brightparcel.io'), without);
    }
  });

  it('does not hide that something else was found inside of a piece, as under other settings', () => {
    const vault = new Vault();
    const packed = Buffer.from('mail m1@brightparcel.io about harbour-seven').toString('base64');
    const text = `a ${packed} b`;
    const piece = (inside: readonly Finding[]): TextToRedact => ({
      text,
      findings: [{ ...finding(2, 2 + packed.length), through: ['base64'], inside }],
      writtenBy: 'person',
    });
    const sent = (inside: readonly Finding[]): string => {
      const redacted = redactTexts([piece(inside)], vault)[0]?.text.slice(2, -2) ?? '';
      return Buffer.from(redacted, 'base64').toString();
    };
    assert.equal(sent([finding(5, 23)]), 'mail EMAIL_1 about harbour-seven');
    const known = sent([finding(5, 23)]);
    assert.equal(known, 'mail EMAIL_1 about harbour-seven');
    const fresh = redactTexts([piece([finding(5, 23), finding(30, 43)])], vault)[0]?.text;
    assert.notEqual(fresh, undefined);
    assert.equal(vault.known(text).became?.findings[0]?.inside?.length, 2);
  });

  it('is known to a fork of the vault, and each goes its own way from there', () => {
    const vault = new Vault();
    const texts = ['m1@x.io', 'm2@x.io', 'EMAIL_3'].map(around);
    vault.standInFor('m0@x.io', 'email');
    for (const text of texts) assert.equal(vault.isIn(text, NOTHING), false);
    const fork = vault.fork();
    fork.standInFor('m1@x.io', 'email');
    vault.standInFor('m2@x.io', 'email');
    const held = (one: Vault): boolean[] => texts.map((text) => one.isIn(text, NOTHING));
    assert.deepEqual(
      [held(fork), held(vault)],
      [
        [true, false, false],
        [false, true, false],
      ],
    );
    fork.standInFor('m2@x.io', 'email');
    vault.standInFor('m1@x.io', 'email');
    assert.deepEqual(
      [held(fork), held(vault)],
      [
        [true, true, false],
        [true, true, false],
      ],
    );
    const place = {
      start: (texts[2] ?? '').indexOf('EMAIL_3'),
      end: (texts[2] ?? '').indexOf('EMAIL_3') + 7,
    };
    assert.ok(fork.isStandIn(texts[2] ?? '', place));
    const redacted = (one: Vault): string | undefined =>
      redactTexts([{ text: texts[0] ?? '', findings: [], writtenBy: 'person' }], one)[0]?.text;
    assert.deepEqual([redacted(fork), redacted(vault)], [around('EMAIL_2'), around('EMAIL_3')]);
    assert.deepEqual([redacted(fork.fork()), redacted(vault.fork())], [around('EMAIL_2'), around('EMAIL_3')]);
  });

  it('does not hide one of very many values that come later at once', () => {
    const vault = new Vault();
    const text = around('m999@brightparcel.io');
    assert.equal(vault.isIn(text, NOTHING), false);
    for (let n = 0; n < 1_000; n++) vault.standInFor(`m${n}@brightparcel.io`, 'email');
    assert.equal(vault.isIn(text, NOTHING), true);
  });

  it('does not hide a stand-in that is issued later', () => {
    const vault = new Vault();
    const text = around('EMAIL_2');
    const place = { start: text.indexOf('EMAIL_2'), end: text.indexOf('EMAIL_2') + 7 };
    vault.standInFor('m1@brightparcel.io', 'email');
    assert.equal(vault.isStandIn(text, place), false);
    vault.standInFor('m2@brightparcel.io', 'email');
    assert.equal(vault.isStandIn(text, place), true);
    assert.equal(vault.isStandIn(text, { ...place, end: place.end + 4 }), false);
  });

  it('has a value replaced in a text of an earlier turn that only a later one makes known', () => {
    const vault = new Vault();
    const before = around('ask tern-quay-41 about it');
    const turn = (text: string, value: string): TextToRedact => ({
      text,
      findings: findAll(text, value),
      writtenBy: 'person',
    });
    const first = turn(before, 'nothing of it');
    assert.equal(redactTexts([first], vault)[0]?.text, before);
    assert.equal(redactTexts([first, turn('write to m1@x.io', 'm1@x.io')], vault)[0]?.text, before);
    const [again] = redactTexts([first, turn('its name is tern-quay-41', 'tern-quay-41')], vault);
    assert.ok(again && !again.text.includes('tern-quay-41'));
  });

  it('is of each of two texts that are the same', () => {
    const vault = new Vault();
    const text: TextToRedact = { text: around('Strand.korb-12'), findings: [], writtenBy: 'person' };
    redactTexts([text], vault);
    vault.standInFor('Strand.korb-12', 'password');
    for (const { text: redacted } of redactTexts([text, { ...text }, text], vault))
      assert.equal(redacted, around('PASSWORD_1'));
  });
});
