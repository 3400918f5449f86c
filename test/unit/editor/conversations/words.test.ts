import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ago } from '../../../../src/editor/conversations/ago.ts';
import { conversationMarkdown } from '../../../../src/editor/conversations/export-markdown.ts';
import { searched } from '../../../../src/editor/conversations/search.ts';
import type { StoredTurn } from '../../../../src/editor/conversations/stored.ts';
import { firstWords, givenTitle } from '../../../../src/editor/conversations/title.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { rowAfter } from '../../../../src/webview/conversations/move.ts';

function turn(role: StoredTurn['role'], text: string | null, more: Partial<StoredTurn> = {}): StoredTurn {
  return { role, author: '', text, attached: [], state: 'done', redacted: 0, letThrough: 0, ...more };
}

describe('the title of a conversation', () => {
  it('is its first words, whole, on one line', () => {
    for (const [text, title] of [
      ['What is a mutex?', 'What is a mutex?'],
      ['  # Why\n\n does `this` fail?\t', 'Why does `this` fail?'],
      ['', ''],
      ['> - ', ''],
      [
        'Why does this insert fail for EMAIL_1, although the index was dropped?',
        'Why does this insert fail for EMAIL_1, although the index…',
      ],
      ['a'.repeat(80), `${'a'.repeat(60)}…`],
      ['\u{1F600}'.repeat(80), `${'\u{1F600}'.repeat(60)}…`],
      ['right\u202Eleft\u0007', 'right left'],
      ['x'.repeat(10_000_000), `${'x'.repeat(60)}…`],
    ] as const)
      assert.equal(firstWords(text), title, JSON.stringify(text.slice(0, 80)));
  });

  it('that is given is on one line, and no longer than can be shown', () => {
    assert.equal(givenTitle('  About\n\u202Elocks '), 'About locks');
    assert.equal(givenTitle('y'.repeat(1_000)).length, 200);
    assert.equal(givenTitle(' \n'), '');
  });
});

describe('how long ago a conversation was', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it('is said in the words of the language, and after a week by the day', () => {
    const cases = [
      [0, 'en', 'this minute'],
      [-5_000, 'en', 'this minute'],
      [5 * 60_000, 'en', '5 minutes ago'],
      [3 * 3_600_000, 'de', 'vor 3 Stunden'],
      [26 * 3_600_000, 'en', 'yesterday'],
      [20 * 86_400_000, 'en', 'Nov 1, 2026'],
      [5 * 60_000, 'no language', '5 minutes ago'],
    ] as const;
    for (const [past, language, words] of cases) assert.equal(ago(now - past, now, language), words);
  });
});

describe('searching a conversation', () => {
  const long = `${'word '.repeat(50)}The Needle is here${' word'.repeat(50)}`;
  const attached = [{ name: 'a.sql', icon: 'file', text: 'CREATE INDEX by_mail' }];
  const one = {
    title: 'About locks',
    turns: [turn('user', null), turn('user', 'x', { attached }), turn('assistant', long)],
  };
  it('goes through title, texts and what is attached, in whatever case', () => {
    assert.equal(searched(one, 'LOCKS'), '');
    assert.match(searched(one, ' the needle ') ?? '', /^….*The Needle is here.*…$/);
    assert.equal(searched(one, 'by_mail'), 'CREATE INDEX by_mail');
    assert.equal(searched(one, 'nowhere'), undefined);
  });
});

describe('a conversation as Markdown', () => {
  it('holds what was said, and nothing of it can be taken for the document’s own', () => {
    const text = conversationMarkdown(
      {
        title: '<b>Why</b> [x](y) EMAIL_1',
        standIns: [{ name: 'EMAIL_1', kind: 'email' }],
        turns: [
          turn('user', '# no heading\r\n```\nopen', {
            attached: [
              { name: 'a_b.md', icon: 'file', text: '```js\n1\n```\n' },
              { name: 'shot.png', icon: 'file-media', text: null },
            ],
          }),
          turn('assistant', 'one\n~~~~\nopen ```', { author: 'Loop · m', state: 'stopped' }),
          turn('assistant', null),
          turn('assistant', '', { rehearsed: true }),
        ],
      },
      'November 21, 2026',
      english,
    );
    assert.equal(
      text,
      [
        '# \\<b\\>Why\\</b\\> \\[x\\](y) EMAIL_1',
        '*Exported by Prompt Airlock on November 21, 2026. Stand-ins such as EMAIL_1 are in place of values.*',
        '## You',
        'Attached: a_b.md',
        '````\n```js\n1\n```\n````',
        'Attached: shot.png',
        '*This text was not kept: it could not be shown to be free of values.*',
        '> # no heading\n> ```\n> open',
        '## Loop · m',
        'one\n~~~~\nopen ```\n~~~~',
        '*Stopped*',
        '## Answer',
        '*This text was not kept: it could not be shown to be free of values.*',
        '## Answer',
        '*A dry run: nothing left.*',
        '',
      ].join('\n\n'),
    );
  });
});

describe('moving in the list of conversations', () => {
  it('goes by arrows, to the first and to the last', () => {
    const cases = [
      ['ArrowDown', 0, 3, 1],
      ['ArrowDown', 2, 3, 2],
      ['ArrowUp', 2, 3, 1],
      ['ArrowUp', 0, 3, undefined],
      ['Home', 2, 3, 0],
      ['End', 0, 3, 2],
      ['a', 0, 3, undefined],
      ['ArrowDown', 0, 0, undefined],
    ] as const;
    for (const [key, at, count, to] of cases) assert.equal(rowAfter(key, at, count), to, `${key} ${at}`);
  });
});
