import type { Detector, Hit } from '../detector.ts';
import { OWN_SCOPE } from '../rule.ts';
import { eachLiteral } from '../survey/literals.ts';
import type { Places } from '../survey/places.ts';
import { haveBehind, LITERALS, surveyOf } from './behind.ts';
import { isTokenItself } from './known-token.ts';
import { idleIn } from './rows.ts';

const HAVE_PERSONAL = haveBehind(({ personal }) => personal.length > 0);

/** The places of literals that something personal may stand behind. */
export function personalPlaces(literals: Places): Places {
  return literals.wanted(HAVE_PERSONAL);
}

/** The structures of personal data, behind the same pass over the text as those of the table. */
export const personalTable: Detector = {
  id: `${OWN_SCOPE}personal`,
  aside: 'by literals',
  find(content, survey = surveyOf(content)) {
    const hits: Hit[] = [];
    const places = personalPlaces(survey.literals);
    const idle = idleIn(content, places, LITERALS.length);
    eachLiteral(
      content,
      LITERALS,
      places,
      (at, { personal }, literal) => {
        const before = hits.length;
        for (const { structure, rule } of personal) {
          const found = structure.findAt(content, at, undefined, isTokenItself);
          for (const { kind, start, end, evidence } of found) hits.push({ rule, kind, start, end, evidence });
        }
        if (hits.length > before) idle.found(literal, at);
      },
      idle.isIdle,
    );
    return hits;
  },
};
