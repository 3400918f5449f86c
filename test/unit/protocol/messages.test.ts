import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { FromCard, FromPanel, ToCard, ToPanel } from '../../../src/protocol.ts';
import { FromComparison, ToComparison } from '../../../src/protocol/comparison.ts';
import { FromLedger, ToLedger } from '../../../src/protocol/ledger.ts';
import { emptyState } from '../webview/state.ts';

const ALL = { FromCard, FromPanel, ToCard, ToPanel, FromComparison, ToComparison, FromLedger, ToLedger };

/** What is a message, and what is nearly one. */
const CASES: readonly (readonly [schema: v.GenericSchema, ok: readonly unknown[], ng: readonly unknown[]])[] =
  [
    [
      FromPanel,
      [
        { type: 'ready' },
        { type: 'submit', text: '' },
        { type: 'take', turn: '1', block: null, as: 'copy' },
        { type: 'open-link', url: 'https://a.example/' },
      ],
      [
        null,
        'ready',
        {},
        [],
        { type: 'Ready' },
        { type: 'ready', more: 1 },
        { type: 'submit' },
        { type: 'submit', text: ['a'] },
        { type: 'submit', text: { toString: () => 'a' } },
        { type: 'take', turn: '1', block: -1, as: 'copy' },
        { type: 'take', turn: '1', block: 0.5, as: 'copy' },
        { type: 'take', turn: '1', block: 0, as: 'run' },
        { type: 'take', turn: '1', block: 0, as: 'copy', text: 'mine' },
        { type: 'take', turn: 'x'.repeat(101), block: 0, as: 'copy' },
        { type: 'open-link', url: `https://a.example/${'x'.repeat(4096)}` },
        { type: 'action', action: 'run', review: '' },
      ],
    ],
    [
      ToPanel,
      [
        { type: 'focus' },
        { type: 'focus', insists: true },
        { type: 'state', state: emptyState },
        { type: 'delta', turn: '1', text: 'a', thought: '', standIns: [] },
      ],
      [
        { type: 'focus', insists: false },
        { type: 'state' },
        { type: 'state', state: { ...emptyState, html: '<b>' } },
        { type: 'state', state: { ...emptyState, turns: [{}] } },
        { type: 'state', state: { ...emptyState, busy: 'running' } },
        { type: 'delta', turn: '1', text: 1, thought: '', standIns: [] },
        { type: 'delta', turn: '1', text: 'a', thought: '', standIns: [{ name: 'EMAIL_1' }] },
      ],
    ],
  ];

describe('messages of the protocol', () => {
  it('are read, and what is nearly one is not', () => {
    for (const [schema, ok, ng] of CASES) {
      for (const one of ok) assert.equal(v.safeParse(schema, one).success, true, JSON.stringify(one));
      for (const one of ng) assert.equal(v.safeParse(schema, one).success, false, JSON.stringify(one));
    }
  });

  it('are told from whatever else there may be, without a throw', () => {
    const nearly = fc.record(
      {
        type: fc.constantFrom('ready', 'state', 'submit', 'take', 'delta', '__proto__'),
        text: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (message) => {
        for (const [name, schema] of Object.entries(ALL)) {
          const { success } = v.safeParse(schema, message);
          const plain: unknown = JSON.parse(JSON.stringify(message) ?? 'null');
          // Whatever was let through is nothing but what the protocol names.
          if (success) assert.match(JSON.stringify(plain), /^\{"type":"[a-z-]+"/, name);
        }
      }),
      { numRuns: 500 },
    );
  });
});
