import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kindOf } from '../../../../src/detect/kinds.ts';
import { detectorsFor } from '../../../../src/detect/detectors-for.ts';
import { knownValuesDetector } from '../../../../src/detect/own/known-values.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';

const VALUE = 'wintergarten-am-see & "mehr"';
const KNOWN = [{ value: VALUE, key: 'dbPassword', file: 'server/.env' }];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('knownValuesDetector', () => {
  const spellings: Readonly<Record<string, string>> = {
    plain: VALUE,
    'in base64': base64(VALUE),
    'in base64 among other text': base64(`user=app password=${VALUE} host=db`),
    'in base64url': Buffer.from(`??${VALUE}`).toString('base64url'),
    'in hex': Buffer.from(VALUE).toString('hex'),
    'percent-encoded': encodeURIComponent(VALUE),
    'escaped in JSON': JSON.stringify(VALUE).slice(1, -1),
    'inside a longer string': `xx${VALUE}yy`,
    'in a URL': `https://app:${encodeURIComponent(VALUE)}@db.internal.example/x`,
  };
  for (const [how, text] of Object.entries(spellings)) {
    it(`finds a value ${how}`, async () => {
      const found = await scanText(`see ${text} here`, [knownValuesDetector(KNOWN)]);
      assert.equal(found.length, 1);
      assert.equal(found[0]?.class, 'secret');
      assert.equal(found[0]?.severity, 'critical');
    });
  }

  it('finds a value as a form sends it, and as a serialiser writes it in ASCII', async () => {
    for (const [value, text] of [
      ['heide ~ moor & fluß', 'pw=heide+%7E+moor+%26+flu%C3%9F'],
      ['grüße-aus-dem-moor', '{"pw": "gr\\u00fc\\u00dfe-aus-dem-moor"}'],
    ] as const) {
      const found = await scanText(text, [knownValuesDetector([{ value, key: 'k', file: '.env' }])]);
      assert.equal(found.length, 1, text);
      assert.equal(found[0]?.end, text.length - (text.startsWith('{') ? 2 : 0));
    }
  });

  it('takes the whole of an encoded piece', async () => {
    const text = `x ${base64(`${VALUE}, and more`)} y`;
    const [finding] = await scanText(text, [knownValuesDetector(KNOWN)]);
    assert.equal(text.slice(finding?.start, finding?.end), text.slice(2, -2));
  });

  it('says which value of which file it is, and names its stand-in after the key', async () => {
    const [finding] = await scanText(VALUE, [knownValuesDetector(KNOWN)]);
    const kind = kindOf(finding?.kind ?? '');
    assert.equal(kind.name, 'value of dbPassword in server/.env');
    assert.equal(kind.placeholder, 'DB_PASSWORD');
  });

  it('finds nothing else, and nothing once the value is gone', async () => {
    assert.deepEqual(await scanText('wintergarten am see', detectorsFor({ known: KNOWN })), []);
    assert.deepEqual(await scanText(`see ${VALUE}`, [knownValuesDetector([])]), []);
  });
});
