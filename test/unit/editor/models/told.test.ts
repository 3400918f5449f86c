import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  asCode,
  keptLine,
  rehearsalLine,
  toldLine,
  withoutTold,
} from '../../../../src/editor/models/told.ts';
import { english } from '../../../../src/sentences/translate.ts';

const LINKS = { origin: 'vscode://prompt-airlock.prompt-airlock' };
const ID = '0123456789abcdef'.repeat(2);
const NOTHING = { redacted: 0, letThrough: 0, leftOut: [], opaque: 0, withheld: 0, kept: [] };

describe('the line that tells what was done', () => {
  it('is not there where nothing was', () => {
    assert.equal(toldLine(NOTHING, ID, LINKS, english), '');
  });

  it('says all of it, and leads to the receipt', () => {
    const told = { redacted: 2, letThrough: 1, leftOut: ['.env'], opaque: 1, withheld: 1, kept: ['EMAIL_1'] };
    assert.equal(
      toldLine(told, ID, LINKS, english),
      `> Prompt Airlock: 2 values redacted · 1 value sent as it is · \`.env\` left out · 1 part left out that cannot be looked into · \`EMAIL_1\` kept back from tools · 1 earlier message withheld · [receipt](vscode://prompt-airlock.prompt-airlock/receipt/${ID})\n\n`,
    );
  });

  it('is taken out of the history again, wherever it stands', () => {
    const line = toldLine({ ...NOTHING, redacted: 1 }, ID, LINKS, english);
    const kept = keptLine('`EMAIL_1`', 'run_in_terminal', LINKS, english);
    assert.equal(withoutTold(`${line}The answer`), 'The answer');
    assert.equal(withoutTold(`${line}So:\n\n${kept}and on`), 'So:\n\nand on');
    assert.equal(withoutTold(line), '');
  });

  it('takes nothing else out', () => {
    for (const text of [
      '> Prompt Airlock: a quote of a shield\n\nmore',
      `> Prompt Airlock: x · [receipt](https://example.com/receipt/${ID})\n\nmore`,
      `> Prompt Airlock: x · [receipt](vscode://other.extension/receipt/${ID})\n\nmore`,
      `text > Prompt Airlock: x · [receipt](vscode://prompt-airlock.prompt-airlock/receipt/${ID})\n\nmore`,
    ])
      assert.equal(withoutTold(text), text);
  });

  it('takes a dry run’s request out with its line, since it was no answer', () => {
    const shown = `${rehearsalLine({ ...NOTHING, redacted: 2 }, ID, LINKS, english)}\`\`\`json\n{"messages":[]}\n\`\`\`\n`;
    assert.match(
      shown,
      /^> Prompt Airlock: Dry run: nothing left · 2 values redacted · \[open the whole request\]/,
    );
    assert.equal(withoutTold(shown), '');
    assert.equal(withoutTold(`${toldLine({ ...NOTHING, redacted: 1 }, ID, LINKS, english)}${shown}`), '');
  });

  it('shows names from outside as code, whatever is in them', () => {
    assert.equal(asCode('a`](x)\n\u202eb'), '`a\u{FFFD}](x)\u{FFFD}\u{FFFD}b`');
  });
});
