/**
 * JSON as people write it: a comment or a comma too many is told of and read over, and everything has its place. What
 * is left out of a file by a slip is then not lost with the rest of it.
 */
import { lineStarts, type Place, placeAt, type Span } from './json-places.ts';

/** A value, and where it stands. `value` is the same as plain data; of names that are there twice, the last. */
export type JsonNode = JsonScalar | JsonList | JsonObject;

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: Span;
}

export interface JsonList {
  readonly kind: 'list';
  readonly items: readonly JsonNode[];
  readonly value: readonly unknown[];
  readonly at: Span;
}

export interface JsonObject {
  readonly kind: 'object';
  /** In their order; a name can be there twice. */
  readonly members: readonly JsonMember[];
  readonly value: Readonly<Record<string, unknown>>;
  /** Whether a name is there twice. */
  readonly repeats: boolean;
  readonly at: Span;
}

export interface JsonMember {
  readonly name: string;
  readonly nameAt: Span;
  readonly node: JsonNode;
}

/** What was read over. */
export interface JsonSlip {
  readonly problem: 'comment' | 'trailing-comma' | 'twice';
  readonly at: Span;
}

/** Why a text cannot be read: what is needed where it stops. */
export type JsonProblem =
  | 'empty'
  | 'needs-value'
  | 'needs-name'
  | 'needs-colon'
  | 'needs-comma'
  | 'needs-end'
  | 'unclosed-text'
  | 'unclosed-comment'
  | 'not-unicode'
  | 'too-deep';

export type ReadJson =
  | { readonly ok: true; readonly root: JsonNode; readonly slips: readonly JsonSlip[] }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: Span };

const MAX_DEPTH = 40;
const BLANKS = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true\b|false\b|null\b/y;
/** A string, and whether it is whole. JSON has no control character in one. */
// oxlint-disable-next-line no-control-regex -- as JSON has it
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

class Stop extends Error {
  readonly problem: JsonProblem;
  readonly offset: number;

  constructor(problem: JsonProblem, offset: number) {
    super(problem);
    this.problem = problem;
    this.offset = offset;
  }
}

/** Reads a text; a byte order mark before it is no part of it. It never throws, and what it says quotes nothing. */
export function readTolerantJson(written: string): ReadJson {
  const text = written.replace(/^\ufeff/, '');
  const starts = lineStarts(text);
  try {
    const lone = LONE_SURROGATE.exec(text);
    if (lone) throw new Stop('not-unicode', lone.index);
    const reader = new Reader(text, (offset) => placeAt(starts, offset));
    return { ok: true, root: reader.readAll(), slips: reader.slips };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { problem, offset } = error;
    const end = Math.min(offset + 1, text.length);
    return { ok: false, problem, at: { start: placeAt(starts, offset), end: placeAt(starts, end) } };
  }
}

class Reader {
  readonly slips: JsonSlip[] = [];
  readonly #text: string;
  readonly #place: (offset: number) => Place;
  #at = 0;
  #depth = 0;

  constructor(text: string, place: (offset: number) => Place) {
    this.#text = text;
    this.#place = place;
  }

  readAll(): JsonNode {
    this.#skip();
    if (this.#at === this.#text.length) throw new Stop('empty', 0);
    const root = this.#value();
    if (this.#at < this.#text.length) throw new Stop('needs-end', this.#at);
    return root;
  }

  /** The value that stands here; what is between it and the next is skipped. */
  #value(): JsonNode {
    const from = this.#at;
    const opens = this.#text[from];
    if (opens === '{' || opens === '[') {
      if (++this.#depth > MAX_DEPTH) throw new Stop('too-deep', from);
      this.#at++;
      this.#skip();
      const node = opens === '{' ? this.#object(from) : this.#list(from);
      this.#depth--;
      this.#skip();
      return node;
    }
    const value = opens === '"' ? this.#string() : this.#scalar();
    const node: JsonScalar = { kind: 'scalar', value, at: this.#span(from, this.#at) };
    this.#skip();
    return node;
  }

  #list(from: number): JsonList {
    const items: JsonNode[] = [];
    while (!this.#closes(']', items.length === 0)) items.push(this.#value());
    return { kind: 'list', items, value: items.map(({ value }) => value), at: this.#span(from, this.#at) };
  }

  #object(from: number): JsonObject {
    const members: JsonMember[] = [];
    const names = new Set<string>();
    while (!this.#closes('}', members.length === 0)) {
      const start = this.#at;
      if (this.#text[start] !== '"') throw new Stop('needs-name', start);
      const name = this.#string();
      const nameAt = this.#span(start, this.#at);
      if (names.has(name)) this.slips.push({ problem: 'twice', at: nameAt });
      names.add(name);
      this.#skip();
      if (this.#text[this.#at] !== ':') throw new Stop('needs-colon', this.#at);
      this.#at++;
      this.#skip();
      members.push({ name, nameAt, node: this.#value() });
    }
    return {
      kind: 'object',
      members,
      // Own properties, `__proto__` too.
      value: Object.fromEntries(members.map(({ name, node }) => [name, node.value])),
      repeats: names.size < members.length,
      at: this.#span(from, this.#at),
    };
  }

  /** Whether what is open ends here; otherwise the next of it stands here, after a comma unless it is the first. */
  #closes(bracket: string, isFirst: boolean): boolean {
    const comma = this.#at;
    if (!isFirst && this.#text[this.#at] === ',') {
      this.#at++;
      this.#skip();
      if (this.#text[this.#at] !== bracket) return false;
      this.slips.push({ problem: 'trailing-comma', at: this.#span(comma, comma + 1) });
    }
    if (this.#text[this.#at] === bracket) {
      this.#at++;
      return true;
    }
    if (!isFirst) throw new Stop('needs-comma', this.#at);
    return false;
  }

  #string(): string {
    const from = this.#at;
    STRING.lastIndex = from;
    STRING.test(this.#text);
    const end = STRING.lastIndex;
    if (this.#text[end] !== '"') throw new Stop('unclosed-text', end === this.#text.length ? from : end);
    this.#at = end + 1;
    const value = String(JSON.parse(this.#text.slice(from, this.#at)));
    if (!value.isWellFormed()) throw new Stop('not-unicode', from);
    return value;
  }

  #scalar(): number | boolean | null {
    SCALAR.lastIndex = this.#at;
    const [written] = SCALAR.exec(this.#text) ?? [];
    if (written === undefined) throw new Stop('needs-value', this.#at);
    this.#at += written.length;
    const value: unknown = JSON.parse(written);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  /** Goes over blanks and comments. */
  #skip(): void {
    for (;;) {
      BLANKS.lastIndex = this.#at;
      BLANKS.test(this.#text);
      this.#at = BLANKS.lastIndex;
      const from = this.#at;
      const opens = this.#text.slice(from, from + 2);
      if (opens === '//') {
        const length = this.#text.slice(from).search(/[\r\n]/);
        this.#at = length < 0 ? this.#text.length : from + length;
      } else if (opens === '/*') {
        const end = this.#text.indexOf('*/', from + 2);
        if (end < 0) throw new Stop('unclosed-comment', from);
        this.#at = end + 2;
      } else return;
      this.slips.push({ problem: 'comment', at: this.#span(from, this.#at) });
    }
  }

  #span(start: number, end: number): Span {
    return { start: this.#place(start), end: this.#place(end) };
  }
}
