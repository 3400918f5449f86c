import { isDigit } from '../numbers/masks.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

/** Looks around one run of digits [start, end); what it finds begins at `floor` or later and holds the run. */
export interface RunReader {
  readAt(text: string, start: number, end: number, floor: number): RuleHit | undefined;
  /** Where to go on behind a run that came to nothing, when that is known to be further on. */
  goOnAt?(): number;
}

/** Four digits, three in a row of groups, or four pairs: everything that is read has one of them. */
const RUN = /\d\d(?:\d(?:\d|[-)/ ]{1,3}\d\d)|[ .]\d\d[ .]\d\d[ .]\d\d)/g;
/** The longest run looked at. */
const LONGEST = 15;

/**
 * One walk over the runs of digits of a text for all that is known by them: walks are what identifiers cost, and a
 * pattern walks over what has no digits several times as fast as a loop.
 * @param readers made anew for each text
 */
export function digitRunRule(
  id: string,
  kinds: readonly string[],
  readers: readonly (() => RunReader)[],
): RuleDefinition {
  return {
    id,
    kinds,
    *find(content) {
      const all = readers.map((make) => make());
      const run = new RegExp(RUN);
      /** Where the last finding ends. */
      let floor = 0;
      for (let match = run.exec(content); match; match = run.exec(content)) {
        let start = match.index;
        while (start > floor && isDigit(content.charCodeAt(start - 1))) start -= 1;
        let end = match.index + 2;
        while (isDigit(content.charCodeAt(end))) end += 1;
        run.lastIndex = end;
        if (end - start > LONGEST) continue;
        let hit: RuleHit | undefined;
        let next = end;
        for (const reader of all) {
          hit = reader.readAt(content, start, end, floor);
          if (hit) break;
          next = Math.max(next, reader.goOnAt?.() ?? 0);
        }
        if (hit) {
          yield hit;
          floor = hit.end;
        }
        run.lastIndex = Math.max(next, floor);
      }
    },
  };
}
