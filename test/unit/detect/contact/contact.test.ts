import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import examples from 'libphonenumber-js/mobile/examples';
import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, it } from 'mocha';
import { CONTACT_RULES, CONTACT_STRUCTURES } from '../../../../src/detect/contact/contact.ts';
import { CONTACT_KINDS } from '../../../../src/detect/contact/kinds.ts';
import { isInternational, isNational, REGIONS } from '../../../../src/detect/contact/phone/plans.ts';
import { casesOf, detectorsOf, valuesIn } from './marked-cases.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/contact');
const detectors = detectorsOf(CONTACT_RULES, CONTACT_STRUCTURES);

describe('ways to reach a person', () => {
  it('have a folder of cases for every kind', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(CONTACT_KINDS).sort());
  });

  for (const kind of readdirSync(FOLDER)) {
    for (const file of ['ng.txt', 'ng.blocks.txt', 'ok.txt'].filter((name) =>
      existsSync(join(FOLDER, kind, name)),
    )) {
      describe(`${kind}/${file}`, () => {
        for (const [i, { text, expected }] of casesOf(`contact/${kind}/${file}`).entries()) {
          it(`case ${i + 1}`, async () => {
            assert.deepEqual(await valuesIn(text, detectors), expected);
          });
        }
      });
    }
  }

  it('leave the authors that a list of packages credits, and take those of anything else', async () => {
    const head = '## left-pad@1.3.0\nLicense: MIT\nRepository: <https://git.example/left-pad>\n';
    const author = 'Author: Mira Holt <mira.holt@brightparcel.io>\n';
    assert.deepEqual(await valuesIn(`${head}${author}`, detectors), []);
    const names = 'Contributors:\n - Jon Bell <jon@stackfoundry.dev>\n';
    assert.deepEqual(await valuesIn(`${head}${author}${names}`, detectors), []);
    assert.deepEqual(await valuesIn(`commit 9f3c\n${author}`, detectors), ['mira.holt@brightparcel.io']);
    assert.deepEqual(await valuesIn(`${head}Ask ann@stackfoundry.dev`, detectors), ['ann@stackfoundry.dev']);
  });

  it('look at places by themselves: the end of the text, its beginning, between letters of any script', () => {
    for (const { id, literals, findAt } of CONTACT_STRUCTURES) {
      for (const literal of literals) {
        assert.deepEqual(findAt(literal, 0), [], `${id} at ${literal}`);
        assert.deepEqual(findAt(`鍵${literal}`, 1), [], `${id} at ${literal}`);
      }
    }
  });
});

describe('numbering plans', () => {
  it('agree with the library on its example of every region', () => {
    for (const region of REGIONS) {
      const national = (examples as Readonly<Record<string, string>>)[region];
      const number =
        national === undefined ? undefined : parsePhoneNumberFromString(national, region as 'DE');
      if (!number?.isValid()) continue;
      assert.ok(isInternational(number.number.slice(1)), region);
      assert.ok(isNational(number.formatNational().replace(/\D/g, ''), region), region);
    }
  });

  it('agree with the library on what is none', () => {
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >>> 8) % below;
    };
    let refused = 0;
    for (let i = 0; i < 3_000; i++) {
      const digits = `${next(9) + 1}${Array.from({ length: 7 + next(7) }, () => next(10)).join('')}`;
      // The library takes a prefix of a call off that stands behind the country's code; people's numbers have none.
      if (isInternational(digits)) assert.ok(isValidPhoneNumber(`+${digits}`), `case ${i}`);
      else refused += 1;
    }
    assert.ok(refused > 1_000);
  });
});
