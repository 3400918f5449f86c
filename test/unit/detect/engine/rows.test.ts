import assert from 'node:assert/strict';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';

/** A key over and over, each time with something of at most two characters behind it. */
function rowOfKeys(key: string, pieces: number): string {
  return Array.from({ length: pieces }, (_, i) => key + ((i * 7_919) % 1_296).toString(36)).join('');
}

describe('rows of one literal', () => {
  for (const key of ['token: ', 'export TOKEN=', 'api_key = "']) {
    it(`finds what stands in the middle of a row of ${key}`, async () => {
      const before = `${rowOfKeys(key, 2_000)}\n`;
      const value = 'Zk7Qm2xV9pLw4RtB8sNd';
      const text = `${before}api_key = "${value}"\n${rowOfKeys(key, 2_000)}`;
      const start = text.indexOf(value);
      const found = await scanText(text, DETECTORS);
      assert.ok(found.some((one) => one.start <= start && one.end >= start + value.length));
    });
  }

  it('finds every one of many secrets of the same key', async () => {
    const values = Array.from({ length: 500 }, (_, i) => `Qm7!xT${(i * 7_919 + 1_000_003).toString(36)}`);
    const text = values.map((value) => `password=${value}\n`).join('');
    const found = await scanText(text, DETECTORS);
    assert.equal(found.length, values.length);
  });
});
