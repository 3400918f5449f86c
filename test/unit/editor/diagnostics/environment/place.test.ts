import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { before, describe, it } from 'mocha';
import { isComposeFile } from '../../../../../src/editor/diagnostics/environment/compose.ts';
import { LANGUAGES } from '../../../../../src/editor/diagnostics/environment/languages.ts';
import { placeIn } from '../../../../../src/editor/diagnostics/environment/place.ts';
import { parserFor } from '../../../redact/parsers/parsers.ts';
import { PLACES, VALUE } from './places.ts';

/** The source without its marks, and as it becomes; undefined where nothing is offered. */
function moved(language: string, marked: string): { readonly source: string; readonly becomes?: string } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const source = marked.replace('«', '').replace('»', '');
  const place = placeIn(language, 'deploy/file', source, { start, end });
  if (!place) return { source };
  const { insert } = place;
  const changed = source.slice(0, place.start) + place.write('API_KEY') + source.slice(place.end);
  if (!insert) return { source, becomes: changed };
  assert.ok(insert.at <= place.start, 'what is put in comes before');
  return { source, becomes: changed.slice(0, insert.at) + insert.text + changed.slice(insert.at) };
}

describe('where a value can be read from the environment', () => {
  for (const { language, ending, moved: cases, refused } of PLACES) {
    describe(language, function () {
      this.timeout(60_000);

      for (const [marked, becomes] of cases) {
        it(`moves ${JSON.stringify(marked)}`, () => {
          assert.equal(moved(language, marked).becomes, becomes);
        });
      }

      for (const marked of refused) {
        it(`leaves ${JSON.stringify(marked)}`, () => {
          assert.equal(moved(language, marked).becomes, undefined);
        });
      }

      if (ending !== undefined) {
        let faults: readonly (string | undefined)[] = [];
        before(async () => {
          const texts = cases.flatMap(([marked, becomes]) => [moved(language, marked).source, becomes]);
          faults = await parserFor(`a.${ending}`)(texts);
        });
        it('is source of that language before and after', () => {
          assert.deepEqual(
            faults.filter((one) => one !== undefined),
            [],
          );
          assert.equal(faults.length, cases.length * 2);
        });
      }
    });
  }

  it('has cases of both sorts for every language', () => {
    const ids = new Set(PLACES.map(({ language }) => language));
    assert.deepEqual(
      LANGUAGES.filter((one) => !one.ids.some((id) => ids.has(id))),
      [],
    );
    for (const { language, moved: cases, refused } of PLACES)
      assert.ok(cases.length > 0 && refused.length > 0, language);
  });

  it('leaves other languages, other files and values of several lines alone', () => {
    const source = `key: "«${VALUE}»"\n`;
    assert.equal(moved('yaml', source).becomes, undefined);
    assert.equal(moved('json', `{"key": "«${VALUE}»"}`).becomes, undefined);
    assert.equal(moved('javascript', 'const a = `«one\ntwo»`;').becomes, undefined);
  });

  it('knows files of Compose by their names', () => {
    for (const name of [
      'compose.yaml',
      'a/docker-compose.yml',
      'docker-compose.prod.yml',
      'compose.dev.yaml',
    ])
      assert.ok(isComposeFile('yaml', name), name);
    for (const name of ['composer.yaml', 'my-compose.yml', 'values.yaml'])
      assert.ok(!isComposeFile('yaml', name), name);
  });

  it('does not hang on what never ends', () => {
    for (const piece of ['`${', '"\\', '<<A\n', '/*', 'r#"', '"""', '`${`${"'])
      for (const { language } of PLACES) {
        const text = `${piece.repeat(20_000)} `;
        const value = { start: text.length - 9, end: text.length - 1 };
        assert.equal(placeIn(language, 'file', text, value)?.insert, undefined);
      }
  });

  describe('the program reads the same value', () => {
    const programs: readonly (readonly [language: string, marked: string, run: readonly string[]])[] = [
      ['javascript', `process.stdout.write("«${VALUE}»");`, [process.execPath, '-e']],
      ['javascript', `process.stdout.write(\`a \${1 + 1} «${VALUE}» \${"b"}\`);`, [process.execPath, '-e']],
      ['python', `import sys\nsys.stdout.write('«${VALUE}»')\n`, ['python3', '-I', '-c']],
      ['python', `import sys\nx = 1\nsys.stdout.write(f"{x} «${VALUE}»")\n`, ['python3', '-I', '-c']],
      ['shellscript', `KEY=«${VALUE}»; printf %s "$KEY"`, ['bash', '-c']],
      ['shellscript', `printf %s "a «${VALUE}» b"`, ['bash', '-c']],
      ['shellscript', `printf %s '«${VALUE}»'`, ['bash', '-c']],
    ];
    for (const [language, marked, [program = '', ...args]] of programs) {
      it(`of ${JSON.stringify(marked)}`, () => {
        const { source, becomes } = moved(language, marked);
        assert.ok(becomes !== undefined && !becomes.includes(VALUE));
        const run = (code: string, env: NodeJS.ProcessEnv): string =>
          execFileSync(program, [...args, code], { env, encoding: 'utf8' });
        const path = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
        assert.equal(run(becomes, { ...path, API_KEY: VALUE }), run(source, path));
      });
    }
  });
});
