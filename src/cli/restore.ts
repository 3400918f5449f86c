import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import { createRestorer, type Segment } from '../redact/restore.ts';
import { restoreWhole } from '../redact/restore-whole.ts';
import { Vault } from '../redact/vault.ts';
import { keepOwnNames } from './own-names.ts';
import type { Kept } from './vault-file.ts';

/** How a text came back. */
export interface RestoredText {
  /** What is left in it that looks like a stand-in and has no value. */
  readonly left: readonly string[];
  /** Whether it was written. */
  readonly printed: boolean;
}

type Write = (bytes: string) => Promise<void>;

/** What comes back may be so many times as long as one text may be, and is still kept back until it is known to be whole. */
const MOST_GROWTH = 4;

/**
 * Puts the values back into a text that is read in pieces. Up to the limit of one text it is kept back until all of it
 * is known to be whole; a longer one is written as it comes, in bounded memory.
 *
 * Everything is done on bytes, each as one character: so a text in any encoding comes back as it was, wherever it is
 * cut, and only the values in it are UTF-8.
 */
export async function restoreAll(
  input: AsyncIterable<Buffer>,
  kept: Kept,
  write: Write,
): Promise<RestoredText> {
  const vault = vaultInBytes(kept);
  const chunks = input[Symbol.asyncIterator]();
  const head: string[] = [];
  let length = 0;
  let done = false;
  while (!done && length <= MAX_TEXT_BYTES) {
    const next = await chunks.next();
    done = next.done === true;
    if (next.done) break;
    head.push(next.value.toString('latin1'));
    length += next.value.length;
  }
  if (!done || restoredLength(head, vault) > MOST_GROWTH * MAX_TEXT_BYTES) {
    return restoreStream(head, chunks, vault, write);
  }
  const restored = restoreWhole(head.join(''), vault);
  if (!restored.ok) return { left: restored.left.map(fromBytes), printed: false };
  await write(restored.text);
  return { left: [], printed: true };
}

function restoredLength(texts: readonly string[], vault: Vault): number {
  const restorer = createRestorer(vault);
  let length = 0;
  for (const text of texts) {
    for (const one of restorer.push(text))
      length += 'standIn' in one ? one.standIn.value.length : one.text.length;
  }
  return length;
}

async function restoreStream(
  head: readonly string[],
  rest: AsyncIterator<Buffer>,
  vault: Vault,
  write: Write,
): Promise<RestoredText> {
  const restorer = createRestorer(vault);
  const left = new Set<string>();
  let unread = '';
  let unwritten = '';

  function look(text: string): void {
    const result = restoreWhole(text, vault);
    if (!result.ok) for (const name of result.left) left.add(fromBytes(name));
  }

  async function take(text: string): Promise<void> {
    unread += text;
    if (unread.length >= WINDOW) {
      const cut = lineEnd(unread);
      look(unread.slice(0, cut));
      unread = unread.slice(cut);
    }
    for (const one of restorer.push(text)) await give(one);
  }

  /** Not all of a chunk at once: a short name may stand for much, and often. */
  async function give(one: Segment): Promise<void> {
    unwritten += 'standIn' in one ? one.standIn.value : one.text;
    if (unwritten.length < BLOCK) return;
    await write(unwritten);
    unwritten = '';
  }

  for (const text of head) await take(text);
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    await take(next.value.toString('latin1'));
  }
  look(unread);
  for (const one of restorer.end()) await give(one);
  await write(unwritten);
  return { left: [...left], printed: true };
}

/** So many bytes are looked at in one go. */
const WINDOW = 1 << 18;
/** So many are written in one go, or more. */
const BLOCK = 1 << 16;

/** Where to cut so that no name is cut: behind the last line, or else the last byte that is no part of one. */
function lineEnd(text: string): number {
  const line = text.lastIndexOf('\n') + 1;
  if (line > 0) return line;
  for (let end = text.length; end > 0; end--) if (!/[\w\\-]/.test(text.charAt(end - 1))) return end;
  return text.length;
}

function vaultInBytes({ standIns, literals }: Kept): Vault {
  const vault = Vault.of(
    standIns.map(({ name, kind, value }) => ({ name: inBytes(name), kind, value: inBytes(value) })),
  );
  keepOwnNames(literals.map(inBytes), vault);
  return vault;
}

function inBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function fromBytes(text: string): string {
  return Buffer.from(text, 'latin1').toString();
}
