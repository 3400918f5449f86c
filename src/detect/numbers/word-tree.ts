import { isCapital } from './masks.ts';

/** Words by their letters. */
export interface WordTree {
  /**
   * Calls back for every word that begins at a place of a text, the shortest first: its number in the order they were
   * given in, and where it ends. ASCII letters match in any case; words have them small.
   */
  walk(text: string, at: number, onWord: (number: number, end: number) => void): void;
}

const NONE = -1;

/** Files words letter by letter; a look at a place costs about as much as the longest word there is long. */
export function treeOf(words: Iterable<string>): WordTree {
  // A node has a letter, its first child, its next sibling, and the number of the word that ends there.
  const letters: number[] = [NONE];
  const children: number[] = [NONE];
  const siblings: number[] = [NONE];
  const numbers: number[] = [NONE];

  function childOf(node: number, letter: number): number {
    let child = children[node] ?? NONE;
    while (child !== NONE && letters[child] !== letter) child = siblings[child] ?? NONE;
    return child;
  }

  let count = 0;
  for (const word of words) {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at);
      let child = childOf(node, letter);
      if (child === NONE) {
        child = letters.push(letter) - 1;
        children.push(NONE);
        numbers.push(NONE);
        siblings.push(children[node] ?? NONE);
        children[node] = child;
      }
      node = child;
    }
    numbers[node] = count;
    count += 1;
  }

  return {
    walk(text, at, onWord) {
      let node = 0;
      for (let end = at; end < text.length;) {
        const code = text.charCodeAt(end);
        let child = childOf(node, code);
        if (child === NONE && isCapital(code)) child = childOf(node, code + 32);
        if (child === NONE) return;
        node = child;
        end += 1;
        const number = numbers[node] ?? NONE;
        if (number !== NONE) onWord(number, end);
      }
    },
  };
}
