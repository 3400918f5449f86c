import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/detect/finding.ts';
import { redactTexts, type TextToRedact } from '../../../src/redact/redact.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { findAll, finding, redact } from './findings.ts';

const RUNS = 2_000;
const NOTHING: ReadonlySet<string> = new Set();

/** What a scan takes for a value, in whichever text: made-up ones of the same shape as well. */
const RULES: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['customer-id', /(?<![\w.])\d{7,16}(?![\w.])/g],
  ['customer-id', /(?<![\w-])[A-Z]{2}-\d{7}(?![\w-])/g],
  ['date-of-birth', /(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g],
  ['internal-host', /(?<![\w.-])[a-z]+\d\.example\.com(?!\w)/g],
  ['database-url', /postgres:\/\/\S+\/\w+/g],
];

function scan(text: string): Finding[] {
  return RULES.flatMap(([kind, shape]) =>
    Array.from(text.matchAll(shape), ({ 0: value, index }) => finding(index, index + value.length, kind)),
  );
}

/** Values, and what is made up for them. */
const VALUES = [
  '4711234',
  '4711235',
  'KD-4711234',
  '1984-05-06',
  'orders1.example.com',
  'postgres://app:k7Vd@orders1.example.com/x',
];
const MADE_UP = [
  '9000001',
  '9000017',
  '900000001',
  '900000002',
  'AA-0000001',
  '1900-01-01',
  '0000001',
  'host1.example.com',
  'postgres://user1:password1@host1.example.com/path1',
];
const one = fc.constantFrom(...VALUES, ...MADE_UP);
const bare = fc.constantFrom('4711234', '4711235', '9000001', '9000017', '900000001', '12.5', '0');
const prose = fc
  .array(fc.oneof(one, fc.constantFrom('and', 'mail', 'EMAIL_1', 'CUSTOMER_ID_1', 'is', '(1)')), {
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const data = fc.oneof(
  fc.array(fc.oneof(bare.map(Number), one, fc.boolean(), fc.constant(null)), { maxLength: 5 }),
  fc.record({ id: bare.map(Number), other: fc.oneof(one, bare.map(Number)) }),
  bare.map(Number),
);
const written = fc.oneof(
  prose,
  data.map((value) => JSON.stringify(value)),
);
const turn = fc.record({ text: written, writtenBy: fc.constantFrom('person' as const, 'model' as const) });
const style = fc.constantFrom<Style>('placeholder', 'surrogate');

describe('a conversation in which made-up values come up again', () => {
  it('goes on, whoever writes them: no value leaves, nothing is found but stand-ins, data stays data', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), style, (turns, styleOfAll) => {
        const vault = new Vault({ styleOf: () => styleOfAll });
        const said: TextToRedact[] = [];
        for (const { text, writtenBy } of turns) {
          said.push({ text, writtenBy, findings: scan(text) });
          const sent = redactTexts(said, vault).map((redacted) => redacted.text);
          for (const [i, each] of sent.entries()) {
            const { text: original, writtenBy: by } = said[i] ?? assert.fail();
            assert.equal(vault.isIn(each, NOTHING), false, `refused: ${each}`);
            for (const found of scan(each)) assert.ok(vault.isStandIn(each, found), `found: ${each}`);
            if (by === 'person') assert.equal(restoreText(each, vault), original);
            if (isJson(original)) assert.ok(isJson(each), `no data: ${each}`);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a made-up value', () => {
  it('may hold another value that comes up later, and stays; elsewhere that is replaced', () => {
    const vault = new Vault({ styleOf: () => 'surrogate' });
    const url = 'postgres://app:k7Vd@orders.acme.io/x';
    const sent = redact(url, [finding(0, url.length, 'database-url')], vault);
    const host = /host\d+\.example\.com/.exec(sent)?.[0] ?? assert.fail();
    const later = redact(`ask ${host}`, findAll(`ask ${host}`, host, 'internal-host'), vault);
    assert.notEqual(later, `ask ${host}`);
    assert.equal(restoreText(later, vault), `ask ${host}`);
    for (const text of [sent, later]) assert.equal(vault.isIn(text, NOTHING), false);
    assert.equal(redact(url, [finding(0, url.length, 'database-url')], vault), sent);
    assert.equal(vault.isIn(`ask ${host}`, NOTHING), true);
    assert.equal(vault.isIn(`${sent} ${host}`, NOTHING), true);
    assert.equal(vault.isIn(encodeURIComponent(host.replace('.', '%2E')), NOTHING), true);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
