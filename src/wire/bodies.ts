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

/** The longest list of a body. */
interface KnownList {
  readonly key: string;
  readonly items: readonly Item[];
}

/** Stands in a shortened body for the items it begins with, under an id that nobody can guess. */
const LENT = 'prompt-airlock-items';

/** So many shortened bodies are on their way to the gate at a time, at most; an older one is refused there. */
const MOST_LENT = 8;

/** A longer one is not kept for the next: what is in it are pictures. In code units. */
const MOST_KEPT = 8 * 1024 * 1024;

/**
 * The bodies of a conversation's requests. With each turn nearly all of one is the same as before: it is kept here, and only
 * what is new goes through the client, which writes it, and is parsed by the gate, which puts the rest in front of it again.
 */
export class Bodies {
  readonly #texts: WrittenTexts;
  readonly #lent = new Map<string, readonly Item[]>();
  #last: KnownList | undefined;

  /** @param texts those of the conversation. */
  constructor(texts: WrittenTexts) {
    this.#texts = texts;
  }

  /**
   * A body for a client to write: what its longest list begins with and had in the body before is left with {@link read},
   * once. To whoever reads its type it is the same body.
   */
  shortened<T extends object>(body: T): T {
    return this.#texts.withWritten(this.#withoutKnown(body));
  }

  #withoutKnown<T extends object>(body: T): T {
    const last = this.#last;
    const list = last && new Map(Object.entries(body)).get(last.key);
    if (!last || !Array.isArray(list)) return body;
    const shared = last.items.findIndex(({ value }, i) => !isSame(value, list[i]));
    const known = shared < 0 ? last.items : last.items.slice(0, shared);
    if (known.length === 0) return body;
    const id = crypto.randomUUID();
    this.#lent.set(id, known);
    for (const oldest of this.#lent.keys()) {
      if (this.#lent.size <= MOST_LENT) break;
      this.#lent.delete(oldest);
    }
    return { ...body, [last.key]: [{ [LENT]: id }, ...list.slice(known.length)] };
  }

  /**
   * Reads what a client has written, as `JSON.parse` does, with what was left out of it.
   * @throws SyntaxError where it is no JSON, or what was left out of it is not here any more.
   */
  read(body: string): ReadBody {
    const payload: unknown = this.#texts.sameIn(JSON.parse(body));
    if (!isRecord(payload)) return { payload, written: new WrittenBody([this.#json(payload)]) };
    const lists = Object.entries(payload).flatMap(([key, value]) =>
      Array.isArray(value) ? [{ key, items: this.#itemsOf(value) }] : [],
    );
    const all = lists.reduce(
      (whole, { key, items }) => ({ ...whole, [key]: items.map(({ value }) => value) }),
      payload,
    );
    const longest = longestOf(lists);
    const written = new WrittenBody(this.#piecesOf(all, lists, longest));
    const length = longest?.items.reduce((sum, { piece }) => sum + piece.length, 0) ?? 0;
    this.#last = length > 0 && length <= MOST_KEPT ? longest : undefined;
    return { payload: all, written };
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

  /** The JSON of a payload: each item of the longest of its lists by itself, and what stands between. */
  #piecesOf(
    payload: Record<string, unknown>,
    lists: readonly KnownList[],
    longest: KnownList | undefined,
  ): readonly string[] {
    const pieces: string[] = [];
    let between = '{';
    for (const [i, [key, value]] of Object.entries(payload).entries()) {
      between += `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`;
      const items = lists.find((list) => list.key === key)?.items.map(({ piece }) => piece);
      if (items === undefined) between += this.#json(value);
      else if (key !== longest?.key) between += `[${items.join('')}]`;
      else {
        pieces.push(`${between}[`);
        // One by one: as arguments, a hundred thousand would be too many.
        for (const piece of items) pieces.push(piece);
        between = ']';
      }
    }
    return [...pieces, `${between}}`];
  }

  #json(value: unknown): string {
    return JSON.stringify(this.#texts.withWritten(value));
  }
}

function longestOf(lists: readonly KnownList[]): KnownList | undefined {
  const lengthOf = ({ items }: KnownList): number => items.reduce((sum, { piece }) => sum + piece.length, 0);
  return lists.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}

function lentId(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const [first, ...others] = Object.entries(item);
  return others.length === 0 && first?.[0] === LENT && typeof first[1] === 'string' ? first[1] : undefined;
}

/** Whether both are the same in JSON, to the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return keys.length === others.length && keys.every((key, i) => key === others[i] && isSame(a[key], b[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
