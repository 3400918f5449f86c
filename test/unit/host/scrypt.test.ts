import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { describe, it } from 'mocha';
import { openScrypt } from '../../../src/host/scrypt.ts';

describe('openScrypt', () => {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

  it('is scrypt, by a vector of RFC 7914', async () => {
    const hash = openScrypt({ cost: 1_024, blockSize: 8, parallelization: 16, length: 64 });
    assert.equal(
      hex(await hash('password', new TextEncoder().encode('NaCl'))),
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
        '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    );
  });

  // What was declared once has to be known for ever.
  it('keeps the parameters of the format', async () => {
    const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
    const value = 'made-up-value-ä-0123';
    const expected = scryptSync(value, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
    assert.equal(hex(await openScrypt()(value, salt)), expected.toString('hex'));
  });

  it('answers each of many, and goes on after a failure', async () => {
    const hash = openScrypt({ cost: 16, blockSize: 1, parallelization: 1, length: 32 });
    const salt = new Uint8Array(16);
    const all = await Promise.all(Array.from({ length: 9 }, (_, i) => hash(`value ${i}`, salt)));
    assert.equal(new Set(all.map(hex)).size, 9);
    const bad = openScrypt({ cost: 15, blockSize: 1, parallelization: 1, length: 32 });
    const fates = await Promise.allSettled([bad('a', salt), bad('b', salt), bad('c', salt)]);
    assert.deepEqual(
      fates.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
  });
});
