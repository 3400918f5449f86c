import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { GrownChunks } from '../../../src/webview/grown-chunks.ts';
import { byName, endsInAddress } from '../../../src/webview/pieces.ts';

const names = byName([{ name: 'EMAIL_1', value: 'v', what: '' }]);
const none = byName([]);

describe('the pieces of a text that grows', () => {
  it('together are the text, however it came, and begin in an address where one goes on', () => {
    const piece = fc.constantFrom(
      'word ',
      'https://a.example/',
      'EMAIL_1',
      '\n',
      'x',
      '👩',
      'EMAIL_1 '.repeat(3_000),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 4_000 })), { maxLength: 8 }),
        (pieces) => {
          const grown = new GrownChunks();
          let text = '';
          for (const [one, times] of pieces) {
            text += one.repeat(one.length > 100 ? 1 : times);
            const chunks = grown.of(text, names);
            assert.equal(chunks.map((chunk) => chunk.text).join(''), text);
            let inAddress = false;
            for (const chunk of chunks) {
              assert.equal(chunk.inAddress, inAddress);
              inAddress = endsInAddress(chunk.text, inAddress);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stay the same objects where more comes', () => {
    const grown = new GrownChunks();
    const before = grown.of('a line\n'.repeat(20_000), none);
    const after = grown.of('a line\n'.repeat(20_001), none);
    assert.ok(before.length > 5);
    assert.ok(before.slice(0, -2).every((chunk, at) => chunk === after[at]));
    assert.equal(grown.of('a line\n'.repeat(20_001), none), after);
  });

  it('are others for another text, and where a name became known', () => {
    const grown = new GrownChunks();
    assert.deepEqual(grown.of('one EMAIL_1', none), [{ text: 'one EMAIL_1', inAddress: false }]);
    assert.deepEqual(grown.of('two', none), [{ text: 'two', inAddress: false }]);
    const long = `${'x'.repeat(16_379)} EMAIL_1`;
    assert.deepEqual(
      grown.of(long, none).map(({ text }) => text.length),
      [16_380, 7],
    );
    assert.deepEqual(
      grown.of(long, names).map(({ text }) => text.length),
      [16_380, 7],
    );
    assert.deepEqual(grown.of('', names), [{ text: '', inAddress: false }]);
  });
});
