/** The white space a line begins with. */
export function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Whether a line says little of where it stands: an empty one, a bracket, a word. */
export function isWeak(line: string): boolean {
  return /^[\s{}()[\];,]*(?:end|else|return|break|fi|done|pass)?[\s{}()[\];,:]*$/.test(line.slice(0, 200));
}

/**
 * Where lines stand among others: exactly, or but for white space at their ends, or but for that at both; nearest to a
 * place, in that order.
 * @returns undefined where they do not.
 */
export function indexOfLines(
  lines: readonly string[],
  wanted: readonly string[],
  from: number,
  near = from,
): number | undefined {
  const same: ((line: string) => string)[] = [
    (line) => line,
    (line) => line.trimEnd(),
    (line) => line.trim(),
  ];
  for (const as of same) {
    const here = lines.map(as);
    const there = wanted.map(as);
    let best: number | undefined;
    for (let at = from; at + there.length <= here.length; at++) {
      if (here[at] !== there[0] || !there.every((line, i) => here[at + i] === line)) continue;
      if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Behind the last line of what begins with a line: all that is further in, and what closes it. */
export function endOfStructure(lines: readonly string[], start: number): number {
  const depth = indentOf(lines[start] ?? '').length;
  let end = start + 1;
  let at = start + 1;
  while (at < lines.length && ((lines[at] ?? '').trim() === '' || indentOf(lines[at] ?? '').length > depth)) {
    at += 1;
    if ((lines[at - 1] ?? '').trim() !== '') end = at;
  }
  const closes = end > start + 1 || at === start + 1;
  return closes && /^\s*(?:[)\]}]|end\b|<\/|fi\b|done\b|esac\b)/.test(lines[at] ?? '') ? at + 1 : end;
}

/** What a line declares: the name of a function, class, key or heading, with what it is declared as; else undefined. */
export function declaredIn(line: string): string | undefined {
  const text = line.slice(0, 300);
  for (const pattern of DECLARATIONS) {
    const found = pattern.exec(text);
    if (found)
      return `${indentOf(line).length === 0 ? '' : ' '}${found[1] ?? ''} ${found[2] ?? found[1] ?? ''}`;
  }
  return undefined;
}

const BEFORE = String.raw`^\s*(?:(?:export|default|public|private|protected|internal|static|async|abstract|final|override|pub(?:\([a-z]{1,10}\))?|inline|virtual|readonly|unsafe|const|extern) ){0,6}`;
const DECLARATIONS: readonly RegExp[] = [
  new RegExp(
    String.raw`${BEFORE}(function\*?|class|interface|enum|struct|trait|impl|type|def|fn|func|fun|sub|module|namespace|record|object|protocol|extension|let|var|val|const)\s{1,4}([\w$.:]{1,80})`,
  ),
  /^\s*const\s{1,4}()([\w$]{1,80})\s{0,4}=/,
  /^\s*(CREATE\s{1,4}(?:TABLE|VIEW|FUNCTION|INDEX))\s{1,4}([\w.]{1,80})/i,
  /^(#{1,6})\s{1,4}(.{1,100}?)\s*$/,
  /^\s*(?:(?:public|private|protected|static|async|final|override|get|set) ){0,5}()([\w$]{1,80})\s?\([^;]{0,200}\)[^;=]{0,80}\{\s*$/,
];
