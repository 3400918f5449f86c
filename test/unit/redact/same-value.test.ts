import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kindOf } from '../../../src/detect/kinds.ts';
import { sameValueKey } from '../../../src/redact/same-value.ts';

/** By kind: writings of one value, and of others that are none of it. */
const ROWS: readonly (readonly [kind: string, one: readonly string[], others: readonly string[]])[] = [
  [
    'email',
    ['Alice@example.org', 'alice@example.org', 'alice%40example.org', 'alice&#64;example.org'],
    ['alice@example.com'],
  ],
  ['payment-card', ['4539 5787 6362 1486', '4539-5787-6362-1486', '4539578763621486'], ['4539578763621487']],
  ['phone', ['+49 30 90182071', '+49 (30) 9018-2071', '4930 90182071'], ['+49 30 90182072']],
  ['person-name', ['Jörg  Müller', 'jörg müller', 'Jo\u0308rg Mu\u0308ller'], ['Jörg Möller']],
  ['password', ['k7Vd-vY1', 'k7Vd\\u002dvY1'], ['K7Vd-vY1', 'k7VdvY1']],
  ['ip-address', ['83.1.12.3'], ['83.11.2.3', '8.31.12.3', '83.1.1.23']],
  ['coordinates', ['52.5200, 13.4049', '52.5200,13.4049'], ['5.25200, 134.049', '52.5200, -13.4049']],
  ['date-of-birth', ['1.12.1984', '1/12/1984', '1. 12. 1984', '1-12-1984'], ['11.2.1984', '11/2/1984']],
  ['salary', ['1.500', '1 500'], ['15.00', '1500']],
];

describe('sameValueKey', () => {
  for (const [kind, one, others] of ROWS) {
    it(`is the same of writings of one ${kindOf(kind).name}, and of no other’s`, () => {
      const [first = '', ...rest] = one.map((writing) => sameValueKey(writing, kindOf(kind)));
      for (const key of rest) assert.equal(key, first);
      for (const other of others) assert.notEqual(sameValueKey(other, kindOf(kind)), first);
    });
  }
});
