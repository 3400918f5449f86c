import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { declareTestValues, fragmentOf, newSalt, toBase64 } from '../../../src/airlock/declare-test-value.ts';
import { readTeamPolicy } from '../../../src/airlock/team-policy.ts';
import { MOST_TEST_VALUES } from '../../../src/decide/team/test-values.ts';
import { openScrypt } from '../../../src/host/scrypt.ts';
import { EMAIL, githubToken } from '../made-up.ts';

const TOKEN = githubToken();
const OTHER = githubToken(1);
const hash = openScrypt({ cost: 16, blockSize: 1, parallelization: 1, length: 32 });
const policyOf = (text: string) =>
  readTeamPolicy(text, { by: 'repository', file: '.promptairlock.json', folder: '' });

/** The text a file becomes, with what it declares. */
async function declare(text: string | undefined, ...values: string[]) {
  const declared = await declareTestValues(text, values, hash);
  assert.ok(declared.is === 'declared', declared.is);
  const { testValues, faults, stops } = policyOf(declared.text);
  assert.ok(testValues && !stops);
  return { text: declared.text, faults, ...testValues };
}

async function assertDeclares(
  { salt, hashes }: { readonly salt: Uint8Array; readonly hashes: readonly Uint8Array[] },
  ...values: string[]
): Promise<void> {
  const expected = await Promise.all(values.map(async (value) => toBase64(await hash(value, salt))));
  assert.deepEqual(hashes.map(toBase64), expected);
}

describe('declaring a test value', () => {
  const starts: readonly (readonly [string, string | undefined])[] = [
    ['no file', undefined],
    ['an empty object', '{}'],
    ['an empty object over lines', '{\n}\n'],
    ['other fields', '{\n  "terms": ["Project Falcon"]\n}\n'],
    ['other fields on one line', '{ "terms": ["Project Falcon"] }'],
    ['CR LF', '{\r\n  "terms": ["Project Falcon"]\r\n}\r\n'],
    ['a list that is empty', `{ ${fragmentOf(newSalt(), [], '')} }`],
    ['a byte order mark', '\ufeff{ "terms": ["Project Falcon"] }\n'],
  ];
  for (const [what, text] of starts) {
    it(`adds to ${what}, and again`, async () => {
      const once = await declare(text, TOKEN);
      await assertDeclares(once, TOKEN);
      const twice = await declare(once.text, OTHER, EMAIL);
      await assertDeclares(twice, TOKEN, OTHER, EMAIL);
      assert.deepEqual(twice.salt, once.salt);
      assert.deepEqual(twice.faults, []);
      assert.deepEqual(policyOf(twice.text).terms, policyOf(text?.replace('\ufeff', '') ?? '{}').terms);
      assert.doesNotThrow(() => JSON.parse(twice.text));
      for (const value of [TOKEN, OTHER, EMAIL]) assert.ok(!twice.text.includes(value));
    });
  }

  it('sets what it adds as the rest of the file is set', async () => {
    const { text } = await declare('{\n  "terms": ["Project Falcon"]\n}\n', TOKEN);
    const more = await declare(text, OTHER);
    const shape = more.text.replaceAll(/"[A-Za-z0-9+/]{20,}={1,2}"/g, '"…"');
    assert.equal(
      shape,
      `{
  "terms": ["Project Falcon"],
  "testValues": {
    "salt": "…",
    "hashes": [
      "…",
      "…"
    ]
  }
}
`,
    );
  });

  it('keeps comments, and never writes a salt twice alike', async () => {
    const commented = '{\n  // ours\n  "terms": ["Project Falcon"] // and no more\n}\n';
    const { text, salt } = await declare(commented, TOKEN);
    assert.ok(text.includes('// ours') && text.includes('// and no more'));
    assert.notDeepEqual(salt, (await declare(commented, TOKEN)).salt);
  });

  it('leaves a file alone that holds it already', async () => {
    const { text } = await declare(undefined, TOKEN);
    assert.deepEqual(await declareTestValues(text, [TOKEN, TOKEN], hash), { is: 'there-already' });
  });

  it('leaves a file alone whose list is full', async () => {
    const hashOf = (i: number): string => toBase64(Uint8Array.of(i >> 8, i & 255, ...new Uint8Array(30)));
    const hashes = Array.from({ length: MOST_TEST_VALUES }, (_, i) => hashOf(i));
    const text = `{ ${fragmentOf(newSalt(), hashes, '')} }`;
    assert.deepEqual(await declareTestValues(text, [TOKEN], hash), { is: 'full' });
  });

  const faulty: readonly (readonly [string, string])[] = [
    ['is none', 'no JSON'],
    ['is a list', '[]'],
    ['has a field nobody knows', '{ "term": [] }'],
    ['has a salt that is none', '{ "testValues": { "salt": "abcd", "hashes": [] } }'],
    ['has the field twice', `{ ${fragmentOf(newSalt(), [], '')}, ${fragmentOf(newSalt(), [], '')} }`],
    ['has more in the field', '{ "testValues": { "values": [] } }'],
    ['is empty', ''],
  ];
  for (const [what, text] of faulty) {
    it(`leaves a file alone that ${what}`, async () => {
      assert.deepEqual(await declareTestValues(text, [TOKEN], hash), { is: 'faulty' });
    });
  }
});
