import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Finding, type Scan, ScanFailure } from '../../../../src/detect/finding.ts';
import { clippedTo, findingsAround, touching } from '../../../../src/editor/redaction/findings-around.ts';
import { plainScan } from '../../airlock/opened.ts';
import { EMAIL, githubToken } from '../../made-up.ts';

const TOKEN = githubToken(11);

/** Where a piece stands in a text. */
function at(whole: string, piece: string): { readonly start: number; readonly end: number } {
  const start = whole.indexOf(piece);
  assert.ok(start >= 0);
  return { start, end: start + piece.length };
}

/** The ranges of findings as the text that stands there. */
const piecesOf = (whole: string, findings: readonly Finding[]): readonly string[] =>
  findings.map(({ start, end }) => whole.slice(start, end));

describe('what is sensitive in pieces of a text', () => {
  it('is known by what stands around a piece', async () => {
    const whole = `db_password = "wolkenbruch-im-mai"\nport = 80\n`;
    const value = at(whole, 'wolkenbruch-im-mai');
    const [alone] = await plainScan([whole.slice(value.start, value.end)]);
    assert.deepEqual(alone, []);
    assert.deepEqual(piecesOf(whole, await findingsAround(plainScan, whole, [value])), [
      'wolkenbruch-im-mai',
    ]);
    assert.deepEqual(await findingsAround(plainScan, whole, [at(whole, 'port = 80')]), []);
  });

  it('reaches out of a piece that holds only a part of it', async () => {
    const whole = `😀 token ${TOKEN} and ${EMAIL}`;
    const findings = await findingsAround(plainScan, whole, [at(whole, TOKEN.slice(2, 8))]);
    assert.deepEqual(piecesOf(whole, findings), [TOKEN]);
  });

  it('is known by the piece itself where the whole is too large', async () => {
    const whole = `mail ${EMAIL}`;
    const scan: Scan = async (texts) => {
      if (texts.includes(whole)) throw new ScanFailure('too-large', 99);
      return plainScan(texts);
    };
    const findings = await findingsAround(scan, whole, [at(whole, EMAIL)]);
    assert.deepEqual(piecesOf(whole, findings), [EMAIL]);
    await assert.rejects(findingsAround(scan, whole, [{ start: 0, end: whole.length }]), ScanFailure);
  });

  it('is not guessed at where a scan fails', async () => {
    const whole = `mail ${EMAIL}`;
    const piece = [at(whole, EMAIL)];
    const dies: Scan = () => Promise.reject(new ScanFailure('scanner-died'));
    await assert.rejects(findingsAround(dies, whole, piece), ScanFailure);
    await assert.rejects(
      findingsAround(() => Promise.resolve([]), whole, piece),
      ScanFailure,
    );
  });

  it('is cut to a piece where only that is copied', async () => {
    const whole = `a ${TOKEN} b`;
    const { start, end } = at(whole, TOKEN);
    const findings = await findingsAround(plainScan, whole, [{ start: 0, end: whole.length }]);
    const [cut] = clippedTo(findings, { start: start + 3, end: end + 2 });
    assert.deepEqual([cut?.start, cut?.end], [0, end - start - 3]);
    const [uncut] = clippedTo(findings, { start: start - 1, end });
    assert.deepEqual([uncut?.start, uncut?.end], [1, 1 + end - start]);
    assert.deepEqual(clippedTo(findings, { start: 0, end: start }), []);
  });
});

describe('touching', () => {
  it('is sharing a character, whatever the order of the pieces', () => {
    const isTouched = touching([
      { start: 20, end: 30 },
      { start: 5, end: 10 },
      { start: 10, end: 12 },
    ]);
    for (const [start, end, expected] of [
      [0, 5, false],
      [0, 6, true],
      [9, 10, true],
      [11, 20, true],
      [12, 20, false],
      [29, 99, true],
      [30, 31, false],
    ] as const)
      assert.equal(isTouched({ start, end }), expected, `${start} to ${end}`);
    assert.equal(touching([])({ start: 0, end: 9 }), false);
  });
});
