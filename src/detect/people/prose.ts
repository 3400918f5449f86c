import type { RuleDefinition, RuleHit } from '../rule.ts';
import type { Survey } from '../survey/survey.ts';
import { addressBeforePlace } from './address/german.ts';
import { isSmallAt } from './names/characters.ts';
import { nameAround } from './person/full-name.ts';
import { createThrift, forgetTexts } from './thrift.ts';

/**
 * A blank and a capital: names and the places behind postcodes all have one. Of the former a word in small letters
 * goes on, of the latter five digits stand before.
 */
const BLANK_AND_CAPITAL = / [A-ZÀ-ÖØ-ÞĀ-Ž](?:(?=[a-z'.\u0080-\uffff])|(?<=[0-9]{5} [^]))/y;
/** Names and addresses dense enough that no text of people has them so, in UTF-16 code units apart. */
const APART = 50;
/** The digits of a German postcode. */
const POSTCODE = 5;

/**
 * Names of people, and addresses whose street is known only by its number and the postcode and place behind it. One
 * walk for both, since walking is most of what they cost.
 */
export const peopleInProse: RuleDefinition = {
  id: 'people',
  kinds: ['person-name', 'postal-address'],
  *find(content, survey) {
    try {
      yield* walked(content, survey);
    } finally {
      // Nothing of a text is kept.
      forgetTexts();
    }
  },
};

function* walked(content: string, { capitals }: Survey): Generator<RuleHit> {
  const names = createThrift(APART);
  const addresses = createThrift(APART);
  let from = 0;
  for (let i = 0; i < capitals.length; i++) {
    const space = capitals.first(i);
    if (space < from) continue;
    BLANK_AND_CAPITAL.lastIndex = space;
    if (!BLANK_AND_CAPITAL.test(content)) continue;
    const next = space + 2;
    const before = content.charCodeAt(space - 1);
    if (before > 47 && before < 58) {
      const at = space - POSTCODE;
      if (!isPostcodeAt(content, at) || !addresses.allows(content, at)) continue;
      const found = addressBeforePlace(content, at);
      if (!found) continue;
      addresses.worthIt(content, found.start, found.end);
      yield { kind: 'postal-address', ...found, evidence: 'context' };
    } else if (isSmallAt(content, next) && !names.isSpent(space)) {
      const name = nameAround(content, space, from, names);
      if (!name) continue;
      from = name.end;
      if (name.passed === true) continue;
      names.worthIt(content, name.start, name.end);
      yield { kind: 'person-name', start: name.start, end: name.end, evidence: 'context' };
    }
  }
}

/** Whether five digits stand at a place, behind a blank, a break, a separator or the dash of `D-80331`. */
function isPostcodeAt(text: string, at: number): boolean {
  for (let digit = at; digit < at + POSTCODE - 1; digit++) {
    const code = text.charCodeAt(digit);
    if (!(code > 47 && code < 58)) return false;
  }
  const before = text.charCodeAt(at - 1);
  return before === 32 || before === 10 || before === 45 || before === 59 || before === 44;
}
