import * as v from 'valibot';
import type { Detector, Hit } from '../detector.ts';
import { createLiteralFinder, type Literal } from '../survey/literals.ts';
import { internal, type Kind } from '../kind.ts';
import { OWN_SCOPE } from '../rule.ts';

/** A word or a name of the company's own: a code name, a customer, a product that is not out. */
export const OwnTerm = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(3),
  v.maxLength(100),
  v.check((term) => wordsOf(term).join('').length >= 3, 'needs three letters or digits'),
);

/** How many terms a list can have. */
export const MOST_TERMS = 2_000;

export const OwnTerms = v.pipe(v.array(OwnTerm), v.maxLength(MOST_TERMS));

/** Kinds of what the company calls its own. */
export const OWN_KINDS = {
  'own-term': internal(
    'medium',
    'INTERNAL_NAME',
    'term of your own',
    'is a name your company keeps to itself',
  ),
} as const satisfies Record<string, Kind>;

/** The words a term is made of: `ProjectFalcon`, `project-falcon` and `Project Falcon` have the same two. */
export function wordsOf(term: string): string[] {
  return (
    term
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map((word) => word.toLowerCase());
}

/** What may stand between two words of a term. */
const JOINT = '(?:[\\s_./+-]|%20|&nbsp;){0,2}';

/**
 * Finds the user's own terms in every case and joining: `ProjectFalcon`, `project-falcon`, `PROJECT_FALCON`, `project
 * falcon`, and as a part of a longer identifier (`getProjectFalconClient`), but not inside another word.
 */
export function ownTermsDetector(terms: readonly string[]): Detector {
  const rule = `${OWN_SCOPE}own-terms`;
  const finder = createLiteralFinder(terms.flatMap(literalsOf));
  return {
    id: rule,
    *find(content): Generator<Hit> {
      const hits: Hit[] = [];
      finder.find(content, (at, pattern) => {
        pattern.lastIndex = at;
        const match = pattern.exec(content)?.[0];
        if (match === undefined || !standsAlone(content, at, at + match.length)) return;
        hits.push({ rule, kind: 'own-term', start: at, end: at + match.length, evidence: 'context' });
      });
      yield* hits;
    },
  };
}

/** What a term can begin with in a text, at least three characters each; all of them lead to one pattern. */
function literalsOf(term: string): Literal<RegExp>[] {
  const words = wordsOf(term);
  const pattern = new RegExp(words.map(escaped).join(JOINT), 'iuy');
  let begins = [''];
  for (const word of words) {
    begins = begins.flatMap((begin) =>
      (begin === '' ? [''] : ['', ' ', '_', '-', '.', '/', '+']).map((joint) => begin + joint + word),
    );
    if (begins.every(({ length }) => length >= 3)) break;
  }
  // The finder folds the case of ASCII only.
  const cased = begins.flatMap((begin) => [
    begin,
    begin.toUpperCase(),
    begin.charAt(0).toUpperCase() + begin.slice(1),
  ]);
  const inAnyCase = new Set(cased.map((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())));
  return [...inAnyCase]
    .filter(({ length }) => length >= 3)
    .map((text) => ({ text, exact: false, value: pattern }));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether text[start, end) is a word or a hump of an identifier; a plural counts as well. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  const before = text.charAt(start - 1);
  const opens = !/[\p{L}\p{N}]/u.test(before) || (/\p{Lu}/u.test(first) && /[\p{Ll}\p{N}]/u.test(before));
  const last = text.charAt(end - 1);
  const after = text.slice(end, end + 2);
  const closes =
    !/^[\p{L}]/u.test(after) ||
    (/^\p{Lu}/u.test(after) && !/\p{Lu}/u.test(last)) ||
    /^s(?![\p{L}\p{N}])/u.test(after);
  return opens && closes;
}
