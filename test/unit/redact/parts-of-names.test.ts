import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { isBare } from '../../../src/redact/bare-literal.ts';
import { isFreeEnd, isFreeStart } from '../../../src/redact/free.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';

const MAIL = 'ines@kornblume.example';

describe('a part of a made-up value', () => {
  const URL_ = 'postgres://app:k7Vd@orders.acme.io:5432/x';
  for (const order of [
    [URL_, 'mail.office.corp', 'orders'],
    ['mail.office.corp', 'orders', URL_],
  ]) {
    it(`is none of another value’s: ${order.join(' before ')}`, () => {
      const vault = new Vault({ styleOf: () => 'surrogate' });
      const kindOf = (value: string): string =>
        value === URL_ ? 'database-url' : value === 'orders' ? 'username' : 'internal-host';
      for (const value of order) vault.standInFor(value, kindOf(value));
      const names = vault.standIns().map(({ name }) => name);
      for (const one of names)
        for (const other of names) assert.ok(one === other || !one.includes(other), `${other} in ${one}`);
      // However a model takes it apart.
      const [url = ''] = names.filter((name) => name.startsWith('postgres:'));
      for (const part of url.split(/[/:@]+/)) assert.equal(restoreText(part, vault), part);
    });
  }

  it('is none of a number’s, nor of a date’s', () => {
    const vault = new Vault({ styleOf: () => 'surrogate' });
    const values = ['KD-0711234', '0711234', '0711235', '1984-05-06 12:00', '1984-05-07'];
    for (const value of values)
      vault.standInFor(value, /\d{4}-/.test(value) ? 'date-of-birth' : 'customer-id');
    const names = vault.standIns().map(({ name }) => name);
    for (const one of names)
      for (const other of names) assert.ok(one === other || !one.includes(other), `${other} in ${one}`);
  });

  it('is none of another value’s, whatever the kinds', () => {
    const value = fc.constantFrom<readonly [kind: string, value: string]>(
      ['email', MAIL],
      ['email', 'ines%40kornblume.example'],
      ['phone', '+1 (415) 867-5309'],
      ['phone', '415-867-5309'],
      ['payment-card', '4539 5787 6362 1486'],
      ['payment-card', '4539578763621486'],
      ['iban', 'DE44 5001 0517 5407 3249 31'],
      ['ip-address', '81.2.69.142'],
      ['coordinates', '52.520008, 13.404954'],
      ['coordinates', '52.5200081'],
      ['date-of-birth', '1984-11-23'],
      ['date-of-birth', '1984-11-23 12:30'],
      ['customer-id', '0711234'],
      ['customer-id', 'KD-0711234'],
      ['customer-id', 'KD-07 11234'],
      ['username', 'ines'],
      ['username', 'Ines'],
      ['person-name', 'Ines Kornblum'],
      ['person-name', 'Ines'],
      ['internal-host', 'db.orders.internal'],
      ['internal-host', 'orders'],
      ['password', 'Strand.korb-12'],
      ['database-url', 'postgres://app:k7Vd@orders.acme.io:5432/x'],
      ['basic-auth-url', 'https://app:k7Vd@orders.acme.io/x'],
    );
    const many = fc.array(fc.tuple(value, fc.nat(9), fc.constantFrom('surrogate' as const, 'bare' as const)));
    fc.assert(
      fc.property(many, (values) => {
        const vault = new Vault({ styleOf: () => 'surrogate' });
        for (const [[kind, one], n, style] of values) {
          const other = one.replace(/\w(?=\W*$)/, String(n));
          if (style === 'surrogate' || isBare(other)) vault.standInFor(other, kind, style);
        }
        for (const { name } of vault.standIns())
          for (const part of partsOf(name))
            if (part !== name) assert.equal(vault.named(part), undefined, `${part} in ${name}`);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no time to be told from very many', () => {
    const vault = new Vault({ styleOf: () => 'surrogate' });
    const start = performance.now();
    for (let n = 0; n < 20_000; n++) {
      vault.standInFor(`h${n}.orders.acme.io`, 'internal-host');
      vault.standInFor(`postgres://app:k7Vd@h${n}.acme.io/x`, 'database-url');
    }
    assert.ok(performance.now() - start < 10_000);
    assert.equal(new Set(vault.standIns().map(({ name }) => name)).size, 40_000);
  });
});

/** Everything that stands free in a name. */
function partsOf(name: string): string[] {
  const edges = Array.from({ length: name.length + 1 }, (_, at) => at);
  const starts = edges.filter((at) => isFreeStart(name, at));
  const ends = edges.filter((at) => isFreeEnd(name, at));
  return starts.flatMap((start) => ends.filter((end) => end > start).map((end) => name.slice(start, end)));
}
