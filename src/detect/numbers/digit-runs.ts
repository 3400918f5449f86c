import type { RuleDefinition, RuleHit } from '../rule.ts';
import type { Survey } from '../survey/survey.ts';
import type { RunFinder } from './alone.ts';
import { isDigit } from './masks.ts';

/** So many digits in a row are in every number that is looked for. */
const RUN = 3;

/**
 * One walk over the runs of digits of a text. Each finder is asked at each run, and told where the last run ended or
 * what it found there: nothing before that place is looked at twice.
 */
export function digitRunRule(
  id: string,
  kinds: readonly string[],
  finders: readonly ((text: string, survey: Survey) => RunFinder)[],
): RuleDefinition {
  return {
    id,
    kinds,
    find(content, survey) {
      const { digits } = survey;
      const hits: RuleHit[] = [];
      const walkers = finders.map((finder) => ({ find: finder(content, survey), done: 0 }));
      for (let i = 0; i < digits.length; i++) {
        const start = digits.first(i);
        const end = runEnd(content, digits.second(i));
        if (end - start < RUN) continue;
        for (const walker of walkers) {
          if (walker.done >= end) continue;
          const found = walker.find(start, end, walker.done);
          for (const hit of found) hits.push(hit);
          walker.done = Math.max(end, found.at(-1)?.end ?? 0);
        }
      }
      return hits;
    },
  };
}

/** Where a run ends that a survey may have cut off. */
export function runEnd(text: string, end: number): number {
  let at = end;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
