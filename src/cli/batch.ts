import * as v from 'valibot';
import type { FileName } from '../decide/files.ts';
import { MAX_TEXT_BYTES, utf8Bytes } from '../detect/limits.ts';
import { fileNamed } from './files.ts';
import { type Line, splitLines } from './lines.ts';

/** An id as it was given; it comes back unchanged. */
type Id = string | number | null;

/** One input line of a batch. */
export interface Item {
  readonly id: Id;
  readonly text: string;
  /** The file the text came from, where the line says so. */
  readonly file?: FileName;
}

/** Longer than a path of any system. */
const MAX_PATH = 4096;

const ItemSchema = v.looseObject({
  id: v.optional(v.nullable(v.union([v.string(), v.number()])), null),
  text: v.string(),
  path: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(MAX_PATH)))),
});
const IdSchema = v.looseObject({ id: v.union([v.string(), v.number()]) });

/** Lines that are worked on together: enough to keep the scanner busy, few enough to keep memory flat. */
const MAX_ITEMS = 256;
const MAX_BATCH_UNITS = 1 << 20;

/** Works on a group of items and gives one result for each; throws when any of them fails. */
export type Work = (items: readonly Item[]) => Promise<readonly object[]>;

/**
 * Runs a batch: one JSON line in, one out, in the same order. A line that cannot be used, or that `work` fails on,
 * gets `{"id","error"}`, and the batch goes on.
 *
 * @returns whether every line was used.
 */
export async function runBatch(
  input: AsyncIterable<Uint8Array>,
  work: Work,
  write: (text: string) => Promise<void>,
): Promise<boolean> {
  let clean = true;
  let waiting: (Item | { readonly id: Id; readonly error: string })[] = [];
  let units = 0;

  async function flush(): Promise<void> {
    const entries = waiting;
    waiting = [];
    units = 0;
    const items = entries.filter((entry) => 'text' in entry);
    const results = (await workOn(items, work))[Symbol.iterator]();
    const lines = entries.map((entry) => {
      const result = 'text' in entry ? { id: entry.id, ...results.next().value } : entry;
      if ('error' in result) clean = false;
      return `${JSON.stringify(result)}\n`;
    });
    if (lines.length > 0) await write(lines.join(''));
  }

  for await (const line of splitLines(input, MAX_TEXT_BYTES)) {
    if (line.bytes === 0) continue;
    const entry = parseLine(line);
    waiting.push(entry);
    units += 'text' in entry ? entry.text.length : 0;
    if (waiting.length >= MAX_ITEMS || units >= MAX_BATCH_UNITS) await flush();
  }
  await flush();
  return clean;
}

/** The group at once; where that fails, one by one, so that only the failing ones are reported. */
async function workOn(items: readonly Item[], work: Work): Promise<readonly object[]> {
  try {
    if (items.length !== 1) return await work(items);
  } catch {
    // Found out below which it was.
  }
  const results: object[] = [];
  for (const item of items) {
    try {
      results.push(...(await work([item])));
    } catch {
      results.push({ error: 'could not be looked at in full' });
    }
  }
  return results;
}

function parseLine(line: Line): Item | { readonly id: Id; readonly error: string } {
  if (line.text === undefined) {
    return { id: idInHead(line.head), error: `over ${MAX_TEXT_BYTES} bytes: ${line.bytes}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { id: null, error: 'not JSON' };
  }
  const item = v.safeParse(ItemSchema, value);
  if (!item.success) {
    const named = v.safeParse(IdSchema, value);
    const ofPath = item.issues.every((issue) => v.getDotPath(issue) === 'path');
    const error = ofPath ? `no path of up to ${MAX_PATH} characters` : 'no text';
    return { id: named.success ? named.output.id : null, error };
  }
  const { id, text, path } = item.output;
  const bytes = text.length * 3 > MAX_TEXT_BYTES ? utf8Bytes(text) : 0;
  if (bytes > MAX_TEXT_BYTES) return { id, error: `over ${MAX_TEXT_BYTES} bytes: ${bytes}` };
  return path ? { id, text, file: fileNamed(path) } : { id, text };
}

/** The id of a line that is too long to parse, where it stands at the beginning. */
function idInHead(head: string): Id {
  const written = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,500}"|-?\d{1,15}(?:\.\d{1,15})?)\s*[,}]/.exec(
    head,
  )?.[1];
  try {
    const id: unknown = JSON.parse(written ?? 'null');
    return typeof id === 'string' || typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}
