import type { RuleDefinition, RuleHit } from '../rule.ts';
import type { RunFinder } from './alone.ts';
import { isDigit } from './masks.ts';

/** So many digits in a row are in every number that is looked for. An engine for patterns finds them fastest. */
const RUN = 3;

/**
 * One walk over the runs of digits of a text. Each finder is asked at each run, and told where the last run ended or
 * what it found there: nothing before that place is looked at twice.
 */
export function digitRunRule(
  id: string,
  kinds: readonly string[],
  finders: readonly ((text: string) => RunFinder)[],
): RuleDefinition {
  return {
    id,
    kinds,
    find(content) {
      const hits: RuleHit[] = [];
      const walkers = finders.map((finder) => ({ find: finder(content), done: 0 }));
      const run = new RegExp(`[0-9]{${RUN}}`, 'g');
      while (run.test(content)) {
        const start = run.lastIndex - RUN;
        let end = run.lastIndex;
        while (isDigit(content.charCodeAt(end))) end += 1;
        run.lastIndex = end;
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
