import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  type LedgerSettings,
  type LedgerTrouble,
  troubleText,
  WindowLedger,
} from '../../../src/editor/window-ledger.ts';
import { english } from '../../../src/sentences/translate.ts';
import type { Outcome } from '../../../src/wire/ledger/ledger.ts';
import { receiptOf } from '../wire/ledger/receipts.ts';

const OUTCOME: Outcome = {
  at: Date.parse('2026-11-20T10:05:00Z'),
  how: 'complete',
  sent: 'yes',
  status: 200,
};

describe('the ledger of a window', () => {
  let folder = '';
  let settings: LedgerSettings;
  let troubles: LedgerTrouble[];
  let changes = 0;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'airlock-ledger-')), 'ledger');
    settings = { enabled: true, required: false };
    troubles = [];
    changes = 0;
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const open = (): WindowLedger =>
    new WindowLedger({
      folder,
      settings: () => settings,
      onTrouble: (trouble) => troubles.push(trouble),
      onChange: () => (changes += 1),
    });
  const blocked = (): void => writeFileSync(folder, 'a file where the folder should be');

  it('is what all windows wrote', async () => {
    const [one, other] = [open(), open()];
    await one.begin(receiptOf(1));
    await other.begin(receiptOf(2));
    await one.end(receiptOf(1).id, OUTCOME);
    const { entries, damaged } = await other.read();
    assert.deepEqual(
      entries.map(({ sent, ended }) => [sent.id, ended?.how]),
      [
        [receiptOf(2).id, undefined],
        [receiptOf(1).id, 'complete'],
      ],
    );
    assert.deepEqual([damaged, changes, troubles], [0, 3, []]);
    await one.remove();
    assert.deepEqual((await other.read()).entries, []);
  });

  it('writes nothing where it is switched off, unless it is required', async () => {
    settings = { enabled: false, required: false };
    const ledger = open();
    await ledger.begin(receiptOf(1));
    await ledger.end(receiptOf(1).id, OUTCOME);
    assert.deepEqual((await ledger.read()).entries, []);
    settings = { enabled: false, required: true };
    await ledger.begin(receiptOf(2));
    assert.equal((await ledger.read()).entries.length, 1);
  });

  it('says what it could not write, once for a request, and goes on', async () => {
    blocked();
    const ledger = open();
    await ledger.begin(receiptOf(1));
    await ledger.end(receiptOf(1).id, OUTCOME);
    assert.deepEqual(troubles, [{ is: 'unwritable' }]);
    const [trouble] = troubles;
    assert.ok(trouble);
    const { text } = troubleText(trouble, folder, english);
    assert.ok(text.includes(folder) && text.endsWith('Your prompt was sent all the same.'));
    rmSync(folder);
    await ledger.begin(receiptOf(2));
    assert.equal((await ledger.read()).entries.length, 1);
  });

  it('refuses where it is required and cannot be written', async () => {
    blocked();
    settings = { enabled: true, required: true };
    await assert.rejects(open().begin(receiptOf(1)), {
      name: 'WireFault',
      reason: 'not-recorded',
      sent: 'no',
    });
    assert.deepEqual(troubles, []);
  });

  it('leaves what a newer version wrote, says so, and says it again in what is read', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'ledger.jsonl'), '{"v":7,"type":"sent"}\n');
    const ledger = open();
    await ledger.begin(receiptOf(1));
    const [trouble] = troubles;
    assert.ok(trouble?.is === 'newer');
    assert.equal(readFileSync(join(folder, trouble.name), 'utf8'), '{"v":7,"type":"sent"}\n');
    const { entries, newer } = await ledger.read();
    assert.deepEqual([entries.length, newer], [1, 1]);
  });

  it('repairs a line that a crash cut off by beginning another, and counts it', async () => {
    await open().begin(receiptOf(1));
    const file = join(folder, 'ledger.jsonl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"v":1,"type":"sent","id":"00`);
    await open().begin(receiptOf(2));
    const { entries, damaged } = await open().read();
    assert.deepEqual([entries.length, damaged], [2, 1]);
  });
});
