import type { Fingerprint } from './allow.ts';
import type { Finding, Scan } from './finding.ts';
import { isNamed } from './named.ts';

/** The shortest value that can be declared, in UTF-16 code units: a shorter one could be guessed from its hash. */
export const SHORTEST_TEST_VALUE = 16;
/** The longest, in UTF-16 code units: a certificate with its key is shorter. */
export const LONGEST_TEST_VALUE = 16_384;

/**
 * How a value is hashed: scrypt (RFC 7914) over its UTF-8 bytes. Part of the format of `.promptairlock.json`: others make
 * every hash that was ever declared worthless.
 */
export const TEST_VALUE_SCRYPT = { cost: 32_768, blockSize: 8, parallelization: 1, length: 32 } as const;

/** So many hashes are begun for a scan, whatever it found: each takes about as long as a blink, and as much memory as a picture. */
const MOST_HASHES = 32;
/** So many hashes are remembered; each is 32 bytes. */
const MOST_REMEMBERED = 2_000;

/** The hash of a value under a salt, see {@link TEST_VALUE_SCRYPT}. */
export type HashTestValue = (value: string, salt: Uint8Array) => Promise<Uint8Array>;

/** The values that one file declares to be made up. */
export interface DeclaredValues {
  readonly salt: Uint8Array;
  readonly hashes: readonly Uint8Array[];
  /** The file, as a person reads its path. */
  readonly file: string;
}

/** What values are known as declared by. */
export interface Declarations {
  /** What is declared now; asked for at each scan. */
  readonly declared: () => readonly DeclaredValues[];
  readonly hash: HashTestValue;
  /** Keyed: hashes are remembered by it, so that no value stays in memory. */
  readonly fingerprint: Fingerprint;
  /** How many hashes may be begun in all, for many texts one after the other; left out where each scan has its own limit. */
  readonly most?: number;
}

/**
 * Whether a text can be declared: neither too short nor too long, and its UTF-8 is that of no other text, as it would be
 * with half a character in it.
 */
export function isDeclarable(value: string): boolean {
  return (
    value.length >= SHORTEST_TEST_VALUE && value.length <= LONGEST_TEST_VALUE && !/\p{Surrogate}/u.test(value)
  );
}

/**
 * A scan that marks the findings whose whole value a file declares to be made up. What the user's own rules name, or a
 * file that keeps secrets, is never marked, nor is what stands for a file or could not be looked into. Each value is
 * hashed once for each salt; what is beyond the limit, or cannot be hashed, stays unmarked until another scan.
 */
export function markTestValues(scan: Scan, { declared, hash, fingerprint, most }: Declarations): Scan {
  const remembered = new Map<string, Promise<string>>();
  const inAll = most === undefined ? undefined : { left: most };

  function hashOnce(key: string, value: string, salt: Uint8Array): Promise<string> {
    const hashed = hash(value, salt).then(written);
    remembered.set(key, hashed);
    hashed.catch(() => remembered.delete(key));
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return hashed;
  }

  /** The files that declare some of these values, by the values. */
  async function declaring(
    values: readonly string[],
    files: readonly DeclaredValues[],
  ): Promise<ReadonlyMap<string, string>> {
    const prints = await Promise.all(values.map(fingerprint));
    const salted = files.map(({ salt, hashes, file }) => ({
      salt,
      id: written(salt),
      hashes: new Set(hashes.map(written)),
      file,
    }));
    const allowance = inAll ?? { left: MOST_HASHES };
    const asked: Promise<readonly [value: string, file: string] | undefined>[] = [];
    for (const [i, value] of values.entries()) {
      for (const { salt, id, hashes, file } of salted) {
        if (hashes.size === 0) continue;
        const key = `${id} ${prints[i]}`;
        let known = remembered.get(key);
        if (known === undefined) {
          if (allowance.left === 0) continue;
          allowance.left -= 1;
          known = hashOnce(key, value, salt);
        }
        asked.push(
          known.then(
            (its) => (hashes.has(its) ? ([value, file] as const) : undefined),
            // Not hashed is not declared.
            () => undefined,
          ),
        );
      }
    }
    const answers = await Promise.all(asked);
    // The first file that declares a value is the one named.
    return new Map(answers.flatMap((one) => (one ? [one] : [])).toReversed());
  }

  return async (texts) => {
    const found = await scan(texts);
    const files = declared();
    if (files.length === 0) return found;
    const valueOf = (finding: Finding, i: number): string =>
      (texts[i] ?? '').slice(finding.start, finding.end);
    const named = new Set(
      found.flatMap((list, i) => list.filter(isNamed).map((finding) => valueOf(finding, i))),
    );
    const candidates = new Set(
      found.flatMap((list, i) =>
        list
          .filter(canBeDeclared)
          .map((finding) => valueOf(finding, i))
          .filter((value) => isDeclarable(value) && !named.has(value)),
      ),
    );
    if (candidates.size === 0) return found;
    const by = await declaring([...candidates], files);
    if (by.size === 0) return found;
    return found.map((list, i) =>
      list.map((finding) => {
        const declaredBy = canBeDeclared(finding) ? by.get(valueOf(finding, i)) : undefined;
        return declaredBy === undefined ? finding : { ...finding, declaredBy };
      }),
    );
  };
}

function canBeDeclared(finding: Finding): boolean {
  return finding.class !== 'path' && finding.class !== 'opaque' && !isNamed(finding);
}

/** Bytes in hex, to be compared. */
function written(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
