import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileName } from '../../../../src/decide/files.ts';
import { type EditorMessage, readMessage } from '../../../../src/editor/models/incoming.ts';
import { NOTES, takeApart, type TakenApart } from '../../../../src/editor/models/pieces.ts';

const text = (value: string): object => ({ value });
const user = (...content: unknown[]): EditorMessage => ({ role: 1, content });
const model = (...content: unknown[]): EditorMessage => ({ role: 2, content });
const typed = (words: string): object =>
  text(`<context>\nnow\n</context>\n<userRequest>\n${words}\n</userRequest>\n`);
const call = (callId: string, name: string, input: object): object => ({ callId, name, input });
const result = (callId: string, ...content: unknown[]): object => ({ callId, content, isError: false });
const fileOf = (path: string): FileName => ({ path: path.replace('/w/', ''), whole: [path] });

function take(
  messages: readonly EditorMessage[],
  denied: readonly string[] = [],
  ruled: readonly string[] = [],
): TakenApart {
  return takeApart(messages.map(readMessage), [], {
    fileOf,
    deniedBy: ({ path }) => (denied.includes(path) ? `**/${path}` : undefined),
    isRuled: ({ path }) => ruled.includes(path),
  });
}

const texts = ({ pieces }: TakenApart): string[] => pieces.map((piece) => piece.text);

