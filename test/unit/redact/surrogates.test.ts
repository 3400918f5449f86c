import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { luhn } from '../../../src/detect/numbers/arithmetic.ts';
import { KIND_IDS } from '../../../src/detect/kinds.ts';
import { NUMBER_FORMATS } from '../../../src/detect/numbers/numbers.ts';
import { looksReal } from '../../../src/redact/surrogates/check-digits.ts';
import { surrogateOf } from '../../../src/redact/surrogates/surrogates.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { CARD, DATABASE_URL, githubToken } from '../made-up.ts';
import { findAll, redact } from './findings.ts';

/** Kind, value, and what stands in for the first and the second of them. */
const CASES: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
  ['email', 'ines@kornblume.example', 'person1@example.com', 'person2@example.com'],
  ['email', 'ines%40kornblume.example', 'person1%40example.com', 'person2%40example.com'],
  ['phone', '+1 (415) 867-5309', '+1 (202) 555-0100', '+1 (202) 555-0101'],
  ['phone', '415-867-5309', '202-555-0100', '202-555-0101'],
  ['phone', '+49 30 1234567', '+493023125000', '+493023125001'],
  ['phone', '+44 7911 123456', '+44 7700 900000', '+44 7700 900001'],
  ['phone', '0151 23456789', undefined, undefined],
  ['payment-card', CARD, '4000 0000 0000 0010', '4000 0000 0000 0028'],
  ['payment-card', '371449635398431', '370000000000010', '370000000000028'],
  ['iban', 'DE44 5001 0517 5407 3249 31', 'DE00 0000 0000 0000 0000 01', 'DE00 0000 0000 0000 0000 02'],
  ['ip-address', '81.2.69.142', '192.0.2.1', '192.0.2.2'],
  ['ip-address', '2a02:26f7::1', '2001:db8::1', '2001:db8::2'],
  ['mac-address', '3C:22:FB:9A:01:D4', '00:00:5E:00:53:01', '00:00:5E:00:53:02'],
  ['coordinates', '52.520008, 13.404954', '0.000000, 0.000001', '0.000000, 0.000002'],
  ['date-of-birth', '1984-11-23', '1900-01-01', '1900-02-02'],
  ['date-of-birth', '23.11.1984', '01.01.1900', '02.02.1900'],
  ['date-of-birth', '23 November 1984', undefined, undefined],
  ['person-name', 'Ines Kornblum', 'Person1 Example', 'Person2 Example'],
  ['postal-address', 'Am Speicher 12', '1 Example Street', '2 Example Street'],
  [
    'database-url',
    DATABASE_URL,
    'postgres://user1:password1@host1.example.com/path1',
    'postgres://user2:password2@host2.example.com/path2',
  ],
  ['seed-phrase', 'zoo zoo zoo', undefined, undefined],
  ['health-data', 'asthma', undefined, undefined],
];

