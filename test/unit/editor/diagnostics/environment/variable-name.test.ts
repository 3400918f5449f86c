import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { variableNameFor } from '../../../../../src/editor/diagnostics/environment/variable-name.ts';

const CASES: readonly (readonly [before: string, name: string])[] = [
  ['const stripeKey = ', 'STRIPE_KEY'],
  ['const STRIPE_KEY: string = ', 'STRIPE_KEY'],
  ['apiKey: ', 'API_KEY'],
  ['"api-key": ', 'API_KEY'],
  ["'db_password' => ", 'DB_PASSWORD'],
  ['dbPassword := ', 'DB_PASSWORD'],
  ['config["db_password"] = ', 'DB_PASSWORD'],
  ['this.httpAPIKey = ', 'HTTP_API_KEY'],
  ['$apiKey = ', 'API_KEY'],
  ['@api_key = ', 'API_KEY'],
  ['private readonly apiKey?: string = ', 'API_KEY'],
  ['let api_key: &str = ', 'API_KEY'],
  ['connect(host, api_key=', 'API_KEY'],
  ['DB_PASSWORD=', 'DB_PASSWORD'],
  ['key2Use = ', 'KEY2_USE'],
  // One word says less than the kind, and may be a variable of the system.
  ['token = ', 'GITHUB_TOKEN'],
  ['path = ', 'GITHUB_TOKEN'],
  ['connect(', 'GITHUB_TOKEN'],
  ['if a == ', 'GITHUB_TOKEN'],
  ['node_options = ', 'GITHUB_TOKEN'],
  ['ldPreload = ', 'GITHUB_TOKEN'],
  ['schlüsselWort = ', 'GITHUB_TOKEN'],
  [`${'very_long_'.repeat(9)}name = `, 'GITHUB_TOKEN'],
  ['', 'GITHUB_TOKEN'],
];

describe('the name of a variable', () => {
  for (const [before, name] of CASES) {
    it(`of ${JSON.stringify(before)} is ${name}`, () => {
      assert.equal(variableNameFor(before, 'github-token'), name);
    });
  }
});
