import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Held, heldByTerms } from '../../../src/policy/held.ts';
import type { KeptTerm } from '../../../src/policy/retention.ts';

const AT = Date.parse('2026-11-20T23:30:00Z');
const kept = (
  what: KeptTerm['what'],
  term: KeptTerm['term'],
  n: number | null = null,
  dormant = false,
): KeptTerm => ({ what, term, n, dormant });
const until = (day: string): Held => ({ is: 'until', day });

describe('until when something may be held', () => {
  it('is by the worst of what is kept of every request', () => {
    const cases: readonly (readonly [readonly KeptTerm[], Held, Held | null])[] = [
      [[kept('abuse-log', 'days', 30), kept('cache', 'hours', 24)], until('2026-12-20'), null],
      [[kept('cache', 'hours', 1)], until('2026-11-21'), null],
      [[kept('prompt+output', 'none')], { is: 'nothing' }, null],
      [[kept('prompt+output', 'session')], { is: 'nothing' }, null],
      [[kept('cache', 'session')], { is: 'open', why: 'limited' }, null],
      [
        [kept('abuse-log', 'days', 30), kept('files', 'until-deleted')],
        { is: 'open', why: 'until-deleted' },
        null,
      ],
      [
        [kept('abuse-log', 'days', 30), kept('files', 'until-deleted', null, true)],
        until('2026-12-20'),
        null,
      ],
      [
        [kept('prompt+output', 'indefinite'), kept('abuse-log', 'unknown')],
        { is: 'open', why: 'unknown' },
        null,
      ],
      [[kept('prompt+output', 'limited')], { is: 'open', why: 'limited' }, null],
      [[], { is: 'open', why: 'unknown' }, null],
      [[kept('metadata', 'days', 90)], { is: 'open', why: 'unknown' }, null],
      [[kept('prompt+output', 'days', 9_999_999)], { is: 'open', why: 'indefinite' }, null],
      [
        [kept('prompt+output', 'days', 30), kept('flagged', 'days', 730)],
        until('2026-12-20'),
        until('2028-11-19'),
      ],
      [[kept('prompt+output', 'days', 30), kept('flagged', 'days', 7)], until('2026-12-20'), null],
      [[kept('prompt+output', 'none'), kept('flagged', 'days', 30)], { is: 'nothing' }, until('2026-12-20')],
      [[kept('flagged', 'days', 30)], { is: 'nothing' }, until('2026-12-20')],
    ];
    for (const [retention, content, flagged] of cases)
      assert.deepEqual(heldByTerms(retention, AT), { content, flagged }, JSON.stringify(retention));
  });
});
