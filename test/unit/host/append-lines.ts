/** Appends lines to a ledger from a process of its own: folder, name, how many, size at which a file is full. */
import { LedgerFile } from '../../../src/host/ledger-file.ts';

const [folder = '', name = '', count = '0', fullAt = '0'] = process.argv.slice(2);
const file = new LedgerFile({
  folder,
  fullAt: Number(fullAt),
  keep: 1_000,
  isOver: () => false,
  isNewer: () => false,
});
for (let n = 0; n < Number(count); n++)
  await file.append(JSON.stringify({ name, n, pad: 'x'.repeat(n % 700) }));
