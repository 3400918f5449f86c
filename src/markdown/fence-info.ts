/** What the line that opens a block of code says of it. */
export interface FenceInfo {
  /** `ts`, as it was written but in small letters; empty where it is not said. */
  readonly language: string;
  /** The file it names, as it was written. */
  readonly path: string | undefined;
}

/** Longer ones, in code units, say nothing that anybody meant. */
const LONGEST = 300;

/** What looks like the path of a file: a name with an ending, or with folders before it. */
const PATH =
  /^(?:[\w@.+~-]{1,100}[\\/]){0,20}[\w@.+~-]{0,100}\.\w{1,12}$|^(?:[\w@.+~-]{1,100}\/){1,20}[\w@.+~-]{1,100}$/;
const NAMED =
  /(?:title|file|filename|path|name)\s?=\s?(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'{}]{1,200}))/i;
/** `12:20:src/db.ts` */
const LINES = /^\d{1,7}:\d{1,7}:/;

/** Whether a word can be the path of a file; an address of the web is none. */
export function isPath(word: string): boolean {
  return word.length <= LONGEST && PATH.test(word) && !/^\d{1,9}(?:\.\d{1,9}){1,4}$/.test(word);
}

/**
 * Reads what models and people write behind the fence of a block: `ts`, `ts src/db.ts`, `ts:src/db.ts`, `src/db.ts`,
 * `ts title="src/db.ts"`, `12:20:src/db.ts`, `{.ts}`.
 */
export function fenceInfo(info: string): FenceInfo {
  const text = info.trim();
  if (text === '' || text.length > LONGEST) return { language: '', path: undefined };
  const [, quoted, single, bare] = NAMED.exec(text) ?? [];
  const named = quoted ?? single ?? bare;
  const [first = '', ...others] = text.replace(/^\{\s?\.?/, '').split(/[\s{}]+/);
  const word = first.replace(LINES, '');
  const split = /^([\w+#.-]{1,30}):(.{1,200})$/.exec(word);
  const candidates = [named, split?.[2], LINES.test(first) ? word : undefined, ...others, word];
  const path = candidates.find((one) => one !== undefined && isPath(one));
  const language = split ? (split[1] ?? '') : word === path ? endingOf(path) : word;
  return { language: /^[\w+#.-]{1,30}$/.test(language) ? language.toLowerCase() : '', path };
}

/** The ending of a path without its dot; its name where it has none, as `Dockerfile`. */
export function endingOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
