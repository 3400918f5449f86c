import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Secrets } from '../../../src/editor/key-store.ts';
import { OwnKeys } from '../../../src/editor/own-keys.ts';

/** A storage that counts how often it is asked, and does not answer the first so many times. */
function storage(failures = 0): Secrets & { asked: number } {
  const kept = new Map<string, string>();
  return {
    asked: 0,
    async get(id) {
      this.asked += 1;
      if (this.asked <= failures) throw new Error('locked');
      return kept.get(id);
    },
    async store(id, value) {
      kept.set(id, value);
    },
    async delete(id) {
      kept.delete(id);
    },
  };
}

async function signed(keys: OwnKeys): Promise<string> {
  const running = (await keys.receiptKey()).begin();
  running.update('body');
  return Buffer.from(running.digest()).toString('hex');
}

describe('OwnKeys', () => {
  it('are read once, and are the same in the next window', async () => {
    const secrets = storage();
    const keys = new OwnKeys(secrets);
    const first = await signed(keys);
    assert.equal(await signed(keys), first);
    assert.equal(secrets.asked, 1);
    assert.equal(await signed(new OwnKeys(secrets)), first);
  });

  it('are asked for again where the storage did not answer', async () => {
    const locked = new OwnKeys(storage(1));
    await assert.rejects(locked.receiptKey(), /locked/);
    assert.match(await signed(locked), /^[0-9a-f]{64}$/);
    const keys = new OwnKeys(storage(1));
    await assert.rejects(keys.fingerprint('a'), /locked/);
    const print = await keys.fingerprint('a');
    assert.match(print, /^[0-9a-f]{64}$/);
    assert.equal(await keys.fingerprint('a'), print);
    assert.notEqual(await keys.print('a'), print.slice(0, 32));
  });
});
