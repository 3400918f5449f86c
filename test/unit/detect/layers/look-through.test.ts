import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding } from '../../../../src/detect/finding.ts';
import { MAX_DEPTH, MAX_GROWTH } from '../../../../src/detect/layers/layer.ts';
import { cpuTime } from '../../../provision/cpu-time.ts';
import { lookThrough } from '../../../../src/detect/layers/look-through.ts';
import { mergeFindings } from '../../../../src/detect/merge.ts';
import { EMAIL, githubToken } from '../../made-up.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/layers');
const TOKEN = githubToken();
const base64 = (data: string | Buffer): string => Buffer.from(data).toString('base64');

function hit(kind: string, start: number, end: number): Finding {
  return { rule: 'test', class: 'secret', kind, severity: 'high', start, end, evidence: 'shape' };
}

/** Tokens, addresses and values of a label: a token's whole form, so that ranges can be told to the character. */
function look(text: string): Promise<Finding[]> {
  const tokens = Array.from(text.matchAll(/(?<!\w)ghp_[A-Za-z0-9]{36}(?!\w)/g), ({ index }) =>
    hit('token', index, index + 40),
  );
  const addresses = Array.from(
    text.matchAll(/(?<![\w.])[\w.]{2,40}@[\w.]{2,40}\.[a-z]{2,3}(?![\w.])/g),
    ({ 0: all, index }) => hit('address', index, index + all.length),
  );
  const labelled = Array.from(
    text.matchAll(/secret: (\w{6,20})(?!\w)/g),
    ({ 0: all, 1: value = '', index }) =>
      hit('labelled', index + all.length - value.length, index + all.length),
  );
  return Promise.resolve([...tokens, ...addresses, ...labelled]);
}

async function through(text: string): Promise<Finding[]> {
  return mergeFindings(await lookThrough(text, await look(text), look));
}

async function found(text: string): Promise<string[]> {
  return (await through(text)).map(({ start, end }) => text.slice(start, end));
}

/** Cases that are marked; blank lines keep them apart. */
function casesOf(file: string): string[] {
  return readFileSync(join(FIXTURES, file), 'utf8')
    .split(/\n{2,}/)
    .filter((text) => text.trim() !== '');
}

