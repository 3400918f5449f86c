/** Where each field of a JSON text stands, so that what is wrong with it can be shown by its line. */

export type JsonLines =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly line: number; readonly field: string; readonly problem: string };

const MAX_DEPTH = 40;
/** One token after blanks; each alternative reads its text once. */
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|([-+.\w]+))/y;

/**
 * The line, counted from 1, of every field by its dotted path, in text that `JSON.parse` takes. A name that is there
 * twice in one object is refused: JSON would keep the last, whatever the first said.
 */
export function linesOfJson(text: string): JsonLines {
  const lines = new Map<string, number>([['', 1]]);
  const open: { path: string; names: Set<string> | undefined; at: number; name: string | undefined }[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let from = 0, match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [whole, mark, quoted] = match;
    line += whole.split('\n').length - 1;
    from += whole.length;
    TOKEN.lastIndex = from;
    const top = open.at(-1);
    if (mark === '}' || mark === ']') open.pop();
    else if (mark === ',' && top !== undefined) [top.at, top.name] = [top.at + 1, undefined];
    else if (mark !== ':' && mark !== ',') {
      if (top?.names !== undefined && top.name === undefined) {
        top.name = String(JSON.parse(quoted ?? '""'));
        const path = joined(top.path, top.name);
        if (top.names.has(top.name)) return { ok: false, line, field: path, problem: 'is there twice' };
        top.names.add(top.name);
        lines.set(path, line);
        continue;
      }
      const path = top === undefined ? '' : joined(top.path, top.name ?? String(top.at));
      if (!lines.has(path)) lines.set(path, line);
      if (mark === undefined) continue;
      if (open.length >= MAX_DEPTH) return { ok: false, line, field: '', problem: 'is nested too deeply' };
      open.push({ path, names: mark === '{' ? new Set() : undefined, at: 0, name: undefined });
    }
  }
  return { ok: true, lines };
}

/** The line of a field, or of the nearest that is around it. */
export function lineOf(lines: ReadonlyMap<string, number>, field: string): number {
  const around = [...lines].filter(([path]) => path === '' || path === field || field.startsWith(`${path}.`));
  return around.reduce((best, one) => (one[0].length >= best[0].length ? one : best), ['', 1] as const)[1];
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
