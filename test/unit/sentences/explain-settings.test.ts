import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inForceOf } from '../../../src/airlock/team-policy.ts';
import type { OwnValues } from '../../../src/decide/team/tighten.ts';
import { settingRows } from '../../../src/sentences/explain-settings.ts';
import { english } from '../../../src/sentences/translate.ts';
import { policy } from '../decide/team/written.ts';

const OWN: OwnValues = {
  requirements: { retentionDays: 30 },
  kinds: { email: 'low' },
  settings: [
    { name: 'promptAirlock.chat.restore', value: true, isDefault: false },
    { name: 'promptAirlock.ledger.enabled', value: true, isDefault: true },
    { name: 'promptAirlock.internal.terms', value: ['Zanzibar', 'Falcon'], isDefault: false },
    { name: 'promptAirlock.catalogue.file', value: '', isDefault: true },
  ],
};
const ORGANISATION = policy(
  '{\n"settings": {\n"promptAirlock.chat.restore": false}, "destinations": ["openai/*"]}',
);
const REPOSITORY = policy(
  '{\n"requirements": {"retentionDays": 7, "regions": ["EU"]},\n"kinds": {"email": "high"},\n"terms": ["Zanzibar"]}',
  '/w/a',
);

describe('each value that is in force', () => {
  const rows = settingRows(inForceOf(OWN, [REPOSITORY, ORGANISATION]).trace, english);
  const row = (name: string): unknown => {
    const found = rows.find((one) => one.name === name);
    assert.ok(found, name);
    const { value, from, locked, overrides } = found;
    return [value, from, locked, overrides];
  };

  it('is said with where it comes from and what it overrides', () => {
    assert.deepEqual(row('requirements.retentionDays'), [
      'Kept for at most 7 days',
      ['w/a/.promptairlock.json, line 2'],
      false,
      ['Kept for at most 30 days (your settings)'],
    ]);
    assert.deepEqual(row('requirements.training'), ['not demanded', [], false, []]);
    assert.deepEqual(row('kinds.email'), [
      'high',
      ['w/a/.promptairlock.json, line 3'],
      false,
      ['low (your settings)'],
    ]);
    assert.deepEqual(row('destinations'), ['openai/*', ['policy of your organisation, line 3'], true, []]);
    assert.deepEqual(row('promptAirlock.chat.restore'), [
      'false',
      ['policy of your organisation, line 3'],
      true,
      ['true (your settings)'],
    ]);
    assert.deepEqual(row('promptAirlock.ledger.enabled'), ['true', ['default'], false, []]);
    assert.deepEqual(row('promptAirlock.catalogue.file'), ['nothing', ['default'], false, []]);
  });

  it('is counted where it may be sensitive', () => {
    assert.deepEqual(row('terms'), ['1 entry', ['w/a/.promptairlock.json, line 4'], false, []]);
    assert.deepEqual(row('promptAirlock.internal.terms'), ['2 entries', ['your settings'], false, []]);
    assert.ok(!JSON.stringify(rows).includes('Zanzibar'));
  });

  it('says that only this machine is left where regions have nothing in common', () => {
    const us = policy({ requirements: { regions: ['US'] } }, '/w/b');
    const [found] = settingRows(inForceOf(OWN, [REPOSITORY, us]).trace, english).filter(
      ({ name }) => name === 'requirements.regions',
    );
    assert.equal(found?.value, 'Only on this machine');
    assert.deepEqual(found.from, ['w/a/.promptairlock.json, line 2', 'w/b/.promptairlock.json, line 1']);
  });
});