describe('lookThrough', () => {
  for (const marked of casesOf('ng.txt')) {
    const text = marked.replace(/[«»]/g, '');
    it(`finds ${text.slice(0, 40).split('\n')[0]}`, async () => {
      const expected = Array.from(marked.matchAll(/«([^»]*)»/g), ([, value]) => value);
      assert.deepEqual(await found(text), expected);
    });
  }

  for (const text of casesOf('ok.txt')) {
    it(`finds nothing in ${text.slice(0, 40).split('\n')[0]}`, async () => {
      assert.deepEqual(await through(text), []);
    });
  }

  it('says what was undone, from outside in, and what is inside of a piece', async () => {
    const inner = `a%3A%20${encodeURIComponent(EMAIL)}`;
    const text = `x ${base64(`first line\n${inner}`)} y`;
    const [finding] = await through(text);
    assert.deepEqual(finding?.through, ['base64', 'percent']);
    const [inside] = finding?.inside ?? [];
    assert.equal(`first line\n${inner}`.slice(inside?.start, inside?.end), encodeURIComponent(EMAIL));
  });

  it('makes one finding of all that is in one piece', async () => {
    const text = `x ${base64(`${TOKEN} ${EMAIL} and more`)} y`;
    const [finding, ...others] = await through(text);
    assert.equal(others.length, 0);
    assert.equal(finding?.kind, 'token');
    assert.deepEqual(
      finding.inside?.map(({ kind }) => kind),
      ['token', 'address'],
    );
  });

  it('knows a value by the words before its piece', async () => {
    const piece = base64('hunter2hunter2');
    assert.deepEqual(await found(`the secret: "${piece}"`.replace('"', '')), [piece]);
  });

  it('leaves alone what was found already, and what is a secret itself', async () => {
    const text = `"${TOKEN}\\n" and ${base64(`${TOKEN} ${TOKEN}`)}`;
    assert.deepEqual(await lookThrough(text, [hit('token', 0, text.length)], look), []);
  });

  it('calls opaque what is packed too tightly, nested too deeply or too much in all', async () => {
    let nested = `${TOKEN} and more`;
    for (let i = 0; i < 40 && nested.length < 400_000; i++) nested = base64(nested);
    const bomb = base64(gzipSync(Buffer.alloc(20_000_000)));
    const percent = `%${'25'.repeat(40)}41`;
    for (const piece of [nested, bomb, percent]) {
      const text = `data ${piece} end`;
      const [finding, ...others] = await through(text);
      assert.equal(others.length, 0);
      assert.equal(finding?.kind, 'opaque-content');
      assert.equal(finding.class, 'opaque');
      assert.equal(text.slice(finding.start, finding.end), piece);
    }
  });

  it('looks as deep as it says', async () => {
    let nested = `${TOKEN} and more`;
    for (let i = 0; i < MAX_DEPTH; i++) nested = base64(nested);
    assert.equal((await through(nested))[0]?.kind, 'token');
    assert.equal((await through(base64(nested)))[0]?.kind, 'opaque-content');
  });

  it('reads packed bytes that were cut off', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${i * 7919} ${Math.imul(i, 2654435761)} x`).join(
      '\n',
    );
    const packed = base64(gzipSync(`${TOKEN}\n${lines}`));
    assert.equal((await through(`log ${packed.slice(0, packed.length - 60)}`))[0]?.kind, 'token');
  });

  it('looks at no more than it may, whatever is repeated', async () => {
    for (const piece of [
      '%41',
      '\\u0041',
      '&#65;',
      'QUJD',
      '41 ',
      '=41',
      "'a'+",
      '\\\n',
      '> ',
      '\n> a1b2c3d4e5f6g7',
      'a\u200b',
      '\\\\',
      '%25',
      '\0a',
      'аa',
    ]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      let looked = 0;
      await lookThrough(text, [], (inner) => {
        looked += inner.length;
        return Promise.resolve([]);
      });
      assert.ok(looked <= MAX_GROWTH * text.length, piece);
    }
  });

  it('takes a byte for quoted-printable, unless the signs of equality around it are operators', async () => {
    const broken = 'g=68p_Kx7Qw2Zt9Lm4Rp6Vb1Nc8Hd3Jf5Gs0Ya2Xe7';
    assert.deepEqual(await found(`the token is ${broken} now`), [broken]);
    assert.deepEqual(await found(`a=3D1 b=20c ${broken} x=41 y=3D2`), [broken]);
    let looked = 0;
    const settings = Array.from(
      { length: 500 },
      (_, i) => `retries=${((i * 7_919) % 1_296).toString(36)}x`,
    ).join(' ');
    await lookThrough(settings, [], (inner) => {
      looked += inner.length;
      return Promise.resolve([]);
    });
    assert.ok(looked < settings.length / 4, `${looked} of ${settings.length}`);
  });

  it('takes linear time over the lines that a diff took out', async () => {
    const time = async (lines: number): Promise<number> => {
      const text = `${'\n-ab'.repeat(lines)}\n@@ -1 +1 @@`;
      const times: number[] = [];
      // The shortest of a few: what a busy machine adds is no matter of the text.
      for (let go = 0; go < 4; go++) {
        const start = cpuTime();
        await through(text);
        times.push(cpuTime() - start);
      }
      return Math.min(...times);
    };
    const small = Math.max(4, await time(20_000));
    const large = await time(200_000);
    // Looked for from the beginning at each line, it would be a hundred times as much.
    assert.ok(large < 40 * small, `${small} ms, then ${large} ms`);
  });

  it('never throws and stays within the text', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        TOKEN,
        EMAIL,
        base64(`${TOKEN} ${EMAIL}`),
        base64(gzipSync(`${TOKEN} x`)),
        'H4sIAAAA',
        'eJwAAAAAAAAAAAAAAAAAAAAAAA',
      ),
      fc.constantFrom(
        '%',
        '%4',
        '%25',
        '&#',
        '&#65;',
        '\\',
        '\\u00',
        '\\x41',
        '=\n',
        '=4',
        '"',
        '" + "',
        '\n> ',
        '\n+',
        '@@ -1 @@',
      ),
      fc.constantFrom(
        '\ud800',
        '\udc00',
        '\ud835',
        '\udb40',
        '\u200b',
        '\0',
        '\u001b[',
        'а',
        'Ａ',
        '6162',
        '0x61, 0x62, ',
        '61 62 ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of await lookThrough(text, await look(text), look)) {
          assert.ok(start >= 0 && end > start && end <= text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
