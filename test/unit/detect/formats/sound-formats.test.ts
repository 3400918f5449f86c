import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { Format } from '../../../../src/detect/formats/format.ts';
import { type Cases, faultsOf, faultsOfFormats } from '../../../provision/sound-formats.ts';

const ROW: Format = {
  id: 'acme-token',
  provider: 'Acme',
  name: 'Acme token',
  severity: 'high',
  placeholder: 'ACME_TOKEN',
  opens: 'opens the warehouse',
  revoke: 'https://acme.example/tokens',
  starts: ['acme_'],
  shape: 'acme_[a-z0-9]{12}',
};
const CASES: Cases = { ng: ['acme_k3v9x2m7q4t1'], ok: ['acme_k3v9x2m7q4t'] };
const { starts: _, ...NAMELESS } = ROW;
const NEAR: Format = { ...NAMELESS, near: ['acme'], shape: '[a-z0-9]{12}' };
const NEAR_CASES: Cases = { ng: ['ACME_KEY=«k3v9x2m7q4t1»'], ok: ['build k3v9x2m7q4t1'] };

/** What is wrong with one row and its cases. */
function faults(row: Format, cases: Cases = CASES): readonly string[] {
  return faultsOf([row], new Map([[row.id, cases]]));
}

const REFUSED: readonly (readonly [what: string, row: Format, cases: Cases, fault: RegExp])[] = [
  ['no cases', ROW, { ng: [], ok: [] }, /no ng case/],
  ['nothing to leave', ROW, { ...CASES, ok: [] }, /no ok case/],
  ['a pattern without an end', { ...ROW, shape: 'acme_[a-z0-9]+' }, CASES, /unbounded/],
  ['a pattern without a most', { ...ROW, shape: 'acme_[a-z0-9]{12,}' }, CASES, /unbounded/],
  ['a group that captures', { ...ROW, shape: 'acme_([a-z0-9]{12})' }, CASES, /capture group/],
  ['a lookbehind', { ...ROW, shape: '(?<!x)acme_[a-z0-9]{12}' }, CASES, /lookbehind/],
  ['a pattern that is none', { ...ROW, shape: 'acme_[a-z' }, CASES, /compile/],
  ['a literal of two characters', { ...ROW, starts: ['ac'] }, CASES, /literal ac is shorter than 3/],
  ['a word of two characters', { ...NEAR, near: ['ac'] }, NEAR_CASES, /literal ac is shorter than 3/],
  ['a word with capitals', { ...NEAR, near: ['Acme'] }, NEAR_CASES, /lower case/],
  ['nothing to be known by', NAMELESS, CASES, /starts, anchors and near/],
  ['an id with capitals', { ...ROW, id: 'Acme_Token' }, CASES, /kebab/],
  ['a placeholder that ends in a number', { ...ROW, placeholder: 'ACME_1' }, CASES, /placeholder ACME_1/],
  ['a plain http address', { ...ROW, revoke: 'http://acme.example' }, CASES, /revoke/],
  ['a case that is not of it', ROW, { ...CASES, ng: ['acme_short'] }, /ng case 1/],
  ['a case without a mark', NEAR, { ...NEAR_CASES, ng: ['ACME_KEY=k3v9x2m7q4t1'] }, /marks nothing/],
  ['a near miss that is a hit', ROW, { ...CASES, ok: CASES.ng }, /ok case 1/],
];

describe('the check that a build makes of the table of formats', () => {
  it('finds nothing wrong with ours', () => {
    assert.deepEqual(faultsOfFormats(), []);
  });

  it('finds nothing wrong with a sound row', () => {
    assert.deepEqual([...faults(ROW), ...faults(NEAR, NEAR_CASES)], []);
  });

  for (const [what, row, cases, fault] of REFUSED)
    it(`refuses ${what}, and names the row`, () => {
      const found = faults(row, cases);
      assert.ok(
        found.some((text) => text.startsWith(`${row.id}: `) && fault.test(text)),
        found.join('\n'),
      );
    });

  it('refuses an id of two rows, and cases without a row', () => {
    const found = faultsOf(
      [ROW, ROW],
      new Map([
        [ROW.id, CASES],
        ['lost', CASES],
      ]),
    );
    assert.ok(found.includes('acme-token: two rows have this id'));
    assert.ok(found.includes('lost: has cases and no row'));
  });

  it('is asked by the build before it builds', () => {
    const build = readFileSync(new URL('../../../../esbuild.mjs', import.meta.url), 'utf8');
    assert.ok(build.indexOf('faultsOfFormats()') < build.indexOf('await rm('));
  });
});
