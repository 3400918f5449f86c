import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { findMarks } from '../../../../src/detect/layers/find-marks.ts';
import { PLAIN } from '../../../../src/detect/survey/mark-signs.ts';
import { Places } from '../../../../src/detect/survey/places.ts';
import { type Survey, surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';

/** The marks of a text: where they begin and end, and what each calls for. */
function marksOf(text: string, survey: Survey): string[] {
  const marks = findMarks(text, survey);
  return Array.from(
    { length: marks.length },
    (_, i) => `${marks.startOf(i)}-${marks.endOf(i)} ${marks.weightOf(i)}`,
  );
}

/** A survey that says of no line what is known of it, so that each is read. */
function unread(survey: Survey): Survey {
  const marks = new Places();
  for (let i = 0; i < survey.marks.length; i++)
    marks.addAll(Int32Array.of(survey.marks.first(i), survey.marks.second(i) % PLAIN), 1, 0, 0);
  return { ...survey, marks };
}

const PIECES = [
  '\n> ',
  '\n>',
  '\n> > ',
  '\r\n> ',
  '\n',
  '\n+',
  ' ',
  '.',
  'ü',
  '\0',
  '$',
  '7',
  'words',
  'a1b2c3d4',
];

describe('lines of a quotation', () => {
  it('are known by the survey as they are when they are read', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const survey = surveyWithoutLiterals(text);
        for (let i = 0; i < survey.marks.length; i++) if (survey.marks.second(i) >= PLAIN) plain += 1;
        assert.deepEqual(marksOf(text, survey), marksOf(text, unread(survey)));
      }),
      { numRuns: 2_000 },
    );
    assert.ok(plain > 1_000, `${plain} plain lines`);
  });

  it('are known over the ends of spans', () => {
    const text = '> some words in a line of a quotation, and then seven7 more of them here\n'.repeat(3_000);
    const survey = surveyWithoutLiterals(text);
    assert.deepEqual(marksOf(text, survey), marksOf(text, unread(survey)));
  });
});
