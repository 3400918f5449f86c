import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { Attachments } from '../../../../src/editor/attachments/attachments.ts';
import type { Holder } from '../../../../src/editor/attachments/item.ts';
import { attachmentsView } from '../../../../src/editor/attachments/chip-view.ts';
import { textContent } from '../../../../src/editor/attachments/content.ts';
import {
  type Content,
  nothing,
  type Reading,
  type Source,
} from '../../../../src/editor/attachments/source.ts';
import type { Attached } from '../../../../src/editor/panel/attached.ts';
import type { RouteResult } from '../../../../src/editor/panel/chat-options.ts';
import type { UserRule } from '../../../../src/decide/user-rules.ts';
import { type Finding, ScanFailure } from '../../../../src/detect/finding.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { catalogued, open as openAirlock, plainScan } from '../../airlock/opened.ts';
import { EMAIL, githubToken } from '../../made-up.ts';

/** A source whose content is whatever it is set to. */
class MadeUp implements Source {
  readonly key: string;
  readonly kind = 'file';
  readonly name: string;
  content: Content;
  disposed = 0;
  /** Waited for before it answers. */
  gate: Promise<void> = Promise.resolve();

  constructor(name: string, text: string) {
    this.key = name;
    this.name = name;
    this.content = this.#textOf(text);
  }

  set text(text: string) {
    this.content = this.#textOf(text);
  }

  async read({ deniedBy, signal }: Reading): Promise<Content> {
    await this.gate;
    signal.throwIfAborted();
    const glob = deniedBy({ path: this.name });
    return glob === undefined ? this.content : nothing('denied', { name: this.name, glob });
  }

  dispose(): void {
    this.disposed += 1;
  }

  #textOf(text: string): Content {
    return textContent(this.name, text, { path: this.name });
  }
}

class Conversation implements Holder {
  attached: readonly Attached[] = [];

  attach(list: readonly Attached[]): void {
    const ids = new Set(list.map(({ id }) => id));
    this.attached = [...this.attached.filter(({ id }) => !ids.has(id)), ...list];
  }

  detach(ids: readonly string[]): void {
    this.attached = this.attached.filter(({ id }) => !ids.includes(id));
  }
}