describe('made-up values', () => {
  for (const [kind, value, first, second] of CASES) {
    it(`of ${kind} written like that: ${first ?? 'none'}`, () => {
      if (kind === 'phone' && first === undefined) return assert.notEqual(surrogateOf(value, kind, 1), value);
      assert.deepEqual([surrogateOf(value, kind, 1), surrogateOf(value, kind, 2)], [first, second]);
    });
  }

  it('keep the prefix and the length of a token, and have wrong check digits', () => {
    const token = githubToken();
    const made =
      surrogateOf(token, 'github-personal-access-token', 1) ?? surrogateOf(token, 'github-token', 1) ?? '';
    assert.match(made, /^ghp_[A-Za-z0-9]{36}$/);
    assert.notEqual(made, token);
  });

  it('of a number are no number of another country either', () => {
    for (const [kind, value] of [
      ['jp-my-number', '2912 3456 7899'],
      ['br-rg', '24.678.131-4'],
      ['customer-number', '4712 3398 0021'],
      ['bank-account', '0532013000'],
    ] as const) {
      for (let number = 1; number <= 40; number++) {
        const made = surrogateOf(value, kind, number) ?? '';
        for (const { id } of NUMBER_FORMATS.filter(({ alone, check }) => alone.length > 0 && check)) {
          const shape = new RegExp(`^(?:${NUMBER_FORMATS.find((format) => format.id === id)?.shape})$`, 'i');
          assert.ok(!shape.test(made) || !looksReal(made, id), `${kind}: a ${id}`);
        }
      }
    }
  });

  it('of cards pass the check of a form; of numbers with check digits never do', () => {
    for (let number = 1; number < 300; number++) {
      assert.ok(luhn((surrogateOf(CARD, 'payment-card', number) ?? '').replaceAll(' ', '')));
    }
    const samples = new Map([
      ['nl-bsn', '123456782'],
      ['de-tax-id', '86095742719'],
      ['pl-pesel', '44051401359'],
      ['us-npi', '1234567893'],
      ['br-cpf', '390.533.447-05'],
    ]);
    for (const [kind, value] of samples) {
      assert.ok(
        NUMBER_FORMATS.some(({ id }) => id === kind),
        kind,
      );
      for (let number = 1; number < 200; number++) {
        const made = surrogateOf(value, kind, number);
        assert.ok(made !== undefined && !looksReal(made, kind), kind);
      }
    }
  });

  it('are never the value, and two numbers never give the same', function () {
    this.timeout(60_000);
    const kind = fc.constantFrom(...KIND_IDS);
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.stringMatching(/^[A-Za-z0-9]{4,40}$/),
      fc.stringMatching(/^\d{2,4}([-. ]\d{2,4}){1,4}$/),
      fc.constantFrom(...CASES.map(([, one]) => one)),
    );
    fc.assert(
      fc.property(kind, value, (id, one) => {
        const vault = new Vault({ styleOf: () => 'surrogate' });
        const names = [one, `${one}1`, `${one}2`].map((each) => vault.standInFor(each, id).name);
        assert.equal(new Set(names).size, 3);
        assert.ok(!names.some((name) => name === one));
        const made = [1, 2, 3].flatMap((number) => surrogateOf(one, id, number) ?? []);
        assert.ok(new Set(made).size === made.length || /date/.test(id), 'the same for two numbers');
      }),
      { numRuns: 3_000 },
    );
  });

  it('do not begin with a zero that would change how a number is read', () => {
    assert.match(surrogateOf('713630925', 'us-ssn', 1) ?? '', /^[1-9]\d{8}$/);
    assert.match(surrogateOf('4929962805675973', 'payment-card', 1) ?? '', /^[1-9]\d{15}$/);
  });
});

describe('a bare number or date', () => {
  const bare = (text: string, value: string, kind = 'payment-card'): string =>
    redact(text, findAll(text, value, kind));

  it('gets a number where data takes nothing else', () => {
    assert.deepEqual(JSON.parse(bare('{"card": 4716329765498134}', '4716329765498134')), {
      card: 4000000000000010,
    });
    assert.deepEqual(JSON.parse(bare('{"a": [1, 4716329765498134]}', '4716329765498134')), {
      a: [1, 4000000000000010],
    });
    assert.match(bare('cvv = 713\n', '713', 'card-security-code'), /^cvv = \d+\n$/);
    assert.match(
      bare('born = 1984-11-23 # day\n', '1984-11-23', 'date-of-birth'),
      /^born = 1900-01-01 # day\n$/,
    );
  });

  it('gets a name where a word can stand', () => {
    assert.equal(bare('{"card": "4716329765498134"}', '4716329765498134'), '{"card": "CARD_1"}');
    assert.equal(bare('my card is 4716329765498134, ok', '4716329765498134'), 'my card is CARD_1, ok');
    assert.equal(bare('a,4716329765498134,b', '4716329765498134'), 'a,CARD_1,b');
  });

  it('keeps the number wherever else the value stands', () => {
    const text = 'card 4716329765498134: {"card": 4716329765498134}';
    assert.equal(bare(text, '4716329765498134'), 'card 4000000000000010: {"card": 4000000000000010}');
  });
});
