import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'mocha';
import { withoutAllowed } from '../../../src/detect/allow.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { EMAIL } from '../made-up.ts';

describe('values that are always allowed', () => {
  const fingerprint = async (value: string): Promise<string> =>
    createHmac('sha256', 'k').update(value).digest('hex');

  const allowed = new Set<string>();
  const scan = withoutAllowed(
    (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS))),
    () => allowed,
    fingerprint,
  );
  const found = async (text: string): Promise<string[]> =>
    ((await scan([text]))[0] ?? []).map(({ start, end }) => text.slice(start, end));

  it('are no findings any more, and others still are', async () => {
    const text = `${EMAIL} other@brightparcel.io`;
    assert.deepEqual(await found(text), [EMAIL, 'other@brightparcel.io']);
    allowed.add(await fingerprint(EMAIL));
    assert.deepEqual(await found(text), ['other@brightparcel.io']);
    allowed.clear();
    assert.deepEqual(await found(text), [EMAIL, 'other@brightparcel.io']);
  });
});
