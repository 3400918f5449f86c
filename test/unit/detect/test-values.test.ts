import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'mocha';
import { customKind } from '../../../src/detect/custom.ts';
import { detectorsFor } from '../../../src/detect/detectors-for.ts';
import type { Finding, Scan } from '../../../src/detect/finding.ts';
import type { ScanSettings } from '../../../src/detect/scan-settings.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import {
  type DeclaredValues,
  type HashTestValue,
  isDeclarable,
  LONGEST_TEST_VALUE,
  markTestValues,
} from '../../../src/detect/test-values.ts';
import { openScrypt } from '../../../src/host/scrypt.ts';
import { CARD, EMAIL, githubToken } from '../made-up.ts';

const TOKEN = githubToken();
const OTHER = githubToken(1);
const SALT = Uint8Array.from({ length: 16 }, (_, i) => i);
const FILE = '.promptairlock.json';
const cheap = openScrypt({ cost: 16, blockSize: 1, parallelization: 1, length: 32 });
const fingerprint = async (value: string): Promise<string> =>
  createHmac('sha256', 'k').update(value).digest('hex');

async function declaring(values: readonly string[], salt = SALT, file = FILE): Promise<DeclaredValues> {
  return { salt, hashes: await Promise.all(values.map((value) => cheap(value, salt))), file };
}

function scanner(settings: ScanSettings = {}): Scan {
  const detectors = detectorsFor(settings);
  return (texts) => Promise.all(texts.map((text) => scanText(text, detectors)));
}

/** The values that are marked in some texts, each with the file that declares it. */
async function marked(
  texts: readonly string[],
  files: readonly DeclaredValues[],
  { settings = {}, scan = scanner(settings), hash = cheap }: Partial<Marking> = {},
): Promise<string[]> {
  const found = await markTestValues(scan, { declared: () => files, hash, fingerprint })(texts);
  return markedIn(found, texts);
}

interface Marking {
  readonly settings: ScanSettings;
  readonly scan: Scan;
  readonly hash: HashTestValue;
}

function markedIn(found: readonly (readonly Finding[])[], texts: readonly string[]): string[] {
  return found.flatMap((list, i) =>
    list
      .filter(({ declaredBy }) => declaredBy !== undefined)
      .map(({ start, end, declaredBy }) => `${texts[i]?.slice(start, end)} by ${declaredBy}`),
  );
}

