import { endingOf, startOf } from './name-pattern.ts';
import type { NameSequence } from './name-sequence.ts';
import { foldCase, type PathNames } from './path-names.ts';
import type { Work } from './work.ts';

/** Finds which of many sequences may be about a path, without trying each: nearly all say a name, or how one ends or begins. */
export class SequenceIndex {
  readonly #byName = new Map<string, number[]>();
  readonly #byEnding = new Map<string, number[]>();
  readonly #byStart = new Map<string, number[]>();
  readonly #others: number[] = [];

  /** @param owners the sequences of each, any of which will do. */
  constructor(owners: readonly (readonly NameSequence[])[]) {
    for (const [owner, sequences] of owners.entries())
      for (const sequence of sequences) this.#put(sequence, owner);
  }

  /** Those that may be about a path, in their order; all that are about it are among them. */
  candidates({ folded, plain }: PathNames, work: Work): readonly number[] {
    /** Each once, however many names lead to it. */
    let found: Set<readonly number[]> | undefined;
    const names = plain === undefined ? folded : [...folded, ...plain];
    work.spend(names.length);
    for (const name of names) {
      const lists = [
        this.#byName.get(name),
        this.#byEnding.size === 0 ? undefined : this.#byEnding.get(endingOf(name)),
        this.#byStart.size === 0 ? undefined : this.#byStart.get(startOf(name)),
      ];
      for (const list of lists) {
        if (list) (found ??= new Set()).add(list);
      }
    }
    if (found === undefined) return this.#others;
    const owners = new Set(this.#others);
    for (const list of found) {
      work.spend(list.length);
      for (const owner of list) owners.add(owner);
    }
    return [...owners].sort((a, b) => a - b);
  }

  #put(sequence: NameSequence, owner: number): void {
    // The deepest name is the rarest: `src` is on the way to nearly everything.
    for (const one of sequence.toReversed()) {
      if (one === '**') continue;
      if (one.text !== undefined && one.text !== '') return add(this.#byName, foldCase(one.text), owner);
      if (one.ending !== undefined) return add(this.#byEnding, one.ending, owner);
      if (one.start !== undefined) return add(this.#byStart, one.start, owner);
    }
    if (this.#others.at(-1) !== owner) this.#others.push(owner);
  }
}

function add(lists: Map<string, number[]>, key: string, owner: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [owner]);
  else if (list.at(-1) !== owner) list.push(owner);
}
