import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'mocha';

const ROOT = join(import.meta.dirname, '../../..');
const FIVE = ['detect', 'policy', 'decide', 'redact', 'wire'];
/** What no proxy may come between takes Node's own classes, and those are the host's. It refuses all but loopback. */
const LOOPBACK = 'src/host/loopback-fetch.ts';
const ENTRIES = ['extension', 'airlock', 'protocol'];

/** What each place may import from; types of the five folders are shared among them. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  extension: ['editor'],
  editor: ['airlock', 'host', 'markdown', 'protocol', 'sentences', ...FIVE],
  cli: ['airlock', 'host', 'sentences', ...FIVE],
  sentences: ['detect', 'decide', 'policy', 'wire'],
  airlock: FIVE,
  host: ['detect', 'wire'],
  // Of `redact` only how a name is found; held below.
  webview: ['markdown', 'protocol', 'redact'],
  protocol: [],
  markdown: [],
  detect: [],
  policy: [],
  decide: ['detect'],
  redact: ['detect'],
  wire: [],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s(?<what>[^;]*?)\bfrom\s+'(?<path>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(({ groups = {} }) => ({
    file,
    from: placeOf(file),
    specifier: groups['path'] ?? groups['bare'] ?? groups['lazy'] ?? '',
    typeOnly:
      /^type\s/.test(groups['what'] ?? '') || /^\{\s*type\s[^,]*,?\s*\}\s*$/.test(groups['what'] ?? ''),
  }));
}

/** `detect` for `src/detect/rules/email.ts`, `airlock` for `src/airlock.ts`. */
function placeOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

const files = globSync('src/**/*.ts', { cwd: ROOT }).sort();
const imports = files.flatMap(importsOf);

function breaches(wrong: (one: Import) => boolean): string[] {
  return imports.filter(wrong).map(({ file, specifier }) => `${file} imports ${specifier}`);
}

describe('layering', () => {
  it('has only the places of the design', () => {
    assert.deepEqual([...new Set(files.map(placeOf))].sort(), Object.keys(ALLOWED).sort());
    for (const entry of ENTRIES) assert.ok(files.includes(`src/${entry}.ts`));
  });

  it('lets imports point down only; the five questions share plain types', () => {
    const wrong = breaches(({ file, from, specifier, typeOnly }) => {
      if (!specifier.startsWith('.')) return false;
      const to = placeOf(normalize(join(dirname(file), specifier)));
      if (to === from || ALLOWED[from]?.includes(to)) return false;
      return !(typeOnly && FIVE.includes(from) && FIVE.includes(to));
    });
    assert.deepEqual(wrong, []);
  });

  it('gives the pages no more of the redaction than how a name is found', () => {
    assert.deepEqual(
      breaches(
        ({ from, specifier }) =>
          from === 'webview' && specifier.includes('/redact/') && specifier !== '../redact/names.ts',
      ),
      [],
    );
  });

  it('keeps vscode in the editor folder; the entry takes types of it', () => {
    assert.deepEqual(
      breaches(({ from, specifier, typeOnly }) =>
        specifier === 'vscode' ? from !== 'editor' && !(from === 'extension' && typeOnly) : false,
      ),
      [],
    );
  });

  it('keeps Node built-ins out of all that runs in a browser too', () => {
    const may = ['cli', 'host', 'editor'];
    assert.deepEqual(
      breaches(({ from, specifier }) => isBuiltin(specifier) && !may.includes(from)),
      [],
    );
  });

  it('opens connections in wire alone, and to this machine in one file of the host', () => {
    const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns)$|^(?:openai|@anthropic-ai\/sdk)(?:\/|$)/;
    assert.deepEqual(
      breaches(
        ({ file, from, specifier, typeOnly }) =>
          network.test(specifier) && from !== 'wire' && !(file === LOOPBACK || typeOnly),
      ),
      [],
    );
    const callers = files.filter(
      (file) =>
        /(?<![.\w])fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/.test(code(file)) &&
        placeOf(file) !== 'wire',
    );
    assert.deepEqual(callers, []);
  });

  it('seals requests in the airlock alone', () => {
    const sealing = files.filter((file) => /\bseal\b/.test(code(file)));
    assert.deepEqual(sealing, ['src/airlock/clear.ts', 'src/wire/cleared.ts']);
    const clearing = files.filter((file) => /\bclearReviewed\b/.test(code(file)));
    assert.deepEqual(clearing, ['src/airlock.ts', 'src/airlock/clear.ts']);
  });

  it('keeps the entry short, and every file to one idea', () => {
    assert.ok(lines('src/extension.ts') <= 60);
    assert.deepEqual(
      files.filter((file) => lines(file) > 300),
      [],
    );
    assert.deepEqual(
      files.filter((file) => /(?:utils?|helpers?|common|manager|misc)\.ts$/.test(file)),
      [],
    );
  });

  it('writes nothing to a console and stores nothing in the browser', () => {
    assert.deepEqual(
      files.filter((file) => /\bconsole\.\w+\(/.test(code(file))),
      [],
    );
    assert.deepEqual(
      files.filter((file) => /\b(?:localStorage|sessionStorage|indexedDB|setState\()/.test(code(file))),
      [],
    );
  });

  it('has no default export', () => {
    assert.deepEqual(
      files.filter((file) => /^export default\b/m.test(code(file))),
      [],
    );
  });
});

/** A file without its comments. */
function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}

function lines(file: string): number {
  return readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;
}
