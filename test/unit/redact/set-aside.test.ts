import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { restoreWhole } from '../../../src/redact/restore-whole.ts';
import { createRestorer } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';

const kind = fc.constantFrom('email', 'github-token', 'phone', 'payment-card');
const style = fc.constantFrom('placeholder', 'surrogate');

describe('names whose values are gone', () => {
  it('are issued to nobody again, in any style, nor by a copy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.emailAddress(), kind), { maxLength: 12 }),
        fc.array(fc.tuple(fc.emailAddress(), kind), { minLength: 1, maxLength: 12 }),
        style,
        (before, after, as) => {
          const old = new Vault({ styleOf: () => as });
          for (const [value, its] of before) old.standInFor(value, its);
          const spent = new Set(old.standIns().map(({ name }) => name));
          const vault = new Vault({ styleOf: () => as });
          for (const { name, kind: its } of old.standIns()) vault.setAside({ name, kind: its });
          for (const one of [vault.fork(), vault]) {
            for (const [value, its] of after) assert.ok(!spent.has(one.standInFor(value, its).name));
          }
        },
      ),
    );
  });

  it('are counted on behind the highest, whichever of them are there', () => {
    const vault = new Vault();
    vault.setAside({ name: 'EMAIL_7', kind: 'email' });
    vault.setAside({ name: 'PHONE_2_3', kind: 'phone' });
    assert.equal(vault.standInFor('a@brightparcel.io', 'email').name, 'EMAIL_8');
    assert.equal(vault.standInFor('+49 30 901820', 'phone').name, 'PHONE_3');
  });

  it('are never put back, and keep what they stand in from getting into a file', () => {
    const vault = new Vault();
    vault.setAside({ name: 'EMAIL_1', kind: 'email' });
    vault.setAside({ name: 'person1@example.com', kind: 'email' });
    vault.standInFor('b@brightparcel.io', 'email');
    assert.deepEqual(restoreWhole('to EMAIL_1 and EMAIL_2', vault), { ok: false, left: ['EMAIL_1'] });
    assert.deepEqual(restoreWhole('to person1@example.com', vault), {
      ok: false,
      left: ['person1@example.com'],
    });
    assert.equal(restoreWhole('to EMAIL_2', vault).ok, true);
    const restorer = createRestorer(vault, 'prose');
    assert.deepEqual(
      [...restorer.push('EMAIL_1'), ...restorer.end()].map((piece) => 'standIn' in piece),
      [false],
    );
    // Also where the person named it of their own accord since.
    vault.reserve('EMAIL_1');
    assert.equal(restoreWhole('EMAIL_1', vault).ok, false);
  });
});
