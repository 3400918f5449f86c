import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { detectorsFor } from '../../../src/detect/detectors-for.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { isNamingRule } from '../../../src/detect/named.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { KindSettings } from '../../../src/detect/scan-settings.ts';
import { EMAIL, githubToken } from '../made-up.ts';

describe('detectorsFor', () => {
  it('leaves out kinds that are off, and what they would have swallowed stays', async () => {
    const text = `${EMAIL} ${githubToken()}`;
    const found = await scanText(text, detectorsFor({ kinds: { email: 'off' } }));
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['github-token'],
    );
    const covering = { name: 'Whole line', pattern: '^.+$' };
    const under = await scanText(
      text,
      detectorsFor({ secretPatterns: [covering], kinds: { email: 'critical' } }),
    );
    assert.equal(under.length, 1);
  });

  it('names each rule that finds what the user names, so that no workspace declares that to be made up', () => {
    const pattern = { name: 'Ticket', pattern: 'FALC-\\d{3,5}' };
    const all = detectorsFor({
      secretPatterns: [pattern],
      internalPatterns: [pattern],
      terms: ['Project Falcon'],
      domains: ['brightparcel.io'],
      known: [{ value: githubToken(), key: 'TOKEN', file: '.env' }],
    });
    const always = new Set(DETECTORS.map(({ id }) => id));
    const naming = all.filter(({ id }) => !always.has(id));
    assert.equal(naming.length, 5);
    assert.deepEqual(
      naming.filter(({ id }) => !isNamingRule(id)),
      [],
    );
    assert.ok(![...always].some(isNamingRule));
  });

  it('gives a kind the severity the user gave it', async () => {
    const [finding] = await scanText(EMAIL, detectorsFor({ kinds: { email: 'critical' } }));
    assert.equal(finding?.severity, 'critical');
  });

  it('finds what is internal by patterns of the user', async () => {
    const pattern = { name: 'Ticket', pattern: 'FALC-\\d{3,5}', severity: 'low' as const };
    const [finding] = await scanText('see FALC-4821', detectorsFor({ internalPatterns: [pattern] }));
    assert.equal(finding?.class, 'internal');
    assert.equal(finding?.severity, 'low');
    assert.equal(kindOf(finding?.kind ?? '').placeholder, 'TICKET');
  });

  it('takes settings of kinds there are only', () => {
    assert.ok(v.is(KindSettings, { email: 'off', 'github-token': 'low' }));
    assert.ok(!v.is(KindSettings, { emial: 'off' }));
    assert.ok(!v.is(KindSettings, { email: 'none' }));
  });
});
