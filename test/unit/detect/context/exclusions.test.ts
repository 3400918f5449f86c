import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { excludedBy, EXCLUSIONS } from '../../../../src/detect/context/exclusions.ts';

/** A value, the name it is given to, and whether it is a string literal; beside it the exclusion that has to hold. */
const CASES: readonly (readonly [exclusion: string, value: string, key: string, quoted: boolean])[] = [
  ['empty', '', 'password', true],
  ['literal-value', 'null', 'token', false],
  ['angle-placeholder', '<your-token>', 'token', false],
  ['template-reference', '${DB_PASSWORD}', 'password', true],
  ['template-reference', '{{ secrets.TOKEN }}', 'token', true],
  ['template-reference', '%DB_PASSWORD%', 'password', false],
  ['store-reference', 'op://vault/db/password', 'password', true],
  ['store-reference', 'ENC[AES256_GCM,data:k3J9xQ2mV7b]', 'password', false],
  ['store-reference', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db', 'secret', true],
  ['environment-reference', 'process.env.API_KEY', 'apiKey', false],
  ['environment-reference', 'os.environ["API_KEY"]', 'api_key', false],
  ['code-reference', 'lexer.next()', 'token', false],
  ['code-reference', 'getPassword()', 'password', false],
  ['type-annotation', 'string', 'password', false],
  ['placeholder', 'YOUR_API_KEY', 'API_KEY', true],
  ['placeholder', 'changeme', 'password', true],
  ['placeholder', 'xxxxxxxxxxxx', 'token', true],
  ['placeholder', 'dummy-token-4711', 'token', true],
  ['algorithm-name', 'scram-sha-256', 'auth', true],
  ['keyboard-walk', '1234qwertz', 'password', true],
  ['path-or-url', 'https://auth.acme.dev/oauth', 'token', true],
  ['path-or-url', './certs/server.key', 'private_key', false],
  ['public-key', 'pk_live_51H8xQ2mV7b4Lp8Rt2', 'stripeKey', true],
  ['digest', 'sha512-9dK2mQ7xVb4LpZ8sWc3RtY6n', 'token', true],
  ['uuid', '3f9c1a7e-42b8-4d10-9e6f-8a5b7c2d1e0f', 'requestId', true],
  ['number-or-date', '3600', 'token', false],
  ['sentence', 'Passwort vergessen?', 'password', true],
  ['form-attribute', 'current-password', 'autocomplete', true],
  ['same-as-key', 'mailSecret', 'mail_secret', true],
  ['identifier', 'computedDigest', 'password', false],
  ['markup', '.password-row', 'password', true],
  ['pattern', '^(?=.*\\d).{8,}$', 'password', true],
];

const SECRETS: readonly (readonly [value: string, key: string, quoted: boolean])[] = [
  ['Sommer2024!', 'password', false],
  ['kR8!pqx2', 'password', true],
  ['q8Zr2LmX0vTn5KcP1sYd', 'apiKey', true],
  ['3f9c1a7e-42b8-4d10-9e6f-8a5b7c2d1e0f', 'HEROKU_API_KEY', false],
  ['8f3a1b2c4d5e6f708192a3b4c5d6e7f8', 'signing_key', true],
];

const around = (quoted: boolean) => ({ before: '', after: '', quoted });

describe('exclusions', () => {
  it('each have a case', () => {
    const covered = new Set(CASES.map(([name]) => name));
    assert.deepEqual(
      EXCLUSIONS.map(({ name }) => name).filter((name) => !covered.has(name)),
      [],
    );
  });

  for (const [name, value, key, quoted] of CASES)
    it(`leaves out ${JSON.stringify(value)} as ${name}`, () => {
      assert.equal(excludedBy(value, key, around(quoted)), name);
    });

  for (const [value, key, quoted] of SECRETS)
    it(`holds for nothing in ${JSON.stringify(value)}`, () => {
      assert.equal(excludedBy(value, key, around(quoted)), undefined);
    });
});