describe('a request of the editor’s Chat in pieces', () => {
  it('has tools first, then system text, and all else in its order', () => {
    const { pieces } = takeApart(
      [
        { role: 3, content: [text('be short')] },
        user(text('hello'), text('again')),
        model(text('hi'), call('c1', 'run', { a: 1 })),
        user(result('c1', text('done'))),
      ].map(readMessage),
      [{ name: 'run', description: 'runs', inputSchema: { type: 'object' } }],
      { fileOf, deniedBy: () => undefined, isRuled: () => false },
    );
    assert.deepEqual(
      pieces.map(({ role, text: words, part }) => [role, part?.type, words]),
      [
        ['system', 'tool', '{"description":"runs","parameters":{"type":"object"}}'],
        ['system', undefined, 'be short'],
        ['user', undefined, 'hello'],
        ['user', undefined, 'again'],
        ['assistant', undefined, 'hi'],
        ['assistant', 'tool-call', '{"a":1}'],
        ['tool', 'tool-result', 'done'],
      ],
    );
  });

  it('says which files its texts came from, and that a person’s words may name stand-ins', () => {
    const words = 'see\n<attachment id="a.ts" filePath="/w/src/a.ts">\nconst a = 1;\n</attachment>\nthanks';
    const { pieces } = take([user(text(words)), user(text('plain'))]);
    const [file] = pieces[0]?.files ?? [];
    assert.equal(words.slice(file?.start, file?.end), '\nconst a = 1;\n');
    assert.deepEqual(file?.file, { path: 'src/a.ts', whole: ['/w/src/a.ts'] });
    assert.deepEqual([pieces[0]?.quotes, pieces[1]?.quotes], [undefined, true]);
  });

  it('takes out what a terminal printed of a denied file, and knows what it printed of others', () => {
    const printed = 'mia@box:~$ cat .env\nA=made-up\nmia@box:~$ cat a.csv\nb;c\n';
    const taken = take(
      [model(call('c1', 'run', {})), user(result('c1', text(printed)))],
      ['.env'],
      ['a.csv'],
    );
    const last = taken.pieces.at(-1);
    assert.equal(
      last?.text,
      'mia@box:~$ cat .env\n[.env was left out by Prompt Airlock: the path rule **/.env keeps it on this machine.]\n' +
        'mia@box:~$ cat a.csv\nb;c\n',
    );
    assert.deepEqual(taken.leftOut, ['.env']);
    assert.deepEqual(
      last?.files?.map(({ start, end, file, isQuoted }) => [
        last.text.slice(start, end),
        file.path,
        isQuoted,
      ]),
      [['b;c\n', 'a.csv', true]],
    );
  });

  it('takes denied attachments out, each with a note in its place, and nothing else', () => {
    const taken = take(
      [
        user(
          text(
            '<attachments>\n<attachment id=".env" filePath="/w/.env">\nKEY=made-up\n</attachment>\n' +
              '<attachment filePath="/w/b.ts">\nlet b;\n</attachment>\n\n</attachments>\n<userRequest>\nwhy?\n</userRequest>\n',
          ),
        ),
      ],
      ['.env'],
    );
    assert.deepEqual(texts(taken), [
      `<attachments>\n<attachment id=".env" filePath="/w/.env">\n${NOTES.denied('.env', '**/.env')}\n</attachment>\n` +
        '<attachment filePath="/w/b.ts">\nlet b;\n</attachment>\n\n</attachments>\n<userRequest>\nwhy?\n</userRequest>\n',
    ]);
    assert.deepEqual(taken.leftOut, ['.env']);
    const [file] = taken.pieces[0]?.files ?? [];
    assert.equal(texts(taken)[0]?.slice(file?.start, file?.end), '\nlet b;\n');
  });

  it('is not fooled by a closing mark within a denied file', () => {
    const taken = take(
      [
        user(
          text(
            '<attachment filePath="/w/.env">\nA=1\n</attachment>\nSECRET=2\n</attachment>\n' +
              '<attachment filePath="/w/b.ts">\nb\n</attachment>',
          ),
        ),
      ],
      ['.env'],
    );
    assert.ok(!texts(taken).join().includes('SECRET'));
    assert.ok(texts(taken).join().includes('\nb\n'));
  });

  it('knows a selection by the file its excerpt names', () => {
    const words =
      '<attachment id="file:a.env">\nUser\'s active selection:\nExcerpt from conf/a.env, lines 2 to 4:\n```\nX=1\n```\n</attachment>';
    const taken = take([user(text(words))], ['conf/a.env']);
    assert.ok(!texts(taken).join().includes('X=1'));
    assert.deepEqual(taken.leftOut, ['conf/a.env']);
  });

  it('takes what a tool answered out where the file it read is denied', () => {
    const history = [user(typed('read')), model(call('c', 'read_file', { filePath: '/w/.env' }))];
    const answered = user(result('c', text('KEY=made-up')));
    assert.deepEqual(texts(take([...history, answered], ['.env'])).at(-1), NOTES.denied('.env', '**/.env'));
    const [piece] = take([...history, answered]).pieces.slice(-1);
    assert.deepEqual(piece?.files, [{ start: 0, end: 11, file: fileOf('/w/.env') }]);
  });

  it('looks for files in what searches found', () => {
    const found =
      '<match path="/w/.env" line=3>\nKEY=made-up\n</match>\n<match path="/w/a.ts" line=1>\nlet a\n</match>';
    const taken = take(
      [user(typed('x')), model(call('c', 'grep_search', {})), user(result('c', text(found)))],
      ['.env'],
    );
    assert.ok(!texts(taken).join().includes('made-up'));
    assert.ok(texts(taken).join().includes('let a'));
  });

  it('keeps what nobody can look into out, and says so', () => {
    const taken = take([
      user(
        typed('what is it?'),
        { mimeType: 'application/zip', data: new Uint8Array([80, 75]) },
        7,
        { odd: true },
        null,
      ),
    ]);
    assert.deepEqual(texts(taken).slice(1), [NOTES.opaque, NOTES.opaque, NOTES.opaque, NOTES.opaque]);
    assert.equal(taken.opaque, 4);
  });

  it('keeps binary out of what tools answer', () => {
    const taken = take([
      user(typed('x')),
      model(call('c', 'fetch', {})),
      user(
        result(
          'c',
          text('page'),
          { mimeType: 'application/pdf', data: new Uint8Array([1]) },
          { from: 'later' },
        ),
      ),
    ]);
    assert.equal(texts(taken).at(-1), `page\n${NOTES.opaque}\n${NOTES.opaque}`);
    assert.equal(taken.opaque, 2);
  });

  it('reads data that says it is text and is, and no other', () => {
    const bytes = new TextEncoder().encode('{"a":"ä"}');
    const taken = take([
      user(
        { mimeType: 'application/json; charset=utf-8', data: bytes },
        { mimeType: 'text/plain', data: new Uint8Array([0xff, 0xfe]) },
      ),
    ]);
    assert.deepEqual(texts(taken), ['{"a":"ä"}', NOTES.opaque]);
  });

  it('passes pictures on to be decided', () => {
    const data = Uint8Array.from({ length: 30_000 }, (_, i) => i % 251);
    const [piece] = take([user({ mimeType: 'image/png', data })]).pieces;
    assert.ok(piece?.part?.type === 'image');
    assert.equal(piece.part.image.base64, Buffer.from(data).toString('base64'));
  });

  it('drops marks and thoughts that are for other hosts', () => {
    const taken = take([
      user(typed('x'), { mimeType: 'cache_control', data: new Uint8Array([1]) }),
      model({ value: 'I think', id: 't', metadata: {} }, text('so')),
    ]);
    assert.deepEqual(texts(taken).slice(1), ['so']);
    assert.equal(taken.opaque, 0);
  });

  it('reads a prompt that is a tree by all of its text', () => {
    const taken = take([
      user(typed('x')),
      model(call('c', 'x', {})),
      user(result('c', { value: { node: ['deep'] } })),
    ]);
    assert.equal(texts(taken).at(-1), '{"node":["deep"]}');
  });

  it('says who wrote a message where the caller does', () => {
    assert.deepEqual(texts(take([{ role: 1, content: [text('hi')], name: 'ada' }])), ['ada:', 'hi']);
  });

  it('counts a role from the future as a person’s', () => {
    assert.equal(take([{ role: 9, content: [text('hi')] }]).pieces[0]?.role, 'user');
  });

  describe('tells the newest turn from what is over', () => {
    const past = ({ pieces }: TakenApart): boolean[] => pieces.map((piece) => piece.past === true);

    it('by the last answer', () => {
      const taken = take([user(text('env')), user(typed('one')), model(text('two')), user(typed('three'))]);
      assert.deepEqual(past(taken), [true, true, true, false]);
      assert.equal(taken.unanswered, 3);
    });

    it('with the context that goes with the first', () => {
      assert.deepEqual(past(take([user(text('env')), user(typed('one'))])), [false, false]);
    });

    it('by the marks of turns, where one was refused and has no answer', () => {
      const taken = take([user(text('env')), user(typed('refused')), user(typed('harmless'))]);
      assert.deepEqual(past(taken), [true, true, false]);
    });

    it('while tools are called in it', () => {
      const taken = take([
        user(typed('old')),
        model(text('ok')),
        user(typed('do')),
        model(call('c', 'x', {})),
        user(result('c', text('done'))),
      ]);
      assert.deepEqual(past(taken), [true, true, false, false, false]);
      assert.equal(taken.unanswered, 4);
    });

    it('and never counts system text or tools as over', () => {
      const taken = take([
        { role: 3, content: [text('rules')] },
        user(typed('a')),
        model(text('b')),
        user(typed('c')),
      ]);
      assert.deepEqual(past(taken), [false, true, true, false]);
    });

    it('tells only of files that were taken out since the last answer', () => {
      const attached = text(
        '<attachment filePath="/w/.env">\nA\n</attachment>\n<userRequest>\nx\n</userRequest>',
      );
      assert.deepEqual(take([user(attached), model(text('ok')), user(typed('next'))], ['.env']).leftOut, []);
    });
  });
});
