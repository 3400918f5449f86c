import { Kernel, type LoopName } from './kernel.ts';
import type { Literal } from './literal-table.ts';
import { Places } from './places.ts';
import { tablesFor } from './tables.ts';

/**
 * Where something may stand in a text, found in one pass; offsets are UTF-16 code units. Nothing is left out that could
 * be something; what is there is mostly nothing.
 */
export interface Survey {
  /** Where a literal stands, and its number; the letter case is not looked at. */
  readonly literals: Places;
  /** Runs of two digits and more, [start, end), that have at least six digits around them and are not of a hash. */
  readonly digits: Places;
  /** Runs of 26 to 64 letters and digits, [start, end). */
  readonly longWords: Places;
  /** Where 47 characters begin that are words of three to eight letters which look like those of recovery phrases. */
  readonly phrases: Places;
  /** Points with another one seven or five further on: both places. */
  readonly points: Places;
  /** The first of five colons or hyphens that stand three apart. */
  readonly pairs: Places;
  /** Stretches with letters and signs beyond ASCII, [start, end), in which no 32 in a row are ASCII. */
  readonly beyondAscii: Places;
  /** Signs that characters may be written with in another way, and their sort, of those in `mark-signs.ts`. */
  readonly marks: Places;
  /** Where base64 of text or hex may stand, and what of it, as bits of `neighbours.ts`. */
  readonly encoded: Places;
  /** Signs in ASCII that a label may stand before by its last letters, and the sign's code. */
  readonly labels: Places;
  /** Blanks before a capital with which a name may begin, or a place behind its number. */
  readonly capitals: Places;
}

/**
 * What is read of a survey: by the detectors of a thread, all of them, those that are done aside by themselves, or all others; or of
 * what is written in another way alone.
 */
export type Part = 'all' | 'aside' | 'others' | 'written';

const OF_BOTH: readonly LoopName[] = ['digits', 'longWords', 'points', 'beyondAscii'];
const ASIDE: readonly LoopName[] = [...OF_BOTH, 'pairs', 'labels', 'capitals'];
const OTHERS: readonly LoopName[] = [...OF_BOTH, 'literals', 'phrases', 'marks', 'encoded'];
const ALL: readonly LoopName[] = [...new Set([...OTHERS, ...ASIDE])];
const WRITTEN: readonly LoopName[] = ['beyondAscii', 'marks', 'encoded'];
const LOOPS: Readonly<Record<Part, readonly LoopName[]>> = {
  all: ALL,
  aside: ASIDE,
  others: OTHERS,
  written: WRITTEN,
};

/** Makes what surveys texts for literals and for everything else that is known by its characters. */
export function createSurveyor(literals: readonly Literal<unknown>[]): (text: string, part?: Part) => Survey {
  let kernel: Kernel | undefined;
  return (text, part = 'all') => {
    const wanted = LOOPS[part].map((name) => [name, new Places()] as const);
    kernel ??= new Kernel(tablesFor(literals));
    kernel.run(text, wanted);
    const survey = Object.fromEntries(wanted) as Record<LoopName, Places>;
    if (part !== 'all') refuseOthers(survey);
    return survey;
  };
}

/** Has a part of a survey throw where more is asked of it: nothing there would be taken for nothing to be found. */
function refuseOthers(survey: Record<LoopName, Places>): void {
  for (const name of ALL) {
    if (name in survey) continue;
    Object.defineProperty(survey, name, {
      get: () => {
        throw new RangeError(`no ${name} in this part of a survey`);
      },
    });
  }
}

/** A survey that says of literals alone where they stand. */
export function surveyOfLiterals(literals: Places): Survey {
  const survey = { literals } as Record<LoopName, Places>;
  refuseOthers(survey);
  return survey;
}

/** A survey for rules that ask for no literals. */
export const surveyWithoutLiterals = createSurveyor([]);
