/** A checkout of any number of files, the same each time: mixed languages and sizes, some with findings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DATABASE_URL, EMAIL, githubToken } from '../../unit/made-up.ts';
import { cleanFiles } from '../corpus.ts';

/** Files in one folder. */
const IN_FOLDER = 40;
/** One in so many holds something. */
const FOUND_EVERY = 50;
/** What nobody looks into is there as well: one in so many is no text. */
const BINARY_EVERY = 100;
/** In UTF-16 code units; a checkout has few large files. */
const SIZES: readonly (readonly [share: number, size: number])[] = [
  [0.5, 1_500],
  [0.85, 6_000],
  [0.97, 20_000],
  [0.999, 80_000],
  [1, 600_000],
];
const ENDINGS = ['ts', 'js', 'json', 'md', 'py', 'go', 'java', 'yaml', 'css', 'html', 'sql', 'sh'] as const;

/** What was written. */
export interface Checkout {
  readonly files: number;
  readonly bytes: number;
}

/** Writes the files below a folder that is there. */
export function writeCheckout(folder: string, files: number): Checkout {
  // One text that all files are pieces of, so that they are real code and no two alike.
  const corpus = cleanFiles()
    .filter(({ text }) => text.length < 200_000)
    .map(({ text }) => text)
    .join('\n');
  const next = random(20_261_122);
  let bytes = 0;
  for (let i = 0; i < files; i++) {
    const place = `pkg${Math.floor(i / IN_FOLDER / 20)}/mod${Math.floor(i / IN_FOLDER) % 20}`;
    const isBinary = i % BINARY_EVERY === 7;
    const ending = isBinary ? 'bin' : (ENDINGS[i % ENDINGS.length] ?? 'txt');
    const file = join(folder, place, `file${i}.${ending}`);
    if (i % IN_FOLDER === 0) mkdirSync(dirname(file), { recursive: true });
    const share = next();
    const most = SIZES.find(([until]) => share <= until)?.[1] ?? 0;
    const size = Math.floor(most * (0.3 + 0.7 * next()));
    const start = Math.floor(next() * (corpus.length - size));
    const text = corpus.slice(start, start + size);
    const content = isBinary ? new Uint8Array(size) : i % FOUND_EVERY === 3 ? withFindings(text, i) : text;
    writeFileSync(file, content);
    bytes += size;
  }
  return { files, bytes };
}

function withFindings(text: string, i: number): string {
  return `${text}\nconst token = "${githubToken(i)}";\nmail = "user${i}.${EMAIL}"\nurl = "${DATABASE_URL}"\n`;
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
