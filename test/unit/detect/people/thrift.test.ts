import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';
import { PEOPLE_RULES } from '../../../../src/detect/people/people.ts';
import { createThrift, lastingThrift } from '../../../../src/detect/people/thrift.ts';

const found = (text: string): number =>
  PEOPLE_RULES.flatMap((rule) => [...rule.find(text, surveyWithoutLiterals(text))]).length;

describe('thrift of looking for people', () => {
  it('finds everybody in a long list of people', () => {
    const given = ['Anna', 'Uwe', 'Sabine', 'Markus', 'Claudia', 'Jens'];
    const rows = Array.from({ length: 6_000 }, (_, i) => `${i};${given[i % 6]} Müller;active since 2019\n`);
    assert.equal(found(rows.join('')), rows.length);
  });

  it('looks at fewer places where one name is repeated without end', () => {
    const times = 40_000;
    assert.ok(found('Anna Müller '.repeat(times)) < times / 4);
  });

  it('begins anew with another text', () => {
    const thrift = createThrift(10);
    const text = 'a'.repeat(100);
    let allowed = 0;
    while (thrift.allows(text, 5)) allowed += 1;
    assert.ok(allowed > 0 && thrift.isSpent(5));
    assert.equal(thrift.allows('b'.repeat(100), 5), true);
  });

  it('keeps nothing of a text when the walk over it is done', () => {
    const thrift = lastingThrift(10);
    const text = 'a'.repeat(100);
    while (thrift.allows(text, 5));
    found('Nobody is in here');
    assert.equal(thrift.isSpent(5), false);
  });
});
