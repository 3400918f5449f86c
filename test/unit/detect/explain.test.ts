import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cpuTime } from '../../provision/cpu-time.ts';
import { explainPassed, type PassedOver } from '../../../src/detect/explain.ts';
import { EXCLUSIONS } from '../../../src/detect/exclusions/exclusions.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';

/** What is explained of a text, as the stretch of it and the reason. */
function reasonsIn(text: string): readonly (readonly [value: string, why: string])[] {
  return explainPassed(text).map(({ start, end, exclusion }) => [text.slice(start, end), exclusion]);
}

describe('what was let pass', () => {
  it('is a token whose check digits are wrong', () => {
    const key = 'AGE-SECRET-KEY-1S9345PNNVGLM4TPTTM92LM9XRX6CU5HYXQCHT8LSV450THSMAUMSLJ7KW9';
    assert.deepEqual(reasonsIn(`use ${key} for it`), [[key, 'failed-check']]);
  });

  it('is a token that is plainly fake', () => {
    const token = `ghp_${'0'.repeat(36)}`;
    assert.deepEqual(reasonsIn(`(${token})`), [[token, 'plainly-fake']]);
  });

  it('is a key of a wallet whose check digits are wrong', () => {
    const key = `xprv${'KQx8mVb3Tn9'.repeat(10).slice(0, 107)}`;
    assert.deepEqual(reasonsIn(`(${key})`), [[key, 'failed-check']]);
  });

  const STRUCTURES: readonly (readonly [structure: string, text: string, value: string, why: string])[] = [
    ['a header', 'Authorization: Bearer ${TOKEN_OF_CI}', '${TOKEN_OF_CI}', 'template-reference'],
    ['a key in a header', 'X-Api-Key: ACME_GATEWAY_CRM', 'ACME_GATEWAY_CRM', 'constant-name'],
    ['a cookie', 'Cookie: theme=dark; session=logged-out-visitor', 'logged-out-visitor', 'plain-word'],
    ['a login of curl', 'curl -u ci:changeme https://x.acme.dev', 'changeme', 'placeholder'],
    ['a connection string', 'Server=d1;User Id=a;Password=***;', '***', 'masked'],
    ['an address', 'mysql://root:****@db1/app', 'mysql://root:****@db1/app', 'masked'],
    ['a registry', '//npm.acme.dev/:_authToken=${NPM_AUTH}', '${NPM_AUTH}', 'template-reference'],
    ['a file of logins', 'machine x.acme.dev login ci password changeme', 'changeme', 'placeholder'],
    ['a credentials file', `aws_secret_access_key=${'A'.repeat(40)}`, 'A'.repeat(40), 'masked'],
    ['a Kubernetes Secret', 'kind: Secret\ndata:\n  db: Y2hhbmdlbWU=\n', 'Y2hhbmdlbWU=', 'placeholder'],
    [
      'armour with dots in it',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n...\n-----END PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n...\n-----END PRIVATE KEY-----',
      'masked',
    ],
  ];
  for (const [structure, text, value, why] of STRUCTURES)
    it(`is, in ${structure}, what an exclusion holds for`, () => {
      assert.deepEqual(reasonsIn(text), [[value, why]]);
    });

  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = 'q8Zr2LmX0vTn5KcP1sYd4Wb7Jf9Gh3Ne6Rt2Uy5Ia8o';

  it('is a token that everybody shows', () => {
    const token = `${encoded({ alg: 'HS256' })}.${encoded({ sub: '1234567890', name: 'John Doe' })}.${signature}`;
    assert.deepEqual(reasonsIn(`(${token})`), [[token, 'documentation-sample']]);
  });

  it('is a member of a key that is masked', () => {
    const mask = 'x'.repeat(43);
    assert.deepEqual(reasonsIn(`{"kty":"OKP","crv":"Ed25519","d":"${mask}"}`), [[mask, 'masked']]);
    assert.deepEqual(reasonsIn(`{ kty: 'EC', d: '${mask}' }`), [[mask, 'masked']]);
  });

  it('is a phrase of everyday words or of one word', () => {
    const sentence = 'the words are written with care and not kept near the wallet ever';
    const same = `${'abandon '.repeat(11)}about`;
    assert.deepEqual(reasonsIn(`seed phrase: ${sentence}`), [[sentence, 'sentence']]);
    assert.deepEqual(reasonsIn(`mnemonic = "${same}"`), [[same, 'documentation-sample']]);
  });

  it('is a value beside the name of a vendor that is a digest, a stand-in or too weak', () => {
    for (const [value, why] of [
      ['8f3a1b2c4d5e6f708192a3b4c5d6e7f8', 'digest'],
      ['0123456789abcdef0123456789abcdef', 'keyboard-walk'],
    ] as const) {
      const name = why === 'digest' ? 'algolia_api_key_md5' : 'algolia_api_key';
      assert.deepEqual(reasonsIn(`"${name}": "${value}"`), [[value, why]]);
    }
  });

  it('is a value given to a name, and its place is that of the name', () => {
    const text = 'x\n  db_password: process.env.DB_PASSWORD,\n';
    const [passed, ...more] = explainPassed(text);
    assert.deepEqual(more, []);
    assert.equal(passed?.exclusion, 'environment-reference');
    assert.equal(passed?.at, text.indexOf('db_password'));
    assert.equal(passed?.start, text.indexOf('process'));
  });

  it('is a value that is too weak', () => {
    assert.deepEqual(reasonsIn('the token is meadow'), [['meadow', 'too-weak']]);
  });

  it('is not what was found, nor a piece of it', async () => {
    const text = 'url = "postgres://app:kR8pqx2Lw@db.acme.dev/app?password=${PW}"\npassword: "kR8!pqx2Lw"\n';
    assert.deepEqual(explainPassed(text, await scanText(text, DETECTORS)), []);
  });

  it('comes once each, in the order of the text, in names that there are', () => {
    const text = 'password: "changeme"\npassword: "changeme"\napi_key: "YOUR_API_KEY" token: <token>\n';
    const passed = explainPassed(text);
    assert.deepEqual(
      passed.map(({ at }) => at),
      passed.map(({ at }) => at).toSorted((one, other) => one - other),
    );
    assert.equal(new Set(passed.map(({ start }) => start)).size, passed.length);
    const names = new Set(['failed-check', 'too-weak', ...EXCLUSIONS.map(({ name }) => name)]);
    assert.ok(passed.length >= 4 && passed.every(({ exclusion }) => names.has(exclusion)));
  });

  it('carries no value', () => {
    const fields: readonly (keyof PassedOver)[] = ['at', 'start', 'end', 'exclusion'];
    for (const passed of explainPassed('password: "changeme"\n'))
      assert.deepEqual(Object.keys(passed).sort(), [...fields].sort());
  });

  it('takes linear time where everything is let pass', () => {
    const time = (count: number): number => {
      const text = 'password: ${DB_PASSWORD}\n'.repeat(count);
      const start = cpuTime();
      assert.equal(explainPassed(text).length, count);
      return cpuTime() - start;
    };
    time(2_000);
    const small = Math.min(time(2_000), time(2_000));
    assert.ok(time(20_000) < 25 * Math.max(small, 5));
  });
});