describe('attachments', () => {
  let chat: Conversation;
  let rules: UserRule[];
  let scan: (texts: readonly string[]) => Promise<Finding[][]>;
  let route: RouteResult;
  let all: Attachments;

  beforeEach(() => {
    chat = new Conversation();
    rules = [];
    scan = async (texts) => (await plainScan(texts)).map((list) => [...list]);
    route = { ok: true, name: 'Made up', route: catalogued('openai/gpt-5') };
    const airlock = openAirlock(
      (texts) => scan(texts),
      undefined,
      undefined,
      () => ({ requirements: {}, rules }),
    );
    all = new Attachments({ airlock, route: () => route, chat, onChange: () => undefined });
  });

  const chips = () =>
    attachmentsView(all.items, english).chips.map(({ name, state, detail, found, note }) =>
      [name, state, detail, found?.text ?? '', note?.text ?? ''].join(' | '),
    );

  async function attached(...sources: MadeUp[]): Promise<void> {
    all.add(sources);
    await all.settled();
  }

  it('are read, looked through and handed over, each as a message with its name', async () => {
    await attached(
      new MadeUp('src/a.ts', 'const a = 1;'),
      new MadeUp('log', `mail ${EMAIL} ${githubToken()}`),
    );
    assert.deepEqual(
      chat.attached.map(({ name, text }) => [name, text.split('\n')[0]]),
      [
        ['src/a.ts', 'src/a.ts'],
        ['log', 'log'],
      ],
    );
    assert.deepEqual(chips(), [
      'a.ts | going | 12 bytes | nothing found | ',
      'log | going | 73 bytes | 2 found | ',
    ]);
  });

  it('are shown while they are read, and can be cancelled by then', async () => {
    const slow = new MadeUp('slow', 'text');
    let open: () => void = () => undefined;
    slow.gate = new Promise((resolve) => (open = resolve));
    all.add([slow]);
    assert.deepEqual(chips(), ['slow | reading | reading… |  | ']);
    all.remove(all.items[0]?.id ?? '');
    // Though it is still being read.
    await all.settled();
    open();
    assert.deepEqual([chips(), chat.attached, slow.disposed], [[], [], 1]);
  });

  it('of the same thing are one, read again', async () => {
    const one = new MadeUp('a', 'before');
    await attached(one);
    one.text = 'after';
    await attached(new MadeUp('a', 'whatever'));
    assert.equal(chat.attached.length, 1);
    assert.ok(chat.attached[0]?.text.includes('after'));
  });

  it('that a path rule denies do not go, and show the rule; at another destination they may', async () => {
    rules = [{ path: '**/*.env', action: 'block', destination: 'openai-api/*' }];
    await attached(new MadeUp('x/local.env', 'A=1'));
    assert.deepEqual(chips(), ['local.env | out |  |  | kept here by the path rule **/*.env']);
    assert.deepEqual(chat.attached, []);
    route = { ok: true, name: 'Other', route: catalogued('deepinfra/meta-llama/Llama-3.3-70B-Instruct') };
    await all.reconsider();
    assert.equal(chat.attached.length, 1);
    rules = [{ path: '**/*.env', action: 'block' }];
    await all.reconsider();
    assert.deepEqual(chat.attached, []);
  });

  it('whose source forgot about the rules do not go either', async () => {
    rules = [{ path: '**/*.env', action: 'block' }];
    const careless = new MadeUp('folder', 'x');
    careless.content = {
      pieces: [
        { name: 'a.env', file: { path: 'a.env' }, text: 'A=1' },
        { name: 'b.ts', file: { path: 'b.ts' }, text: 'b' },
      ],
      leftOut: [],
    };
    await attached(careless);
    assert.deepEqual(
      chat.attached.map(({ name }) => name),
      ['b.ts'],
    );
    assert.match(chips()[0] ?? '', /1 kept here by the path rule \*\*\/\*\.env/);
  });

  it('that changed before they leave are read again, and that is said once', async () => {
    const one = new MadeUp('a', 'before');
    await attached(one);
    assert.deepEqual(await all.fresh(), []);
    one.text = `after ${EMAIL}`;
    assert.deepEqual(await all.fresh(), [{ name: 'a', is: 'changed' }]);
    assert.ok(chat.attached[0]?.text.includes(EMAIL));
    assert.match(chips()[0] ?? '', /1 found \| changed since you attached or opened it/);
    assert.deepEqual(await all.fresh(), []);
  });

  it('that are gone before they leave do not go, and that is said once', async () => {
    const one = new MadeUp('a', 'before');
    await attached(one, new MadeUp('b', 'stays'));
    one.content = nothing('gone', { name: 'a' });
    assert.deepEqual(await all.fresh(), [{ name: 'a', is: 'gone' }]);
    assert.deepEqual(
      chat.attached.map(({ name }) => name),
      ['b'],
    );
    assert.deepEqual(chips()[0], 'a | out |  |  | it is not there any more');
    assert.deepEqual(await all.fresh(), []);
  });

  it('that changed since they were opened are said, though they were read again meanwhile', async () => {
    const one = new MadeUp('a', 'before');
    await attached(one);
    all.opened(all.items[0]?.id ?? '');
    one.text = 'after';
    await all.touched(() => true);
    assert.deepEqual(await all.fresh(), [{ name: 'a', is: 'changed' }]);
    assert.deepEqual(await all.fresh(), []);
  });

  it('that are still being read are waited for before they leave', async () => {
    const slow = new MadeUp('slow', 'text');
    let open: () => void = () => undefined;
    slow.gate = new Promise((resolve) => (open = resolve));
    all.add([slow]);
    const fresh = all.fresh();
    open();
    assert.deepEqual([await fresh, chat.attached.length], [[], 1]);
  });

  it('are gone from the composer once they were sent, and back where that failed', async () => {
    await attached(new MadeUp('a', 'text'));
    rules = [{ path: 'b', action: 'block' }];
    await attached(new MadeUp('b', 'text'));
    const { attached: held } = chat;
    chat.attached = [];
    all.sync();
    assert.deepEqual(chips(), []);
    await attached(new MadeUp('c', 'new'));
    chat.attached = [...held, ...chat.attached];
    all.sync();
    assert.deepEqual(
      all.items.map(({ source: { name } }) => name),
      ['a', 'b', 'c'],
    );
  });

  it('stay where nothing was sent, also while they are looked through', async () => {
    all.add([new MadeUp('a', 'text')]);
    all.sync();
    assert.equal(all.items.length, 1);
    await all.settled();
    all.sync();
    assert.equal(all.items.length, 1);
  });

  it('that could not be looked through do not go, and say so', async () => {
    scan = () => Promise.reject(new ScanFailure('deadline'));
    await attached(new MadeUp('a', 'text'));
    assert.deepEqual(chips(), ['a | out |  |  | it could not be looked through, so it does not go']);
    assert.deepEqual(chat.attached, []);
    scan = async (texts) => texts.map(() => []);
    await all.touched(() => true);
    assert.equal(chat.attached.length, 1);
  });

  it('are looked through once more where the scanner was too slow, and not where a rule failed', async () => {
    const reasons: ScanFailure['reason'][] = ['deadline', 'rule-failed'];
    const scanned: string[] = [];
    scan = async (texts) => {
      const reason = reasons.shift();
      scanned.push(String(reason));
      if (reason !== undefined) throw new ScanFailure(reason);
      return texts.map(() => []);
    };
    await attached(new MadeUp('a', 'text'));
    assert.deepEqual([scanned, chat.attached], [['deadline', 'rule-failed'], []]);
    await attached(new MadeUp('b', 'other'));
    assert.equal(chat.attached.length, 1);
  });

  it('say what nobody can look into', async () => {
    const picture = new MadeUp('a.png', 'x');
    picture.content = {
      pieces: [{ name: 'a.png', image: { mediaType: 'image/png', base64: 'iVBORw0KGgo=' } }],
      leftOut: [],
    };
    await attached(picture);
    assert.deepEqual(chips(), ['a.png | going | 9 bytes |  | nobody can look into a picture']);
    assert.deepEqual(
      chat.attached.map(({ text, image }) => [text, image?.mediaType]),
      [['', 'image/png']],
    );
  });

  it('whose source breaks say that they cannot be read', async () => {
    const broken = new MadeUp('a', 'text');
    broken.gate = Promise.reject(new Error('no'));
    await attached(broken);
    assert.deepEqual(chips(), ['a | out |  |  | it cannot be read']);
  });

  it('never show any of their text', async () => {
    await attached(new MadeUp('log', `mail ${EMAIL}`));
    assert.ok(!JSON.stringify(attachmentsView(all.items, english)).includes(EMAIL));
  });
});
