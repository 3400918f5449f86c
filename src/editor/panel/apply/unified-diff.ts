import type { CodeBlock } from '../../../markdown/code-blocks.ts';
import { fenceInfo } from '../../../markdown/fence-info.ts';
import { indexOfLines } from './lines.ts';

/** One piece of a change: lines that are there, and what is to stand in their place. */
export interface Hunk {
  /** The first line it is about, from 0, as the diff counts them; undefined where it does not say. */
  readonly at: number | undefined;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a diff changes in one file. */
export interface FilePatch {
  /** As the diff names it, without `a/` and `b/`; undefined where it names none. */
  readonly path: string | undefined;
  readonly hunks: readonly Hunk[];
}

const HUNK = /^@@ -(\d{1,9})(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@/;

/** Whether a text is a diff, by what it looks like. */
function isDiff(text: string): boolean {
  return /^@@ .{0,200}@@/m.test(text) || (/^--- \S/m.test(text) && /^\+\+\+ \S/m.test(text));
}

/** The patches in a block, where it is a diff. */
export function patchesIn({ text, info }: Pick<CodeBlock, 'text' | 'info'>): readonly FilePatch[] {
  const { language } = fenceInfo(info);
  const named = language === 'diff' || language === 'patch' || language === 'udiff';
  return isDiff(text) || (named && /^[+-]/m.test(text)) ? parseDiff(text) : [];
}

/**
 * Reads a unified diff, that of Git as well, and one without any line numbers: models get those wrong, so they say where
 * to look first and no more.
 */
function parseDiff(text: string): FilePatch[] {
  const files: { path: string | undefined; hunks: Hunk[] }[] = [];
  let hunk: { at: number | undefined; before: string[]; after: string[] } | undefined;
  const lines = text.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    const header = HUNK.exec(line);
    if (line.startsWith('--- ') && lines[i + 1]?.startsWith('+++ ')) {
      files.push({ path: pathOf(lines[i + 1] ?? '') ?? pathOf(line), hunks: [] });
      hunk = undefined;
    } else if (/^(?:diff --git |index |new file |deleted file |similarity |rename )/.test(line)) {
      hunk = undefined;
    } else if (line.startsWith('+++ ') && lines[i - 1]?.startsWith('--- ')) {
      continue;
    } else if (line.startsWith('@@')) {
      if (files.length === 0) files.push({ path: undefined, hunks: [] });
      hunk = { at: header ? Math.max(0, Number(header[1]) - 1) : undefined, before: [], after: [] };
      files.at(-1)?.hunks.push(hunk);
    } else if (!line.startsWith('\\')) {
      if (!hunk) {
        if (line.trim() === '') continue;
        if (files.length === 0) files.push({ path: undefined, hunks: [] });
        hunk = { at: undefined, before: [], after: [] };
        files.at(-1)?.hunks.push(hunk);
      }
      const sign = line[0];
      const rest = line.slice(1);
      if (sign === '+') hunk.after.push(rest);
      else if (sign === '-') hunk.before.push(rest);
      // A line of nothing stands for an empty line that lost its space.
      else for (const side of [hunk.before, hunk.after]) side.push(sign === ' ' ? rest : line);
    }
  }
  return files.map(({ path, hunks }) => ({ path, hunks: hunks.map(withoutEmptyEnd) }));
}

/** The last line of a block is often an empty one that is in neither side. */
function withoutEmptyEnd({ at, before, after }: Hunk): Hunk {
  const isEmpty = before.at(-1) === '' && after.at(-1) === '' && before.length > 1;
  return isEmpty ? { at, before: before.slice(0, -1), after: after.slice(0, -1) } : { at, before, after };
}

function pathOf(line: string): string | undefined {
  const [path = ''] = line.slice(4).split('\t');
  const written = path
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^[ab]\//, '');
  return written === '' || written === '/dev/null' ? undefined : written;
}

/** Lines with a diff's changes in them, or which of its pieces, from 1, has no place in them. */
export type Patched =
  | { readonly ok: true; readonly lines: readonly string[]; readonly first: number }
  | { readonly ok: false; readonly hunk: number };

/** Changes lines as a diff says. Each piece is looked for where the one before ended, nearest to where it says. */
export function patch(lines: readonly string[], hunks: readonly Hunk[]): Patched {
  const result: string[] = [];
  let from = 0;
  let first: number | undefined;
  for (const [i, { at, before, after }] of hunks.entries()) {
    const place =
      before.length === 0
        ? Math.min(Math.max(at ?? lines.length, from), lines.length)
        : indexOfLines(lines, before, from, at);
    if (place === undefined) return { ok: false, hunk: i + 1 };
    result.push(...lines.slice(from, place));
    first ??= result.length;
    result.push(...after);
    from = place + before.length;
  }
  return { ok: true, lines: [...result, ...lines.slice(from)], first: first ?? 0 };
}
