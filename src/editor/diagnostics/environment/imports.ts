/** A piece of text that is put in at an offset, in UTF-16 code units. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * What makes Python's `os` known in a module; undefined where it is.
 * It comes before the first import, or else behind the comments and the docstring that the module begins with.
 */
export function pythonImport(text: string, lineEnd: string): Insertion | undefined {
  if (/^import[ \t]+(?:[^\n#]*,[ \t]*)?os(?:[ \t]*,|[ \t]*$|[ \t]*#|\.)/m.test(text.replaceAll('\r', '')))
    return undefined;
  const start = /^(?:\ufeff)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/.exec(text)?.[0].length ?? 0;
  const head = text.slice(start);
  const docstring = /^[rRuU]?(?:"""[^]*?"""|'''[^]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?:#[^\n]*)?\r?\n/.exec(
    head,
  );
  let at = start + (docstring?.[0].length ?? 0);
  for (const future of text.matchAll(/^from[ \t]+__future__[ \t]+import[ \t]+(?:\([^)]*\)|[^\n]*)\r?\n/gm))
    at = Math.max(at, future.index + future[0].length);
  const first = text.slice(at).search(/^(?:import|from)[ \t]/m);
  if (first >= 0 && /^(?:\s|#[^\n]*\n)*$/.test(text.slice(at, at + first)))
    return { at: at + first, text: `import os${lineEnd}` };
  return { at, text: `import os${lineEnd}` };
}

/** What makes Go's `os` known in a file: undefined where it is, and 'clash' where something else has the name. */
export function goImport(text: string, lineEnd: string): Insertion | 'clash' | undefined {
  const block = /^import[ \t]*\(([^)]*)\)/m.exec(text);
  const singles = [...text.matchAll(/^import[ \t]+((?:[\w.]+[ \t]+)?"[^"\n]+")/gm)];
  const specs = [...(block?.[1]?.split('\n') ?? []), ...singles.map(([, spec]) => spec ?? '')].map((one) =>
    one.trim().replace(/[ \t]*\/\/.*$/, ''),
  );
  if (specs.includes('"os"')) return undefined;
  if (specs.some((one) => /^os[ \t]|(?:^|\/)os"$/.test(one.replace(/^"os"$/, '')) && one !== '"os"'))
    return 'clash';
  if (block) return { at: block.index + block[0].indexOf('(') + 1, text: `${lineEnd}\t"os"` };
  const [single] = singles;
  if (single) return { at: single.index, text: `import "os"${lineEnd}` };
  const clause = /^package[ \t]+\w+[^\n]*(?:\n|$)/m.exec(text);
  if (!clause) return 'clash';
  const isWhole = clause[0].endsWith('\n');
  return {
    at: clause.index + clause[0].length,
    text: `${isWhole ? '' : lineEnd}${lineEnd}import "os"${lineEnd}`,
  };
}
