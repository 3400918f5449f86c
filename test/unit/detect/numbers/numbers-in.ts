import { surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';
import { createLiteralFinder } from '../../../../src/detect/survey/literals.ts';
import { NUMBER_RULES, NUMBER_STRUCTURES } from '../../../../src/detect/numbers/numbers.ts';
import type { RuleHit } from '../../../../src/detect/rule.ts';

const finder = createLiteralFinder(
  NUMBER_STRUCTURES.flatMap((structure) =>
    structure.literals.map((text) => ({ text, exact: false, value: structure })),
  ),
);

/** Everything the rules and structures for numbers find in a text; the same place may come several times. */
export function numbersIn(text: string): RuleHit[] {
  const hits: RuleHit[] = NUMBER_RULES.flatMap((rule) => [...rule.find(text, surveyWithoutLiterals(text))]);
  finder.find(text, (at, structure) => {
    for (const hit of structure.findAt(text, at)) hits.push(hit);
  });
  return hits;
}
