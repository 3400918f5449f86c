import { scrypt } from 'node:crypto';
import { type HashTestValue, TEST_VALUE_SCRYPT } from '../detect/test-values.ts';

/** What is hashed at a time: the threads it takes are those that files are read by. */
const LANES = 2;

/** Hashes values as they are declared in policy files, off the main thread. Rejects where there is no memory for it. */
export function openScrypt({
  cost,
  blockSize,
  parallelization,
  length,
}: {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly length: number;
} = TEST_VALUE_SCRYPT): HashTestValue {
  // What it needs by its own account, twice: Node's limit counts a little more than that.
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve());
  let next = 0;
  return (value, salt) => {
    const run = (): Promise<Uint8Array> =>
      new Promise((resolve, reject) => {
        scrypt(value, salt, length, options, (error, hash) => {
          if (error) reject(error);
          else resolve(Uint8Array.from(hash));
        });
      });
    const lane = next++ % LANES;
    const hashed = (lanes[lane] ?? Promise.resolve()).then(run);
    lanes[lane] = hashed.catch(() => undefined);
    return hashed;
  };
}
