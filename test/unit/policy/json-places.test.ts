import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cpuTime } from '../../provision/cpu-time.ts';
import { placeOf, placesOfJson } from '../../../src/policy/json-places.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the places in a JSON text', () => {
  const text = '{\n  "a": [1, {"b": null}],\n  "c\\u0064": "x"\n}';

  it('are those of names, and of items where they begin', () => {
    const found = placesOfJson(text);
    assert.ok(found.ok);
    assert.deepEqual(
      [...found.places].map(([path, { line, column }]) => `${path} ${line}:${column}`),
      [' 1:1', 'a 2:3', 'a.0 2:9', 'a.1 2:12', 'a.1.b 2:13', 'cd 3:3'],
    );
    assert.deepEqual(placeOf(found.places, 'a.1.b.c'), { line: 2, column: 13 });
    assert.deepEqual(placeOf(found.places, 'gone'), { line: 1, column: 1 });
  });

  it('are found in exactly what the platform takes for JSON', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(200),
        put: fc.constantFrom(
          '',
          ',',
          '"',
          '}',
          ']',
          '{',
          '[',
          ':',
          '0',
          '-',
          '.',
          'e',
          '\\',
          '\n',
          't',
          '\u0001',
        ),
      }),
      { maxLength: 3 },
    );
    const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value, null, 1));
    let [good, bad] = [0, 0];
    fc.assert(
      fc.property(json, edits, (whole, changes) => {
        const edited = changes.reduce((so, { at, put }) => so.slice(0, at) + put + so.slice(at + 1), whole);
        const found = placesOfJson(edited);
        // A name that is there twice is refused at once, whatever comes after it.
        if (!found.ok && found.problem === 'is there twice') return;
        if (found.ok) good++;
        else bad++;
        assert.equal(found.ok, isJson(edited), JSON.stringify(edited));
      }),
      { numRuns: 1_000 },
    );
    assert.ok(good > 100 && bad > 100, `${good} were JSON, ${bad} were not`);
  });

  it('are looked for in time that grows with the text only', () => {
    for (const piece of ['"\\u0041', '[', '{"a":', '"', '\\', '0', ' ', '\n', '[[],', '"a\\\\']) {
      const started = cpuTime();
      placesOfJson(piece.repeat(200_000));
      placesOfJson(`"${piece.repeat(200_000)}`);
      assert.ok(cpuTime() - started < 1_500, piece);
    }
  });
});
