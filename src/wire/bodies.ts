import { isJsonObject } from './json-object.ts';
import { WrittenBody } from './written-body.ts';
import type { WrittenTexts } from './written-texts.ts';

/** What a body says, and how it leaves. */
export interface ReadBody {
  /** What `JSON.parse` makes of it; not to be changed. */
  readonly payload: unknown;
  /** What `JSON.stringify` makes of that. */
  readonly written: WrittenBody;
}

/** An item of a list, and its JSON, with a comma before it unless it is the first. */
interface Item {
  readonly value: unknown;
  readonly piece: string;
}

/** The lists of a body by their keys. */
type Lists = ReadonlyMap<string, readonly Item[]>;

/** Stands in a shortened body for the items it begins with, under an id that nobody can guess. */
const LENT = 'prompt-airlock-items';

/** So many lists are on their way to the gate at a time, at most; what an older one is left out of is refused there. */
const MOST_LENT = 32;

/** A longer one is not kept for the next: what is in it are pictures. In code units. */
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * The bodies of a conversation's requests. With each turn nearly all of one is the same as before: it is kept here, and only
 * what is new goes through the client, which writes it, and is parsed by the gate, which puts the rest in front of it again.
 */
export class Bodies {
  readonly #texts: WrittenTexts;
  readonly #lent = new Map<string, readonly Item[]>();
  #last: Lists = new Map();

  /** @param texts those of the conversation. */
  constructor(texts: WrittenTexts) {
    this.#texts = texts;
  }

  /**
   * A body for a client to write: what its lists begin with and had in the body before is left with {@link read}, once. To
   * whoever reads its type it is the same body.
   */
  shortened<T extends object>(body: T): T {
    const entries = Object.entries(body).map(([key, value]): [string, unknown] => [
      key,
      Array.isArray(value) ? this.#withoutKnown(value, this.#last.get(key) ?? []) : value,
    ]);
    // What was put in the place of items is none of them in the type only.
    return this.#texts.withWritten(Object.fromEntries(entries) as T);
  }

  #withoutKnown(list: readonly unknown[], items: readonly Item[]): readonly unknown[] {
    const differs = items.findIndex(({ value }, i) => !isSame(value, list[i]));
    const known = differs < 0 ? items : items.slice(0, differs);
    if (known.length === 0) return list;
    const id = crypto.randomUUID();
    this.#lent.set(id, known);
    for (const oldest of this.#lent.keys()) {
      if (this.#lent.size <= MOST_LENT) break;
      this.#lent.delete(oldest);
    }
    return [{ [LENT]: id }, ...list.slice(known.length)];
  }

  /**
   * Reads what a client has written, as `JSON.parse` does, with what was left out of it.
   * @throws SyntaxError where it is no JSON, or what was left out of it is not here any more.
   */
  read(body: string): ReadBody {
    const payload: unknown = this.#texts.sameIn(JSON.parse(body));
    if (!isJsonObject(payload)) return { payload, written: new WrittenBody([this.#json(payload)]) };
    const lists = new Map<string, readonly Item[]>();
    for (const [key, value] of Object.entries(payload))
      if (Array.isArray(value)) lists.set(key, this.#itemsOf(value));
    const whole = Object.entries(payload).map(([key, value]): [string, unknown] => [
      key,
      lists.get(key)?.map((item) => item.value) ?? value,
    ]);
    let length = 0;
    for (const items of lists.values()) for (const { piece } of items) length += piece.length;
    this.#last = length <= MOST_KEPT ? lists : new Map();
    return { payload: Object.fromEntries(whole), written: new WrittenBody(this.#piecesOf(payload, lists)) };
  }

  #itemsOf(list: readonly unknown[]): readonly Item[] {
    const id = lentId(list[0]);
    const known = id === undefined ? [] : this.#lent.get(id);
    if (known === undefined) throw new SyntaxError('what was left out of a body is not here');
    if (id !== undefined) this.#lent.delete(id);
    const rest = (id === undefined ? list : list.slice(1)).map((value, i): Item => {
      const isFirst = known.length + i === 0;
      return { value, piece: `${isFirst ? '' : ','}${this.#json(value)}` };
    });
    return known.length === 0 ? rest : [...known, ...rest];
  }

  /** The JSON of a payload: each item of its lists by itself, and what stands between. */
  #piecesOf(payload: Record<string, unknown>, lists: Lists): readonly string[] {
    const pieces: string[] = [];
    let between = '{';
    for (const [i, [key, value]] of Object.entries(payload).entries()) {
      between += `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`;
      const items = lists.get(key);
      if (items === undefined) between += this.#json(value);
      else {
        pieces.push(`${between}[`);
        // One by one: as arguments, a hundred thousand would be too many.
        for (const { piece } of items) pieces.push(piece);
        between = ']';
      }
    }
    return [...pieces, `${between}}`];
  }

  #json(value: unknown): string {
    return JSON.stringify(this.#texts.withWritten(value));
  }
}

function lentId(item: unknown): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const [first, ...others] = Object.entries(item);
  return others.length === 0 && first?.[0] === LENT && typeof first[1] === 'string' ? first[1] : undefined;
}

/** Whether both are the same in JSON, to the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return keys.length === others.length && keys.every((key, i) => key === others[i] && isSame(a[key], b[key]));
}
