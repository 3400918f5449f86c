import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TeamProblem } from '../../../src/decide/team/fault.ts';
import type { JsonProblem } from '../../../src/policy/tolerant-json.ts';
import { CLAUSES } from '../../../src/policy/read-clauses.ts';
import { jsonProblemText } from '../../../src/sentences/json-problem.ts';
import { pathProblemText } from '../../../src/sentences/path-problem.ts';
import { teamFaultText, teamProblemText } from '../../../src/sentences/team-policy.ts';
import { english } from '../../../src/sentences/translate.ts';
import { policy } from '../decide/team/written.ts';

/** What is said of each fault of a file. */
function said(written: unknown, folder?: string): string[] {
  return policy(written, folder).faults.map((fault) => teamFaultText(fault, english));
}

describe('what is said of a policy file', () => {
  it('is what is wrong, what to write instead, and what holds until then', () => {
    assert.deepEqual(said('{"terms": ["Falcon",]}', '/w/a'), [
      'No value follows this comma: remove it. The rest of the file holds.',
    ]);
    assert.deepEqual(said({ requirements: { retentionDays: '30' } }, '/w/a'), [
      '"retentionDays" is a whole number of days from 0 to 3650, without quotes. Until that is mended, the strictest it can mean holds.',
    ]);
    assert.deepEqual(said({ paths: [{ path: 'a/**', rule: 'dney' }, 7] }, '/w/a'), [
      'This says nothing of what happens to the files: write "rule": "deny", "redact" or "local". Until that is mended, these files do not leave.',
      'This is no path rule: write "secrets/**" to deny, "!secrets/README.md" to allow again, or an object with "path" and "rule". Until that is mended, no file below this folder leaves.',
    ]);
    assert.deepEqual(said({ settings: { 'promptAirlock.chat.restore': true } }), [
      'promptAirlock.chat.restore can be locked to this only: false. Until that is mended, the strictest it can mean holds.',
    ]);
    assert.deepEqual(said({ settings: {} }, '/w/a'), [
      'A repository sets none of the settings: remove this; requirements, paths and kinds are fields of their own. This has no effect.',
    ]);
  });

  it('quotes no term, no pattern and no path', () => {
    const secret = 'Zanzibar';
    const written = {
      terms: [secret, [secret], `${secret}${'x'.repeat(100)}`],
      domains: [`https://${secret}`],
      secretPatterns: [{ name: 'pass', pattern: `(${secret}+)+` }, { pattern: secret }],
      paths: [secret, { path: secret, rule: 'redact' }, { path: secret, rule: secret }, `!b${secret}`],
      requirements: { training: secret, regions: [secret], preset: secret },
      destinations: [[secret]],
      kinds: { email: secret },
      testValues: { salt: secret, hashes: [secret] },
    };
    const all = said(written, '/w/a');
    assert.ok(all.length >= 14, `${all.length}`);
    assert.deepEqual(
      all.filter((one) => one.includes(secret)),
      [],
    );
  });

  it('is a sentence of its own for whatever is wrong', () => {
    const problems: readonly TeamProblem[] = [
      { id: 'too-large' },
      { id: 'not-utf-8' },
      { id: 'unreadable' },
      { id: 'not-administrators' },
      { id: 'not-an-object' },
      { id: 'not-a-schema' },
      { id: 'unknown-field', field: 'trems' },
      { id: 'too-many', field: 'terms', most: 2_000 },
      { id: 'not-requirements' },
      { id: 'unknown-clause' },
      { id: 'wrong-preset' },
      { id: 'path-contradiction', line: 7 },
      { id: 'not-kinds' },
      { id: 'not-a-kind', kind: 'emial' },
      { id: 'not-a-severity' },
      { id: 'not-a-hash' },
      { id: 'not-a-salt' },
      { id: 'not-test-values' },
      { id: 'test-values-not-here' },
      { id: 'not-settings' },
      { id: 'not-lockable', setting: 'promptAirlock.rules' },
      { id: 'has-own-field', setting: 'promptAirlock.kinds', field: 'kinds' },
      { id: 'locked-setting', setting: 'promptAirlock.chat.restore' },
      { id: 'milder-kind', kind: 'email', held: 'high' },
      { id: 'nothing-to-take-back' },
      ...CLAUSES.map((clause) => ({ id: 'wrong-clause', clause }) as const),
    ];
    const json: readonly JsonProblem[] = [
      'empty',
      'needs-value',
      'needs-name',
      'needs-colon',
      'needs-comma',
      'needs-end',
    ];
    const paths = ['empty', 'too-long', 'not-a-list', 'too-many', 'unknown-field', 'two-effects'] as const;
    const texts = [
      ...problems.map((problem) => teamProblemText(problem, english)),
      ...json.map((problem) => jsonProblemText(problem, english)),
      ...paths.map((problem) => pathProblemText(problem, english)),
    ];
    assert.equal(new Set(texts).size, texts.length);
    for (const text of texts) assert.ok(text.endsWith('.') && !/\{\d\}|undefined/.test(text), text);
    for (const clause of CLAUSES)
      assert.ok(
        teamProblemText({ id: 'milder-clause', clause }, english).startsWith('Without this file'),
        clause,
      );
  });
});
