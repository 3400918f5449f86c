import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { KNOWN_LANGUAGES, nameOfLanguage } from '../../../../src/webview/code/languages.ts';
import { laidOver } from '../../../../src/webview/code/laid-over.ts';
import { Colours, LONGEST_COLOURED } from '../../../../src/webview/code/runs.ts';
import { byName, piecesOf } from '../../../../src/webview/pieces.ts';

const runsOf = (code: string, language: string) => new Colours(() => 0).runsOf(code, language);

const standIns = byName([
  { name: 'EMAIL_1', value: 'maria@acme.example', what: '' },
  { name: 'person1@example.com', value: 'maria@acme.example', what: '' },
]);

const spelled = (code: string, language: string): string[] | undefined =>
  runsOf(code, language)?.map(({ text, look }) => (look ? `${look}:${text}` : text));

describe('the colours of code', () => {
  it('are told by its language, however it is called', () => {
    for (const name of ['ts', 'typescript', 'tsx'])
      assert.deepEqual(spelled('const a = "b"; // c', name), [
        'keyword:const',
        ' a = ',
        'string:"b"',
        '; ',
        'comment:// c',
      ]);
    assert.deepEqual(spelled('-a\n+b', 'diff'), ['removed:-a', '\n', 'added:+b']);
    assert.deepEqual(spelled('<p class="x">', 'html')?.slice(0, 3), ['<', 'keyword:p', ' ']);
    assert.deepEqual(
      spelled('<script>let a</script>', 'html')?.filter((one) => one.includes('let')),
      ['keyword:let'],
    );
  });

  it('are none where the language is not known, or the code too long', () => {
    for (const language of ['', 'brainfuck', '__proto__', 'constructor'])
      assert.equal(runsOf('let a', language), undefined);
    assert.equal(runsOf('let a\n'.repeat(LONGEST_COLOURED), 'js'), undefined);
    assert.equal(runsOf('x'.repeat(5_000), 'js'), undefined);
    assert.equal(runsOf(`a${' '.repeat(5_000)}`, 'js'), undefined);
    assert.equal(runsOf(`a${' \n'.repeat(500)}`, 'js'), undefined);
  });

  it('leave the code as it is in every language, whatever stands in it', () => {
    const piece = fc.constantFrom(
      '<b>',
      '&amp;',
      '"',
      "'",
      '`',
      '${',
      '}',
      '{{',
      '/*',
      '*/',
      '//',
      '#',
      '\\',
      '\n',
      ' ',
      'let',
      'def ',
      '<script>',
      '</script>',
      '<?php',
      '?>',
      '\u202E',
      '👩',
      '\uD800',
      '1',
      '(',
      '[',
      'EMAIL_1',
      '@',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN_LANGUAGES),
        fc.array(piece, { maxLength: 60 }),
        (language, pieces) => {
          const code = pieces.join('');
          const runs = runsOf(code, language);
          assert.equal(runs?.map(({ text }) => text).join('') ?? code, code);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('are none any more once they took too long, as an answer can be made to', () => {
    let now = 0;
    const slow = new Colours(() => (now += 400));
    const calls = Array.from({ length: 12 }, () => slow.runsOf('let a', 'js') !== undefined);
    assert.deepEqual(calls.indexOf(false), 8);
    let quick = 0;
    const fine = new Colours(() => (quick += 20));
    assert.ok(Array.from({ length: 500 }, () => fine.runsOf('let a', 'js')).every(Boolean));
  });

  it('are laid over stand-ins, which stay whole', () => {
    const of = (code: string, language: string): string[] =>
      laidOver(piecesOf(code, standIns), runsOf(code, language) ?? []).map(({ piece, look }) => {
        const text =
          piece.kind === 'text'
            ? piece.text
            : piece.kind === 'control'
              ? piece.code
              : `<${piece.standIn.name}>`;
        return look ? `${look}:${text}` : text;
      });
    assert.deepEqual(of('send("EMAIL_1")', 'js'), [
      'function:send',
      '(',
      'string:"',
      'string:<EMAIL_1>',
      'string:"',
      ')',
    ]);
    // Two looks in one stand-in: a decorator, as it seems.
    assert.deepEqual(of('x = person1@example.com\u202E;', 'ts').slice(-3), [
      '<person1@example.com>',
      'U+202E',
      ';',
    ]);
    assert.deepEqual(laidOver([], []), []);
  });

  it('together with the pieces are the code', () => {
    const word = fc.constantFrom(
      'EMAIL_1',
      'person1@example.com',
      '"',
      ' ',
      '\n',
      '\u202E',
      'let',
      '//',
      '@a',
      '${',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const code = words.join('');
        const back = laidOver(piecesOf(code, standIns), runsOf(code, 'ts') ?? []).map(({ piece }) =>
          piece.kind === 'text' ? piece.text : piece.kind === 'control' ? '\u202E' : piece.standIn.name,
        );
        assert.equal(back.join(''), code);
      }),
    );
  });

  it('come with what the language is called', () => {
    assert.deepEqual(['ts', 'py', 'sh', 'yml', 'mystery', ''].map(nameOfLanguage), [
      'TypeScript',
      'Python',
      'Bash',
      'YAML',
      'mystery',
      '',
    ]);
  });
});