describe('values that a workspace declares to be made up', () => {
  it('are marked with the file that declares them, and others are not', async () => {
    const text = `a = "${TOKEN}"\nb = "${OTHER}"\nmail ${EMAIL}`;
    assert.deepEqual(await marked([text], [await declaring([TOKEN, EMAIL])]), [
      `${TOKEN} by ${FILE}`,
      `${EMAIL} by ${FILE}`,
    ]);
    assert.deepEqual(await marked([text], []), []);
  });

  it('are known with the real cost as well', async () => {
    const real = openScrypt();
    const file = { salt: SALT, hashes: [await real(TOKEN, SALT)], file: FILE };
    assert.deepEqual(await marked([TOKEN, OTHER], [file], { hash: real }), [`${TOKEN} by ${FILE}`]);
  });

  it('are not known by the salt of another file', async () => {
    const salt = Uint8Array.from({ length: 16 }, () => 7);
    const { hashes } = await declaring([TOKEN]);
    assert.deepEqual(await marked([TOKEN], [{ salt, hashes, file: FILE }]), []);
  });

  it('name the first file of two', async () => {
    const salt = Uint8Array.from({ length: 16 }, () => 7);
    const files = [await declaring([TOKEN], SALT, 'a'), await declaring([TOKEN], salt, 'b')];
    assert.deepEqual(await marked([TOKEN], files), [`${TOKEN} by a`]);
  });

  const short = '4539854409186';
  const found = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
    rule: '@prompt-airlock/secrets',
    class: 'secret',
    kind: 'github-token',
    severity: 'critical',
    start,
    end,
    evidence: 'shape',
    ...more,
  });
  const known = found(0, 40, { rule: '@prompt-airlock/known-values' });
  const never: readonly (readonly [string, string, Finding])[] = [
    ['shorter than 16', short, found(0, short.length)],
    ['15 characters', 'x'.repeat(15), found(0, 15)],
    ['too long', 'x'.repeat(LONGEST_TEST_VALUE + 1), found(0, LONGEST_TEST_VALUE + 1)],
    ['half a character', `\ud800${'x'.repeat(20)}`, found(0, 21)],
    ['only a part of what is declared', TOKEN, found(0, 39)],
    ['what could not be looked into', TOKEN, found(0, 40, { class: 'opaque' })],
    ['what stands for a file', TOKEN, found(0, 40, { class: 'path' })],
    ['named beside', TOKEN, found(0, 40, { named: true })],
    ['named in what is encoded', TOKEN, found(0, 40, { inside: [known] })],
    ['named deeper', TOKEN, found(0, 40, { inside: [found(0, 40, { inside: [known] })] })],
  ];
  for (const [what, text, finding] of never) {
    it(`are never ${what}`, async () => {
      const file = await declaring([text]);
      assert.deepEqual(await marked([text], [file], { scan: async () => [[finding]] }), []);
    });
  }

  it('are marked from 16 characters on', async () => {
    const text = 'x'.repeat(16);
    const scan: Scan = async () => [[found(0, 16)]];
    assert.equal((await marked([text], [await declaring([text])], { scan })).length, 1);
    assert.ok(isDeclarable('😀'.repeat(8)));
  });

  const naming: readonly (readonly [string, ScanSettings, string])[] = [
    ['a pattern for secrets', { secretPatterns: [{ name: 'Ours', pattern: 'ghp_\\w+' }] }, TOKEN],
    [
      'a milder pattern',
      { internalPatterns: [{ name: 'Ours', pattern: 'ghp_\\w+', severity: 'low' }] },
      TOKEN,
    ],
    ['a pattern over a piece of it', { secretPatterns: [{ name: 'Ours', pattern: 'ghp_' }] }, TOKEN],
    ['a term', { terms: ['brightparcel'] }, EMAIL],
    ['a domain', { domains: ['brightparcel.io'] }, 'https://vault.brightparcel.io'],
    ['a file that keeps secrets', { known: [{ value: TOKEN, key: 'T', file: '.env' }] }, TOKEN],
    ['the same, encoded', { known: [{ value: TOKEN, key: 'T', file: '.env' }] }, btoa(TOKEN)],
  ];
  for (const [what, settings, value] of naming) {
    it(`are never what is named by ${what}`, async () => {
      const texts = [`see ${value} here`];
      const [list = []] = await scanner(settings)(texts);
      const values = [value, ...list.map(({ start, end }) => texts[0]?.slice(start, end) ?? '')];
      const file = await declaring(values);
      assert.ok(list.length > 0);
      assert.deepEqual(await marked(texts, [file], { settings }), []);
    });
  }

  it('are not marked where the same value is named somewhere else', async () => {
    const pattern = `live: (?<secret>\\w+)`;
    const settings = { secretPatterns: [{ name: 'Ours', pattern }] };
    const texts = [TOKEN, `live: ${TOKEN}`];
    const file = await declaring([TOKEN]);
    assert.deepEqual(await marked(texts, [file], { settings }), []);
    assert.deepEqual(await marked([TOKEN], [file], { settings }), [`${TOKEN} by ${FILE}`]);
    assert.ok(customKind('custom:high:Ours'));
  });

  it('are hashed once for each salt, and so many for a scan', async () => {
    const hashed: string[] = [];
    const hash: HashTestValue = (value, salt) => {
      hashed.push(value);
      return cheap(value, salt);
    };
    const values = Array.from({ length: 40 }, (_, i) => githubToken(i));
    const file = await declaring(values);
    const texts = [values.join('\n'), values.join('\n')];
    const scan = markTestValues(scanner(), { declared: () => [file], hash, fingerprint });
    assert.equal(new Set(markedIn(await scan(texts), texts)).size, 32);
    assert.equal(hashed.length, 32);
    assert.equal(new Set(markedIn(await scan(texts), texts)).size, 40);
    await scan(texts);
    assert.deepEqual(hashed.toSorted(), values.toSorted());
  });

  it('follow what is declared without being hashed again', async () => {
    let files = [await declaring([OTHER])];
    let count = 0;
    const hash: HashTestValue = (value, salt) => {
      count += 1;
      return cheap(value, salt);
    };
    const scan = markTestValues(scanner(), { declared: () => files, hash, fingerprint });
    assert.deepEqual(markedIn(await scan([TOKEN]), [TOKEN]), []);
    files = [await declaring([TOKEN])];
    assert.equal(markedIn(await scan([TOKEN]), [TOKEN]).length, 1);
    files = [];
    assert.deepEqual(markedIn(await scan([TOKEN]), [TOKEN]), []);
    assert.equal(count, 1);
  });

  it('stay unmarked where they cannot be hashed, until they can', async () => {
    let fails = true;
    const hash: HashTestValue = (value, salt) =>
      fails ? Promise.reject(new Error('no memory')) : cheap(value, salt);
    const file = await declaring([TOKEN, CARD]);
    const scan = markTestValues(scanner(), { declared: () => [file], hash, fingerprint });
    const text = `${TOKEN} and ${CARD}`;
    assert.deepEqual(markedIn(await scan([text]), [text]), []);
    fails = false;
    assert.equal(markedIn(await scan([text]), [text]).length, 2);
  });

  it('are compared so many in all where that is the limit, and the others are held back', async () => {
    const files = [await declaring([TOKEN, OTHER])];
    const scan = markTestValues(scanner(), { declared: () => files, hash: cheap, fingerprint, most: 1 });
    const first = [`a ${TOKEN}`];
    assert.deepEqual(markedIn(await scan(first), first), [`${TOKEN} by ${FILE}`]);
    const next = [`b ${OTHER}`, `c ${TOKEN}`];
    // What is known already costs nothing.
    assert.deepEqual(markedIn(await scan(next), next), [`${TOKEN} by ${FILE}`]);
  });
});
