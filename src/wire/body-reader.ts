import { serialise } from './serialise.ts';
import type { WrittenTexts } from './written-texts.ts';

/** What a body says, and how it leaves. */
export interface ReadBody {
  /** What `JSON.parse` makes of it; not to be changed. */
  readonly payload: unknown;
  /** What `JSON.stringify` makes of that. */
  readonly written: string;
}

/** A body that was written by `JSON.stringify`, with the places of its longest list. */
interface KnownBody {
  readonly text: string;
  /** The key of the list. */
  readonly key: string;
  /** Where the first item begins. */
  readonly start: number;
  readonly items: readonly unknown[];
  /** Where each item ends. */
  readonly ends: readonly number[];
}

/** A longer one is not kept for the next: what is in it are pictures. */
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * Reads the bodies of a conversation's requests as `JSON.parse` does. With each turn nearly all of it is the same, from
 * the first character on: what stands after the end of an item that both have is parsed, and no more. JSON has no meaning
 * at a distance but a key that comes twice, which is looked for.
 */
export class BodyReader {
  readonly #texts: WrittenTexts;
  #last: KnownBody | undefined;

  /** @param texts those of the conversation. */
  constructor(texts: WrittenTexts) {
    this.#texts = texts;
  }

  /** @throws SyntaxError where a body is no JSON. */
  read(body: string): ReadBody {
    return (this.#last && this.#readOn(this.#last, body)) ?? this.#readWhole(body);
  }

  #readWhole(body: string): ReadBody {
    const payload = this.#texts.sameIn(JSON.parse(body));
    const written = serialise(payload, this.#texts, body);
    this.#last = written === body && body.length <= MOST_KEPT ? this.#longestList(body, payload) : undefined;
    return { payload, written };
  }

  /** Reads what is new in a body, if it begins as the last one; undefined where all of it has to be read. */
  #readOn(last: KnownBody, body: string): ReadBody | undefined {
    const shared = sharedItems(last, body);
    if (shared === 0) return undefined;
    const end = last.ends[shared - 1] ?? 0;
    const isAtItem = body[end] === ',' && body[end + 1] !== ']';
    if (!isAtItem && body[end] !== ']') return undefined;
    // The same body without the items that are known.
    const short = body.slice(0, last.start) + body.slice(isAtItem ? end + 1 : end);
    const parsed: unknown = JSON.parse(short);
    // As it would be written by itself: so no key comes twice, of which the last would count.
    if (!isRecord(parsed) || serialise(parsed, this.#texts, short) !== short) return undefined;
    const fresh = parsed[last.key];
    if (!Array.isArray(fresh)) return undefined;
    const added: readonly unknown[] = this.#texts.sameIn(fresh);
    const items = [...last.items.slice(0, shared), ...added];
    const ends = [...last.ends.slice(0, shared), ...this.#endsOf(added, isAtItem ? end + 1 : end)];
    if (body.length <= MOST_KEPT) this.#last = { ...last, text: body, items, ends };
    return { payload: { ...parsed, [last.key]: items }, written: body };
  }

  #longestList(body: string, payload: unknown): KnownBody | undefined {
    if (!isRecord(payload)) return undefined;
    let longest:
      { readonly key: string; readonly start: number; readonly items: readonly unknown[] } | undefined;
    let length = 0;
    let at = '{'.length;
    for (const [key, value] of Object.entries(payload)) {
      at += JSON.stringify(key).length + ':'.length;
      const here = this.#lengthOf(value);
      if (Array.isArray(value) && here > length) {
        longest = { key, start: at + '['.length, items: value };
        length = here;
      }
      at += here + ','.length;
    }
    return longest && { ...longest, text: body, ends: this.#endsOf(longest.items, longest.start) };
  }

  /** Where items that begin at an offset end, with a comma between them. */
  #endsOf(items: readonly unknown[], from: number): number[] {
    let at = from;
    return items.map((item) => {
      const end = at + this.#lengthOf(item);
      at = end + ','.length;
      return end;
    });
  }

  #lengthOf(value: unknown): number {
    return JSON.stringify(this.#texts.withWritten(value)).length;
  }
}

/** How many items of the one body the other one begins with, from its first character on. */
function sharedItems({ text, ends }: KnownBody, body: string): number {
  // A slice is no copy, and two strings are compared many characters at a time.
  const isShared = (items: number): boolean => {
    const end = ends[items - 1] ?? 0;
    return end < body.length && body.slice(0, end) === text.slice(0, end);
  };
  if (ends.length === 0 || isShared(ends.length)) return ends.length;
  let most = 0;
  let tooMany = ends.length;
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (isShared(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
