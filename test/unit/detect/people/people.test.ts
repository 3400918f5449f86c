import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';
import type { Detector } from '../../../../src/detect/detector.ts';
import { isKind } from '../../../../src/detect/kinds.ts';
import { PEOPLE_KINDS } from '../../../../src/detect/people/kinds.ts';
import { PEOPLE_RULES, PEOPLE_STRUCTURES } from '../../../../src/detect/people/people.ts';
import { casesOf, detectorsOf, valuesIn } from '../contact/marked-cases.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/people');
const detectors = detectorsOf(PEOPLE_RULES, PEOPLE_STRUCTURES);

/** The detectors with only what they find of one kind: a letter has names and an address. */
function onlyOf(kind: string): Detector[] {
  return detectors.map(({ id, find }) => ({
    id,
    find: async (text) => [...(await find(text))].filter((hit) => hit.kind === kind),
  }));
}

describe('people in prose', () => {
  it('have a folder of cases for every kind, and every kind is known', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), [...Object.keys(PEOPLE_KINDS), 'username', 'salary'].sort());
    for (const kind of Object.keys(PEOPLE_KINDS)) assert.ok(isKind(kind), kind);
  });

  for (const kind of readdirSync(FOLDER)) {
    for (const file of ['ng.txt', 'ng.blocks.txt'].filter((name) => existsSync(join(FOLDER, kind, name)))) {
      describe(`${kind}/${file}`, () => {
        for (const [i, { text, expected }] of casesOf(`people/${kind}/${file}`).entries()) {
          it(`case ${i + 1}`, async () => {
            assert.deepEqual(await valuesIn(text, onlyOf(kind)), expected);
          });
        }
      });
    }
    for (const file of ['ok.txt', 'ok.blocks.txt'].filter((name) => existsSync(join(FOLDER, kind, name)))) {
      describe(`${kind}/${file}`, () => {
        for (const [i, { text }] of casesOf(`people/${kind}/${file}`).entries()) {
          it(`case ${i + 1} has nobody in it`, async () => {
            assert.deepEqual(await valuesIn(text, detectors), []);
          });
        }
      });
    }
  }

  it('are looked for at places by themselves: the end of the text, its beginning, between letters of any script', () => {
    for (const { id, literals, findAt } of PEOPLE_STRUCTURES) {
      // `her stroke` says whose it is.
      for (const literal of literals.filter((one) => !/^(?:his|her) /.test(one))) {
        assert.deepEqual(findAt(literal, 0), [], `${id} at ${literal}`);
        assert.deepEqual(findAt(`鍵${literal}`, 1), [], `${id} at ${literal}`);
      }
    }
  });

  it('are found in a text again, and beside another text that is read between', () => {
    const [rule] = PEOPLE_RULES;
    assert.ok(rule);
    const letter = 'Dear Annegret, the parcel has come.';
    const text = 'I met Gwendolyn Haberkorn, and later I met Friedhelm Haberkorn.';
    const apart = [...rule.find(text, surveyWithoutLiterals(text))].length;
    assert.equal(apart, 2);
    let between = 0;
    for (const _ of rule.find(text, surveyWithoutLiterals(text))) {
      between += 1;
      assert.equal([...rule.find(letter, surveyWithoutLiterals(letter))].length, 1);
    }
    assert.equal(between, apart);
  });
});
