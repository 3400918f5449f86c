import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NUMBER_FORMATS, NUMBER_KINDS } from '../../../../src/detect/numbers/numbers.ts';
import { numbersIn } from './numbers-in.ts';
import { PUBLISHED } from './published.ts';

/** The value with one digit raised, place by place. */
function spoilt(value: string): string[] {
  return [...value].flatMap((sign, at) =>
    /\d/.test(sign) ? [value.slice(0, at) + ((Number(sign) + 1) % 10) + value.slice(at + 1)] : [],
  );
}

describe('numbers', () => {
  it('have ids, placeholders and words an engine can look for', () => {
    for (const { id, placeholder, near, country } of NUMBER_FORMATS) {
      assert.match(id, /^[a-z0-9]{2,20}(?:-[a-z0-9]{1,20}){0,4}$/);
      assert.match(placeholder, /^[A-Z][A-Z0-9_]{1,40}$/);
      assert.ok(country === undefined || /^[A-Z]{2}$/.test(country), id);
      for (const word of near) assert.ok(word.length >= 2 && word === word.toLowerCase(), `${id}: ${word}`);
    }
  });

  it('are of at least 45 countries', () => {
    const checked = NUMBER_FORMATS.filter(({ check, row }) => check !== undefined && row === 'regulated');
    const countries = new Set(checked.flatMap(({ country }) => country ?? []));
    assert.ok(countries.size >= 45, `${countries.size}`);
  });

  it('start with three digits in a row where they stand alone', () => {
    for (const { id, alone, extent } of NUMBER_FORMATS) {
      for (const mask of alone) {
        assert.ok(extent !== undefined || /[0-9]{3}/.test(mask), `${id}: ${mask}`);
        assert.ok(mask.length <= 40, id);
      }
    }
  });

  for (const [id, values] of Object.entries(PUBLISHED)) {
    const rows = NUMBER_FORMATS.filter((format) => format.id === id);
    it(`${id}: published samples are found behind each of its words, and spoilt ones mostly are not`, () => {
      assert.ok(rows.length > 0 && NUMBER_KINDS.has(id));
      for (const [at, value] of values.entries()) {
        for (const word of rows.flatMap(({ near }) => near)) {
          const text = `"${word}": "${value}",`;
          const start = text.indexOf(value);
          const found = numbersIn(text).filter(
            (hit) => hit.start === start && hit.end === start + value.length,
          );
          assert.ok(found.length > 0, `sample ${at} behind ${word}`);
        }
        const check = rows[0]?.check;
        if (check === undefined) continue;
        const compact = (written: string): string => written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
        assert.ok(check(compact(value), value), `sample ${at}`);
      }
    });
  }

  it('let one wrong digit pass in fewer than one of five', () => {
    let wrong = 0;
    let passed = 0;
    // Numbers without check digits in their law, or with one that ended.
    const none = /^(?:dk-cpr|us-ssn|us-itin|us-ein|ae-emirates-id|us-mbi|gb-nino|kr-rrn|my-nric|de-id-card)$/;
    for (const [id, values] of Object.entries(PUBLISHED)) {
      const check = NUMBER_FORMATS.find((format) => format.id === id)?.check;
      if (check === undefined || none.test(id)) continue;
      for (const value of values.flatMap(spoilt)) {
        wrong += 1;
        if (check(value.replace(/[^A-Za-z0-9]/g, '').toUpperCase(), value)) passed += 1;
      }
    }
    assert.ok(wrong > 500 && passed / wrong < 0.05, `${passed} of ${wrong}`);
  });
});
