import { CodeZones } from './code-zones.ts';
import { isFreeStart, LONGEST_ESCAPE } from './free.ts';
import type { Rest } from './names.ts';
import type { StandIn } from './stand-in.ts';
import type { Vault } from './vault.ts';

/** A piece of an answer: plain text, or a stand-in that was issued and can be put back. */
export type Segment = { readonly text: string } | { readonly standIn: StandIn };

/** Takes an answer in any chunks and gives it back in segments. */
export interface Restorer {
  /** What is certain after this chunk. */
  push(chunk: string): Segment[];
  /** What was held back, and what stands in a last chunk; to be called once, at the end of the answer. */
  end(chunk?: string): Segment[];
}

/**
 * How a text is read: `exact` for code, files and the arguments of tools, where a stand-in counts only as it was issued;
 * `prose` for an answer in Markdown, where one that the model changed counts as well, outside of code.
 */
export type Reading = 'exact' | 'prose';

/**
 * Recognises issued stand-ins in a stream. Nothing is held back but what may still become one, from its first
 * character to the end of the chunk. However the stream is cut, the segments together are the same. Time: linear.
 */
export function createRestorer(vault: Vault, reading: Reading = 'exact'): Restorer {
  const { names, looseNames } = vault;
  const zones = reading === 'prose' ? new CodeZones() : undefined;
  /** What went out ends at `passed` of this text: its last characters say whether what follows stands free. */
  let last = '';
  let passed = 0;
  let held: string[] = [];
  /** How what is held has to go on where that is but one way; then it need not be read again. */
  let rest: Rest | undefined;

  function pass(text: string, end: number): void {
    last = end < LONGEST_ESCAPE ? before() + text.slice(0, end) : text;
    passed = end < LONGEST_ESCAPE ? last.length : end;
  }

  /** So much of what has gone out last as an escape is long. */
  function before(): string {
    return last.slice(Math.max(0, passed - LONGEST_ESCAPE), passed);
  }

  /** Whether something free may begin at a place of a text, which follows what went out. */
  function isFree(text: string, at: number): boolean {
    if (at >= LONGEST_ESCAPE) return isFreeStart(text, at);
    const head = before();
    return isFreeStart(head + text.slice(0, LONGEST_ESCAPE), head.length + at);
  }

  /** Where a name may begin in a text, from `from` on. */
  function nextIn(text: string, from: number): number {
    return names.pairs.next(text, from, zones && looseNames.pairs);
  }

  /** @param first nothing begins before it. */
  function split(text: string, first: number, final: boolean): Segment[] {
    const segments: Segment[] = [];
    let from = 0;
    let seen = 0;
    held = [];
    rest = undefined;

    let at = first;
    for (; at < text.length; at = nextIn(text, at)) {
      if (!isFree(text, at)) {
        at += 1;
        continue;
      }
      const { match, open } = names.pairs.hasAt(text, at) ? names.beginningAt(text, at, final) : NOTHING;
      if (open) {
        rest = open.label === '' ? undefined : open;
        break;
      }
      if (match) {
        if (at > from) segments.push({ text: text.slice(from, at) });
        segments.push({ standIn: match.item });
        from = at = match.end;
        continue;
      }
      if (zones && looseNames.pairs.hasAt(text, at)) {
        zones.read(text, seen, at);
        seen = at;
        const found = zones.inCode ? undefined : looseNames.beginningAt(text, at, final);
        if (found === 'open') break;
        if (found) {
          if (at > from) segments.push({ text: text.slice(from, at) });
          segments.push({ standIn: found.standIn });
          from = at = found.end;
          continue;
        }
      }
      at += 1;
    }
    at = Math.min(at, text.length);
    if (at > from) segments.push({ text: text.slice(from, at) });
    if (at < text.length) held = [text.slice(at)];
    zones?.read(text, seen, at);
    pass(text, at);
    return segments;
  }

  /** Whether a chunk only goes on with what is held back, and there is more to come. */
  function continues(chunk: string): boolean {
    if (rest === undefined || chunk.length >= rest.label.length - rest.at) return false;
    if (!rest.label.startsWith(chunk, rest.at)) return false;
    held.push(chunk);
    rest = { label: rest.label, at: rest.at + chunk.length };
    return true;
  }

  return {
    push(chunk) {
      if (continues(chunk)) return [];
      // Joined, since each look into a sum of two strings takes a detour.
      const text = held.length === 0 ? chunk : [...held, chunk].join('');
      return split(text, nextIn(text, 0), false);
    },
    end(chunk = '') {
      const text = held.length === 0 ? chunk : [...held, chunk].join('');
      return split(text, nextIn(text, 0), true);
    },
  };
}

const NOTHING = { match: undefined, open: undefined } as const;

/** Every stand-in of a whole text, put back. */
export function restoreText(text: string, vault: Vault, reading: Reading = 'exact'): string {
  return createRestorer(vault, reading).end(text).map(asValue).join('');
}

function asValue(segment: Segment): string {
  return 'standIn' in segment ? segment.standIn.value : segment.text;
}
