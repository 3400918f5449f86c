import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/detect/finding.ts';
import { encodingsOf } from '../../../src/detect/values/encodings.ts';
import { redactTexts, type Redacted } from '../../../src/redact/redact.ts';
import { createRestorer, restoreText } from '../../../src/redact/restore.ts';
import { restoreWhole } from '../../../src/redact/restore-whole.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { TAIL } from '../../../src/redact/tail.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { findAll, finding, redact } from './findings.ts';

const RUNS = 3_000;
const KINDS = [
  'email',
  'github-token',
  'payment-card',
  'phone',
  'person-name',
  'ip-address',
  'iban',
  'password',
  'customer-id',
];

const style = fc.constantFrom<Style>('placeholder', 'surrogate');
const kind = fc.constantFrom(...KINDS);
/** What texts are made of: anything, and what redaction and restoring might stumble over. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'EMAIL_1',
    'EMAIL_2',
    'EMAIL_1_2',
    'LITERAL_1',
    'GITHUB_TOKEN_1',
    '_',
    'A',
    ' ',
    '\\',
    '\\n',
    '1',
  ),
  fc.constantFrom(
    'person1@example.com',
    'person2@example.com',
    '192.0.2.1',
    '400000',
    'ghp_',
    'Person1 Example',
    '+1',
  ),
  fc.constantFrom(
    EMAIL,
    EMAIL.replace('@', '%40'),
    btoa(`mail ${EMAIL} now`),
    EMAIL.toUpperCase(),
    '"k": ',
    '\u200b',
  ),
  fc.constantFrom(
    '4711234',
    '9000001',
    '900000001',
    '-9000001',
    '0.0001',
    '[',
    ', ',
    ']',
    'EMAIL_1s',
    '%5F1',
    '%40',
  ),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** Any findings in a text, overlapping or not. */
function anyFindings(text: string, numbers: fc.Stream<number>): Finding[] {
  const next = (): number => Number(numbers.next().value ?? 0);
  return Array.from({ length: next() % 4 }, () => {
    const start = next() % (text.length + 1);
    return finding(start, Math.min(text.length, start + (next() % 20)), KINDS[next() % KINDS.length]);
  });
}

/** What of a redacted text was not replaced, from its original. */
function untouched(original: string, { replacements }: Redacted): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of replacements) {
    pieces.push(original.slice(from, start));
    from = end;
  }
  return [...pieces, original.slice(from)];
}

