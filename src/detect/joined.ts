import type { Finding } from './finding.ts';

/** Between two literals that stand beside each other: quotes, and what adds strings up or ends a line. */
const JOINT = /["'`][\s+.&|~<>_\\]{0,100}[fFrRbBuU]{0,2}["'`]/y;

/**
 * Of what was found by putting literals together, that which tells something new: where each of them was found whole, two
 * addresses one below the other are no one address. Time: linear in the findings.
 *
 * @param plain what was found in the text as it stands.
 */
export function newOfJoined(
  text: string,
  plain: readonly Finding[],
  joined: readonly Finding[],
): readonly Finding[] {
  if (!joined.some(isJoined)) return joined;
  const byPlace = new Map(plain.map((finding) => [`${finding.kind} ${finding.start}`, finding]));

  /** Whether a finding is others of its kind with nothing but joints between them. */
  const isRowOfKnown = ({ kind, start, end }: Finding): boolean => {
    for (let at = start; ;) {
      const known = byPlace.get(`${kind} ${at}`);
      if (known === undefined || known.end > end) return false;
      if (known.end === end) return true;
      JOINT.lastIndex = known.end;
      if (!JOINT.test(text)) return false;
      at = JOINT.lastIndex;
    }
  };
  return joined.filter((finding) => !(isJoined(finding) && isRowOfKnown(finding)));
}

function isJoined({ through }: Finding): boolean {
  return through?.includes('joined') ?? false;
}
