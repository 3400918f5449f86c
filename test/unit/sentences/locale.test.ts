import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { byteSize } from '../../../src/sentences/fault.ts';
import { localeOf, numberText } from '../../../src/sentences/locale.ts';
import { english, type Translate } from '../../../src/sentences/translate.ts';

const german: Translate = (message) => ({ en: 'de', bytes: 'Byte' })[message] ?? message;

describe('numbers', () => {
  it('are written as the language of the messages writes them', () => {
    assert.deepEqual([localeOf(english), localeOf(german)], ['en', 'de']);
    assert.deepEqual([numberText(128_000, english), numberText(128_000, german)], ['128,000', '128.000']);
    assert.deepEqual([byteSize(10_752, english), byteSize(10_752, german)], ['10.5 KB', '10,5 KB']);
    assert.deepEqual([byteSize(1000, english), byteSize(1000, german)], ['1000 bytes', '1000 Byte']);
  });
});