describe('redacting and restoring', () => {
  it('gives any text back, whatever was found in it, in any style, through a whole conversation', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        style,
        (conversation, numbers, styleOfAll) => {
          const vault = new Vault({ styleOf: () => styleOfAll });
          for (const said of conversation) {
            const sent = redact(said, anyFindings(said, numbers), vault);
            assert.equal(restoreText(sent, vault), said);
            // Into a file as well: what a person wrote is nothing that was changed, cut off or never issued.
            const restored = restoreWhole(sent, vault);
            assert.equal(restored.ok ? restored.text : restored.left.join(), said);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('leaves what stands between findings as it is', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat()), style, (said, numbers, styleOfAll) => {
        const vault = new Vault({ styleOf: () => styleOfAll });
        const findings = anyFindings(said, numbers);
        const [redacted] = redactTexts([{ text: said, findings, writtenBy: 'person' }], vault);
        assert.ok(redacted);
        const names = redacted.replacements.map(({ standIn }) => standIn.name);
        const rebuilt = untouched(said, redacted)
          .map((between, i) => between + (names[i] ?? ''))
          .join('');
        assert.equal(redacted.text, rebuilt);
        for (const { start, end } of findings) {
          assert.ok(
            start === end || redacted.replacements.some((one) => one.start <= start && end <= one.end),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('lets no issued value leave, in no encoding, and of secrets not their ends', function () {
    this.timeout(120_000);
    const value = fc
      .tuple(
        fc.string({ unit: fc.constantFrom(...'aB3xZ9qLm0/+=%@ü"\\'), minLength: 8, maxLength: 40 }),
        kind,
      )
      .filter(([one]) => one.trim() === one && !/^[\s\\]|\\$/.test(one));
    const around = fc.string({ unit: fc.constantFrom(...'ab1 _-/"\n'), maxLength: 6 });
    fc.assert(
      fc.property(
        value,
        fc.array(fc.tuple(around, fc.nat(30)), { maxLength: 6 }),
        around,
        style,
        ([one, kindOfIt], others, last, styleOfAll) => {
          const vault = new Vault({ styleOf: () => styleOfAll });
          const secret = finding(0, 0, kindOfIt).class === 'secret';
          const forms = [
            one,
            ...encodingsOf(one),
            ...(secret && one.length > TAIL ? [one.slice(-TAIL)] : []),
          ];
          const said = `${one} ${others.map(([before, which]) => before + (forms[which % forms.length] ?? '')).join('')}${last}`;
          const sent = redact(said, [finding(0, one.length, kindOfIt)], vault);
          for (const form of [one, ...encodingsOf(one)]) assert.ok(!sent.includes(form), 'a value left');
          if (secret && one.length > TAIL && !/\s/.test(one.slice(-TAIL))) {
            assert.ok(!sent.includes(one.slice(-TAIL)), 'the end of a secret left');
          }
          assert.equal(restoreText(sent, vault), said);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('gives the same however the answer is cut', function () {
    this.timeout(60_000);
    const vault = new Vault();
    const mixed = new Vault({ styleOf: () => 'surrogate' });
    for (const one of ['a@b.io', 'c@d.io', ...Array.from({ length: 10 }, (_, i) => `x${i}@y.io`)]) {
      vault.standInFor(one, 'email');
      mixed.standInFor(one, 'email');
    }
    for (const one of [vault, mixed]) {
      const encoded = btoa(`the mail is ${EMAIL} and more`);
      const through = ['base64'] as const;
      redact(
        encoded,
        [{ ...finding(0, encoded.length), through, inside: findAll(atob(encoded), EMAIL) }],
        one,
      );
    }
    const names = [...vault.standIns(), ...mixed.standIns()].map(({ name }) => name);
    const said = fc.array(
      fc.oneof(
        fc.constantFrom(...names),
        fc.constantFrom(
          ...names.map((name) => name.slice(0, -1)),
          ...names.map((name) => name.toLowerCase()),
        ),
        fc.constantFrom(
          'EMAIL_',
          'EMAIL_99',
          'EMAIL\\_1',
          'EMAIL 1',
          'email-1',
          'EMAIL_1s',
          'person 1@example.com',
        ),
        fc.constantFrom('_', ' ', '`', '```', '\n', '    ', '~~~', 'é', 'x', '1', '\\', 'n', '- '),
        fc.string({ maxLength: 5 }),
      ),
    );
    const reading = fc.constantFrom('exact' as const, 'prose' as const);
    fc.assert(
      fc.property(said, fc.array(fc.nat(7)), reading, fc.boolean(), (pieces, cuts, read, shaped) => {
        const kept = shaped ? mixed : vault;
        const whole = pieces.join('');
        const restorer = createRestorer(kept, read);
        let streamed = '';
        let from = 0;
        const out = (segments: ReturnType<typeof restorer.push>): string =>
          segments.map((segment) => ('standIn' in segment ? segment.standIn.value : segment.text)).join('');
        for (const cut of cuts) {
          streamed += out(restorer.push(whole.slice(from, from + cut)));
          from += cut;
        }
        streamed += out(restorer.push(whole.slice(from))) + out(restorer.end());
        assert.equal(streamed, restoreText(whole, kept, read));
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps one stand-in for a value through messages, styles of writing and encodings', () => {
    const vault = new Vault();
    const token = githubToken();
    assert.equal(
      redact(
        `${EMAIL} ${token}`,
        [...findAll(`${EMAIL} ${token}`, EMAIL), ...findAll(`${EMAIL} ${token}`, token, 'github-token')],
        vault,
      ),
      'EMAIL_1 GITHUB_TOKEN_1',
    );
    assert.equal(redact(`?to=${EMAIL.replace('@', '%40')}`, [], vault), '?to=EMAIL_1_2');
    assert.equal(
      redact(`?to=${EMAIL.replace('@', '%40')}&to=${EMAIL}`, [], vault),
      '?to=EMAIL_1_2&to=EMAIL_1',
    );
    const encoded = btoa(`login ${token}`);
    const sent = redact(`data: ${encoded}`, [], vault);
    assert.equal(atob(sent.slice('data: '.length)), 'login GITHUB_TOKEN_1');
    assert.equal(restoreText(sent, vault), `data: ${encoded}`);
  });
});
