import type { Emitter } from 'highlight.js';
import { highlighter } from './languages.ts';

/** How a piece of code looks; each is a class with a colour of the theme. */
const LOOKS = {
  keyword: 'keyword',
  string: 'string',
  regexp: 'string',
  'char.escape': 'constant',
  number: 'number',
  literal: 'constant',
  symbol: 'constant',
  'variable.constant': 'constant',
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  built_in: 'type',
  type: 'type',
  class: 'type',
  'title.class': 'type',
  title: 'function',
  'title.function': 'function',
  section: 'function',
  'selector-class': 'function',
  'selector-id': 'function',
  attr: 'property',
  attribute: 'property',
  property: 'property',
  variable: 'property',
  'template-variable': 'property',
  name: 'keyword',
  'selector-tag': 'keyword',
  'selector-attr': 'property',
  'selector-pseudo': 'property',
  meta: 'meta',
  link: 'string',
  bullet: 'keyword',
  addition: 'added',
  deletion: 'removed',
  strong: 'strong',
  emphasis: 'emphasis',
} as const;

export type Look = (typeof LOOKS)[keyof typeof LOOKS];

/** A piece of code that looks the same all through. */
export interface Run {
  readonly text: string;
  readonly look: Look | undefined;
}

/** Code that is longer, in code units, is not coloured: it is drawn again with every word while it comes. */
export const LONGEST_COLOURED = 20_000;
/**
 * Nor is code with a longer line, or with more white space in a row. Some languages of highlight.js take the square of
 * that, and nobody wrote it to be read.
 */
const LONGEST_LINE = 500;
const EMPTY = /\s{200}/;
/** A call that takes longer, in milliseconds, counts; and once they took so long together there are no colours any more. */
const LONG = 300;
const LONG_TOGETHER = 3_000;

/** Colours code, as long as that is quick: an answer can be made so that it is not. */
export class Colours {
  readonly #now: () => number;
  #spent = 0;

  /** @param now milliseconds that only ever grow */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * The pieces of code in a language, as highlight.js tells them; together they are the code. What it would make HTML of
   * is never asked for.
   *
   * @param language as it was written behind the fence.
   * @returns undefined where the code stays as it is.
   */
  runsOf(code: string, language: string): readonly Run[] | undefined {
    if (this.#spent > LONG_TOGETHER || !highlighter.getLanguage(language) || !isForReading(code))
      return undefined;
    const begun = this.#now();
    const { _emitter: emitter } = highlighter.highlight(code, { language, ignoreIllegals: true });
    const took = this.#now() - begun;
    if (took > LONG) this.#spent += took;
    if (!(emitter instanceof Runs)) return undefined;
    // Where a language stumbles, highlight.js goes on with what it has, and that is not all.
    const length = emitter.runs.reduce((sum, { text }) => sum + text.length, 0);
    return length === code.length ? emitter.runs : undefined;
  }
}

function isForReading(code: string): boolean {
  return (
    code.length <= LONGEST_COLOURED &&
    !EMPTY.test(code) &&
    code.split('\n').every(({ length }) => length <= LONGEST_LINE)
  );
}

/** Takes what highlight.js tells in place of the HTML it makes by itself. */
class Runs implements Emitter {
  runs: Run[] = [];
  readonly #scopes: string[] = [];

  addText(text: string): void {
    if (text === '') return;
    const look = lookOf(this.#scopes);
    const last = this.runs.at(-1);
    if (last && last.look === look) this.runs[this.runs.length - 1] = { text: last.text + text, look };
    else this.runs.push({ text, look });
  }

  startScope(scope: string): void {
    this.#scopes.push(scope);
  }

  endScope(): void {
    this.#scopes.pop();
  }

  /** What highlight.js 11 calls them by in part. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Emitter): void {
    if (!(emitter instanceof Runs)) return;
    for (const run of emitter.runs) {
      if (run.look === undefined) this.addText(run.text);
      else this.runs.push(run);
    }
  }

  finalize(): void {
    // Nothing is open that would have to be closed.
  }

  toHTML(): string {
    return '';
  }
}

/** The look of the innermost scope that has one; `title.class.inherited` is looked up from its end. */
function lookOf(scopes: readonly string[]): Look | undefined {
  for (const scope of scopes.toReversed()) {
    const parts = scope.split('.');
    if (parts[0] === 'subst') return undefined;
    for (let length = parts.length; length > 0; length--) {
      const look: Look | undefined = Reflect.get(LOOKS, parts.slice(0, length).join('.'));
      if (look !== undefined) return look;
    }
  }
  return undefined;
}

highlighter.configure({ __emitter: Runs });
