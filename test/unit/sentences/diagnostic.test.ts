import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Action } from '../../../src/decide/decision.ts';
import { diagnosticMessage } from '../../../src/sentences/diagnostic.ts';
import { english } from '../../../src/sentences/translate.ts';

const CASES: readonly (readonly [action: Action | undefined, said: string])[] = [
  [undefined, 'No prompt leaves while the destination cannot be used.'],
  ['allow', 'In a prompt it would go as it is (Dry run).'],
  ['notify', 'In a prompt it would go as it is, and you would be told (Dry run).'],
  ['redact', 'In a prompt a stand-in would go in its place (Dry run).'],
  ['ask', 'In a prompt it would be asked about first (Dry run).'],
  ['block', 'A prompt with it would be blocked until it is redacted (Dry run).'],
];

describe('what is said of a finding in a file', () => {
  for (const [action, said] of CASES) {
    it(`says what it is, what it opens, and what ${action ?? 'no destination'} comes to`, () => {
      assert.equal(
        diagnosticMessage('github-token', action, 'Dry run', english),
        `A GitHub token: reads and writes repositories. ${said}`,
      );
    });
  }
});
