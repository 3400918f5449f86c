import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { ownTermsDetector, OwnTerms } from '../../../../src/detect/own/own-terms.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';

const TERMS = ['Project Falcon', 'brightParcel', 'Müller', 'Q7', 'HTTPBird', 'x ray'];
const CASES: readonly string[] = [
  'The «Project Falcon» launch',
  'class «ProjectFalcon»Client {}',
  'get«ProjectFalcon»Id()',
  'import «project_falcon» from "./«project-falcon»"',
  'export «PROJECT_FALCON»_URL=1',
  'my_«project_falcon»_table, «project.falcon».core, «projectfalcon»',
  'two «Project\nFalcon» and «project  falcon»s',
  'projects falcon and project falconry and subproject falcon',
  '«BrightParcel» «brightparcel» «BRIGHT_PARCEL» «bright-parcel».io',
  'Herr «Müller», «MÜLLER», «müller»-werke, nicht Müllerei',
  '«HTTPBird» «http_bird» «HttpBird»',
  '«xray» «x-ray» «X_RAY» not xrays2 but «x ray»s',
];

describe('ownTermsDetector', () => {
  const detector = ownTermsDetector(TERMS.filter((term) => v.is(OwnTerms, [term])));
  for (const line of CASES) {
    it(`finds all of ${JSON.stringify(line)}`, async () => {
      const text = line.replace(/[«»]/g, '');
      const expected = [...line.matchAll(/«([^»]*)»/g)].map((match) => match[1] ?? '');
      const found = await scanText(text, [detector]);
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        expected,
      );
      assert.ok(found.every(({ class: className, kind }) => className === 'internal' && kind === 'own-term'));
    });
  }

  it('takes no term of fewer than three letters and digits', () => {
    assert.ok(!v.is(OwnTerms, ['Q7']));
    assert.ok(!v.is(OwnTerms, ['- / -']));
    assert.ok(v.is(OwnTerms, ['x ray']));
  });
});
