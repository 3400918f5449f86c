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
  /** What was held back; to be called once, at the end of the answer. */
  end(): Segment[];
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
  /** The last of what went out, as it says whether what follows stands free; then what is held back. */
  let before = '';
  let held: string[] = [];
  /** How what is held has to go on where that is but one way; then it need not be read again. */
  let rest: Rest | undefined;

  function split(chunk: string, final: boolean): Segment[] {
    const text = before + held.join('') + chunk;
    const segments: Segment[] = [];
    let from = before.length;
    let seen = from;
    held = [];
    rest = undefined;

    const put = (start: number, end: number, standIn: StandIn): void => {
      if (start > from) segments.push({ text: text.slice(from, start) });
      segments.push({ standIn });
      from = end;
    };

    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      const exact = names.mayBegin(code, next);
      const loose = zones !== undefined && looseNames.mayBegin(code, next);
      if ((!exact && !loose) || !isFreeStart(text, at)) {
        at += 1;
        continue;
      }
      const { match, open } = exact ? names.beginningAt(text, at, final) : NOTHING;
      if (open) {
        rest = open.label === '' ? undefined : open;
        break;
      }
      if (match) {
        put(at, match.end, match.item);
        at = match.end;
        continue;
      }
      if (loose) {
        zones.read(text, seen, at);
        seen = at;
        const found = zones.inCode ? undefined : looseNames.beginningAt(text, at, final);
        if (found === 'open') break;
        if (found) {
          put(at, found.end, found.standIn);
          at = found.end;
          continue;
        }
      }
      at += 1;
    }
    if (at > from) segments.push({ text: text.slice(from, at) });
    if (at < text.length) held = [text.slice(at)];
    zones?.read(text, seen, at);
    before = text.slice(Math.max(0, at - LONGEST_ESCAPE), at);
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
    push: (chunk) => (continues(chunk) ? [] : split(chunk, false)),
    end: () => split('', true),
  };
}

const NOTHING = { match: undefined, open: undefined } as const;

/** Every stand-in of a whole text, put back. */
export function restoreText(text: string, vault: Vault, reading: Reading = 'exact'): string {
  const restorer = createRestorer(vault, reading);
  return [...restorer.push(text), ...restorer.end()].map(asValue).join('');
}

function asValue(segment: Segment): string {
  return 'standIn' in segment ? segment.standIn.value : segment.text;
}
