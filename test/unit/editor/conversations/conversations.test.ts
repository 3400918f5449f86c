import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { ScanFailure } from '../../../../src/detect/finding.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { ask, closeWindows, openWindow, settleWindows, type Window } from './opened.ts';

const TOKEN = githubToken(2);
const DAY = 24 * 60 * 60_000;

describe('conversations', () => {
  let server: OpenAiServer;
  let folder: string;

  beforeEach(async () => {
    server = await startOpenAiServer();
    folder = join(mkdtempSync(join(tmpdir(), 'prompt-airlock-unit-')), 'conversations');
  });
  afterEach(async () => {
    await settleWindows();
    await server.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  const open = (): Window => openWindow(folder, server);
  const files = (): string[] => {
    try {
      return readdirSync(folder).filter((name) => name.startsWith('conversation-'));
    } catch {
      return [];
    }
  };
  const onDisk = (): string =>
    files()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  const titles = (window: Window): string[] => window.list().rows.map(({ title }) => title);
  const idOf = (window: Window, title: string): string =>
    window.list().rows.find((row) => row.title.includes(title))?.id ?? 'none';
  const lastSent = (): string[] => {
    const { messages } = JSON.parse(server.arrived.at(-1)?.body ?? '{}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  };

  it('are stored after each turn, redacted, for the user alone, and named by their first words', async () => {
    const window = open();
    server.answer = { pieces: ['It is {last}'] };
    await ask(window, `Why is ${TOKEN} refused for ${EMAIL}?`);
    assert.equal(files().length, 1);
    assert.ok(!onDisk().includes(TOKEN) && !onDisk().includes(EMAIL));
    if (process.platform !== 'win32') {
      assert.equal(statSync(join(folder, files()[0] ?? '')).mode & 0o777, 0o600);
      assert.equal(statSync(folder).mode & 0o777, 0o700);
    }
    await ask(window, 'and now?');
    assert.equal(files().length, 1);
    await window.conversations.show();
    assert.deepEqual(titles(window), ['Why is GITHUB_TOKEN_1 refused for EMAIL_1?']);
    assert.deepEqual(window.list().rows[0]?.detail, 'this minute · 2 turns');
  });

  it('are several, one shown at a time; the others of a window keep their values', async () => {
    const window = open();
    await ask(window, `first ${EMAIL}`);
    window.conversations.begin();
    assert.deepEqual(window.chat.turns, []);
    window.now += 60_000;
    await ask(window, `second ${TOKEN}`);
    await window.conversations.show();
    assert.deepEqual(titles(window), ['second GITHUB_TOKEN_1', 'first EMAIL_1']);
    assert.deepEqual(
      window.list().rows.map(({ current }) => current),
      [true, false],
    );
    await window.conversations.do({ do: 'open', id: idOf(window, 'first') });
    assert.equal(window.isListShown(), false);
    assert.deepEqual(window.chat.restore('to EMAIL_1'), {
      ok: true,
      text: `to ${EMAIL}`,
      standIns: window.chat.standIns(),
    });
    await ask(window, 'and then?');
    assert.deepEqual(lastSent(), ['first EMAIL_1', 'ok', 'and then?']);
    assert.equal(files().length, 2);
  });

  it('show stand-ins as such once they are read again, restore none, and count on behind them', async () => {
    const before = open();
    await ask(before, `mail ${EMAIL} and ${TOKEN}`);
    const window = open();
    await window.conversations.show();
    assert.equal(await window.conversations.open(idOf(window, 'mail')), true);
    const state = panelState(window.chat, { ok: false, text: '' }, english);
    assert.equal(
      state.reopened?.text,
      'Reopened: stand-ins show as they left. Their values were never stored, and cannot be put back.',
    );
    assert.equal(state.reopened?.after, state.turns[1]?.id);
    assert.deepEqual(
      state.turns[0]?.standIns.map(({ name, value, gone }) => [name, value, gone]),
      [
        ['EMAIL_1', 'EMAIL_1', true],
        ['GITHUB_TOKEN_1', 'GITHUB_TOKEN_1', true],
      ],
    );
    assert.deepEqual(window.chat.restore('to EMAIL_1'), { ok: false, left: ['EMAIL_1'] });

    server.answer = { pieces: ['EMAIL_1 is not EMAIL_2'] };
    await ask(window, 'is that new@brightparcel.io?');
    assert.deepEqual(lastSent(), ['mail EMAIL_1 and GITHUB_TOKEN_1', 'ok', 'is that EMAIL_2?']);
    const answer = window.chat.turns.at(-1);
    assert.deepEqual(
      answer?.standIns.map(({ name, value }) => [name, value]),
      [['EMAIL_2', 'new@brightparcel.io']],
    );
    assert.deepEqual(answer?.unknown, []);
    assert.deepEqual(window.chat.restore(answer?.wire ?? ''), { ok: false, left: ['EMAIL_1'] });

    const third = open();
    await third.conversations.show();
    assert.equal(third.list().rows.length, 1, 'it goes on in its own file');
    await third.conversations.open(third.list().rows[0]?.id ?? '');
    await ask(third, 'mail third@brightparcel.io');
    assert.equal(lastSent().at(-1), 'mail EMAIL_3');
  });

  it('store nothing of what the user sent as it is', async () => {
    const window = open();
    server.answer = { pieces: ['I have {last}'] };
    await ask(window, `mail ${EMAIL}`, 'as-is');
    assert.equal(lastSent().at(-1), `mail ${EMAIL}`);
    assert.ok(onDisk().includes('I have mail EMAIL_1') && !onDisk().includes(EMAIL));
    const again = open();
    await again.conversations.show();
    await again.conversations.open(again.list().rows[0]?.id ?? '');
    assert.equal(again.chat.turns[0]?.wire, 'mail EMAIL_1');
    assert.deepEqual(again.chat.restore('EMAIL_1'), { ok: false, left: ['EMAIL_1'] });
  });

  it('are searched, in their titles and their texts', async () => {
    const window = open();
    server.answer = { pieces: ['A mutex is a lock that one thread holds.'] };
    await ask(window, 'What is it?');
    window.conversations.begin();
    server.answer = { pieces: ['ok'] };
    await ask(window, 'Where do I mail?');
    await window.conversations.show();
    await window.conversations.do({ do: 'search', query: 'ONE THREAD' });
    assert.deepEqual(titles(window), ['What is it?']);
    assert.equal(window.list().rows[0]?.snippet, 'A mutex is a lock that one thread holds.');
    await window.conversations.do({ do: 'search', query: 'mail' });
    assert.deepEqual(
      window.list().rows.map(({ title, snippet }) => [title, snippet]),
      [['Where do I mail?', '']],
    );
    await window.conversations.do({ do: 'search', query: 'nowhere' });
    assert.deepEqual([titles(window), window.list().empty], [[], 'Nothing holds these words.']);
    const other = open();
    await other.conversations.show();
    await other.conversations.do({ do: 'search', query: 'one thread' });
    assert.deepEqual(titles(other), ['What is it?']);
  });

  it('are renamed, redacted like the rest, whether of this window or not', async () => {
    const window = open();
    await ask(window, 'hello');
    await window.conversations.show();
    const { id = '' } = window.list().rows[0] ?? {};
    await window.conversations.do({ do: 'rename', id, title: ` About\n${EMAIL} ` });
    assert.deepEqual(titles(window), ['About EMAIL_1']);
    const other = open();
    await other.conversations.show();
    await other.conversations.do({ do: 'rename', id, title: `Not ${TOKEN}` });
    assert.deepEqual(titles(other), ['Not GITHUB_TOKEN_1']);
    assert.ok(!onDisk().includes(TOKEN) && !onDisk().includes(EMAIL));
    const third = open();
    await third.conversations.show();
    await third.conversations.open(id);
    await ask(third, 'go on');
    await third.conversations.show();
    assert.deepEqual(titles(third), ['Not GITHUB_TOKEN_1']);
    await third.conversations.do({ do: 'rename', id, title: '  ' });
    assert.deepEqual(titles(third), ['hello']);
  });

  it('are deleted at once, and brought back as they were', async () => {
    const window = open();
    await ask(window, `mail ${EMAIL}`);
    await window.conversations.show();
    const { id = '' } = window.list().rows[0] ?? {};
    await window.conversations.do({ do: 'delete', id });
    assert.deepEqual([titles(window), files(), window.chat.turns], [[], [], []]);
    assert.equal(window.list().deleted?.text, 'Deleted: mail EMAIL_1');
    await window.conversations.do({ do: 'undo', id });
    assert.deepEqual([titles(window), files().length, window.list().deleted], [['mail EMAIL_1'], 1, null]);
    await window.conversations.open(id);
    assert.equal(window.chat.restore('EMAIL_1').ok, true);

    const other = open();
    await other.conversations.show();
    const before: unknown = JSON.parse(onDisk());
    await other.conversations.do({ do: 'delete', id });
    assert.deepEqual(files(), []);
    await other.conversations.do({ do: 'undo', id });
    assert.deepEqual(JSON.parse(onDisk()), before);
  });

  it('are exported as Markdown, redacted', async () => {
    const window = open();
    server.answer = { pieces: ['```sh\necho EMAIL_1'] };
    await ask(window, `# mail\n${EMAIL}`);
    await window.conversations.export();
    const [text = ''] = window.exported;
    assert.ok(!text.includes(EMAIL));
    assert.ok(text.startsWith('# mail EMAIL_1\n\n*Exported by Prompt Airlock on November 21, 2026.'), text);
    assert.ok(text.includes('## You\n\n> # mail\n> EMAIL_1\n\n## Loop\n\n```sh\necho EMAIL_1\n```\n'), text);
    const empty = open();
    await empty.conversations.export();
    assert.deepEqual([empty.exported, empty.said], [[], ['There is nothing in it to be exported.']]);
  });

  it('are all deleted once the user says so, with what windows keep of them', async () => {
    const window = open();
    await ask(window, 'one');
    window.conversations.begin();
    await ask(window, 'two');
    window.chat.replaceDraft('a draft');
    await window.drafts.keep();
    assert.equal(readdirSync(folder).length, 3);
    const other = open();
    other.confirms = false;
    await other.conversations.deleteAll();
    assert.equal(files().length, 2);
    other.confirms = true;
    await other.conversations.deleteAll();
    assert.deepEqual([readdirSync(folder), other.said], [[], ['2 deleted.']]);
    await window.conversations.deleteAll();
    assert.deepEqual([window.chat.turns, files()], [[], []]);
  });

  it('stay in memory where nothing is to be stored, and are several all the same', async () => {
    const window = open();
    window.stored = false;
    await ask(window, `mail ${EMAIL}`);
    window.conversations.begin();
    await ask(window, 'two');
    window.chat.replaceDraft('a draft');
    await window.drafts.keep();
    assert.deepEqual(files(), []);
    await window.conversations.show();
    assert.deepEqual(titles(window).toSorted(), ['mail EMAIL_1', 'two']);
    assert.match(window.list().note, /^Nothing is stored/);
    await window.conversations.open(idOf(window, 'mail'));
    assert.equal(window.chat.restore('EMAIL_1').ok, true);
    assert.deepEqual(files(), []);
  });

  it('keep what came of an answer while it streams, so that closing the window leaves it stopped', async () => {
    const window = open();
    server.answer = { pieces: ['A mutex is a lock'], hold: true };
    const asking = window.chat.submit('What is a mutex?');
    while ((window.chat.turns.at(-1)?.wire ?? '') === '') await once(window.changes, 'change');
    await window.conversations.settle();
    const other = open();
    await other.conversations.show();
    await other.conversations.open(other.list().rows[0]?.id ?? '');
    assert.deepEqual(
      other.chat.turns.map(({ wire, state }) => [wire, state]),
      [
        ['What is a mutex?', 'done'],
        ['A mutex is a lock', 'stopped'],
      ],
    );
    server.release();
    await asking;
  });

  it('of two windows are both kept where both go on with one', async () => {
    const one = open();
    await ask(one, 'hello');
    const two = open();
    await two.conversations.show();
    await two.conversations.open(two.list().rows[0]?.id ?? '');
    await ask(one, 'from one');
    await ask(two, 'from two');
    await ask(one, 'from one again');
    assert.deepEqual([one.said, two.said], [[], ['copied']]);
    await one.conversations.show();
    assert.equal(one.list().rows.length, 2);
    for (const words of ['from one again', 'from two']) {
      await one.conversations.do({ do: 'search', query: words });
      assert.equal(one.list().rows.length, 1, words);
    }
  });

  it('leave what is broken, foreign, of a newer version or no file alone, and say so', async () => {
    mkdirSync(folder, { recursive: true });
    const name = (digit: string): string => join(folder, `conversation-${digit.repeat(16)}.json`);
    writeFileSync(name('a'), '{"broken');
    writeFileSync(name('b'), '{"format":"prompt-airlock/conversation","version":2}');
    writeFileSync(join(folder, 'other.json'), 'not ours');
    mkdirSync(name('c'));
    if (process.platform !== 'win32') symlinkSync(name('a'), name('d'));
    const window = open();
    await ask(window, 'hello');
    await window.conversations.show();
    assert.deepEqual(titles(window), ['hello']);
    assert.equal(
      window.list().problem,
      '1 file cannot be read, and is left as it is. 1 file is of a newer version, and is left as it is.',
    );
    assert.equal(await window.conversations.open('a'.repeat(16)), false);
    await window.conversations.deleteAll();
    assert.equal(readFileSync(name('a'), 'utf8'), '{"broken');
    assert.equal(readFileSync(join(folder, 'other.json'), 'utf8'), 'not ours');
  });

  it('are not more than are said, and not older', async () => {
    const window = open();
    for (let i = 0; i < 3; i++) {
      await ask(window, `number ${i}`);
      window.conversations.begin();
      window.now += 40 * DAY;
    }
    const later = open();
    later.now = window.now;
    await later.conversations.show();
    assert.deepEqual(titles(later), ['number 2', 'number 1']);
    assert.equal(files().length, 2);
  });

  it('go on where they cannot be stored, which is said', async () => {
    const window = open();
    writeFileSync(folder, 'a file where the folder should be');
    await ask(window, 'hello');
    assert.deepEqual([[...new Set(window.said)], window.chat.turns.length], [['unwritable'], 2]);
    window.said.length = 0;
    rmSync(folder);
    // What is asked goes by itself, and at the gate behind the path of its address.
    const isKept = ([first, ...others]: readonly string[]): boolean =>
      others.length > 0 && first?.startsWith('/') !== true;
    window.scan = (texts) =>
      isKept(texts) ? Promise.reject(new ScanFailure('rule-failed')) : Promise.resolve(texts.map(() => []));
    window.conversations.begin();
    await ask(window, 'again');
    assert.equal(window.chat.turns.length, 2);
    assert.deepEqual([...new Set(window.said)], ['unread']);
    assert.ok(!onDisk().includes('again'));
  });

  describe('and the draft', () => {
    it('comes back redacted, which is said, with the conversation that was shown', async () => {
      const before = open();
      await ask(before, `mail ${EMAIL}`);
      before.chat.composing.setDraft(`and ${TOKEN} of ${EMAIL}?`);
      await before.drafts.keep();
      assert.ok(
        !readdirSync(folder).some((name) => readFileSync(join(folder, name), 'utf8').includes(TOKEN)),
      );
      closeWindows();
      const window = open();
      await window.drafts.bringBack();
      assert.equal(window.chat.draft, 'and GITHUB_TOKEN_1 of EMAIL_1?');
      assert.equal(window.chat.turns.length, 2);
      const { problem } = window.chat;
      assert.equal(problem?.kind === 'note' && problem.title, 'Your draft is back, with stand-ins');
    });

    it('comes back as it was typed where nothing is found in it, and only once', async () => {
      const before = open();
      before.chat.composing.setDraft('What is a mutex?');
      await before.drafts.keep();
      closeWindows();
      const [one, two] = [open(), open()];
      await one.drafts.bringBack();
      await two.drafts.bringBack();
      assert.deepEqual(
        [one.chat.draft, one.chat.problem, two.chat.draft],
        ['What is a mutex?', undefined, ''],
      );
    });

    it('does not come in the way of what was typed since, and is no more once it was sent', async () => {
      const before = open();
      before.chat.composing.setDraft('old');
      await before.drafts.keep();
      closeWindows();
      const window = open();
      window.chat.composing.setDraft('new');
      await window.drafts.bringBack();
      assert.equal(window.chat.draft, 'new');
      await ask(window, 'new');
      window.conversations.begin();
      await window.drafts.keep();
      const next = open();
      await next.drafts.bringBack();
      assert.equal(next.chat.draft, 'old');
    });

    it('is gone from the disk once nothing is to be stored', async () => {
      const window = open();
      window.chat.composing.setDraft('something');
      await window.drafts.keep();
      window.stored = false;
      await window.drafts.keep();
      assert.deepEqual(readdirSync(folder), []);
    });

    it('of two windows are two, and each comes back to one of them', async () => {
      for (const text of ['one', 'two']) {
        const window = open();
        window.chat.composing.setDraft(text);
        await window.drafts.keep();
      }
      closeWindows();
      const drafts: string[] = [];
      for (let i = 0; i < 2; i++) {
        const window = open();
        await window.drafts.bringBack();
        drafts.push(window.chat.draft);
      }
      assert.deepEqual(drafts.toSorted(), ['one', 'two']);
    });
  });
});
