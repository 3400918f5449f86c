import { runEnd } from '../numbers/digit-runs.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

/** Looks around one run of digits [start, end); what it finds begins at `floor` or later and holds the run. */
export interface RunReader {
  readAt(text: string, start: number, end: number, floor: number): RuleHit | undefined;
  /** Where to go on behind a run that came to nothing, when that is known to be further on. */
  goOnAt?(): number;
}

/** What stands behind three digits, and behind two, where they are the first of several groups or pairs. */
const BEHIND_THREE = /[-)/ ]{1,3}\d\d/y;
const BEHIND_TWO = /[ .]\d\d[ .]\d\d[ .]\d\d/y;
/** What they begin with. */
const GAPS = '-)/ .';
/** The longest run looked at. */
const LONGEST = 15;

/**
 * One walk over the runs of digits of a text for all that is known by them.
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
    *find(content, { digits }) {
      const all = readers.map((make) => make());
      /** Where the last finding ends. */
      let floor = 0;
      /** What begins before came to nothing. */
      let from = 0;
      for (let i = 0; i < digits.length; i++) {
        const start = Math.max(floor, digits.first(i));
        const end = runEnd(content, digits.second(i));
        if (end <= from || end - start > LONGEST || !mayBegin(content, start, end)) continue;
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
        from = Math.max(next, floor);
      }
    },
  };
}

/** Whether a run is four digits, three in a row of groups, or the first of four pairs: all that is read has one. */
function mayBegin(text: string, start: number, end: number): boolean {
  if (end - start >= 4) return true;
  // What ends most runs begins neither.
  if (!GAPS.includes(text.charAt(end))) return false;
  if (end - start === 3 && matches(BEHIND_THREE, text, end)) return true;
  return end - start >= 2 && matches(BEHIND_TWO, text, end);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
