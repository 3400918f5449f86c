import type { Range } from '../../../redact/origin.ts';
import type { Place } from './place.ts';

/** Whether a file is one of Docker Compose, which reads `.env` beside it by itself. */
export function isComposeFile(language: string, path: string): boolean {
  if (language === 'dockercompose') return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return language === 'yaml' && /^(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/i.test(name);
}

/** The name, and the quote that the value stands in, if any: `KEY: value`, `- KEY: value`, `- KEY=value`. */
const BEFORE = /^[ \t]*(?:- +)?(?:[\w.-]+|"[\w.-]+"|'[\w.-]+'):[ \t]+(["']?)$/;
const BEFORE_IN_LIST = /^[ \t]*- +(["']?)[\w.-]+=$/;

/**
 * Where a value of a Compose file can be a variable instead: a whole value of a line. Compose fills variables in after
 * it has read the file, so that the quotes may stay.
 */
export function composePlace(text: string, value: Range): Place | undefined {
  const lineStart = text.lastIndexOf('\n', value.start - 1) + 1;
  const lineEnd = text.indexOf('\n', value.end);
  const before = text.slice(lineStart, value.start);
  const after = text.slice(value.end, lineEnd < 0 ? text.length : lineEnd);
  const written = text.slice(value.start, value.end);
  const quote = (BEFORE.exec(before) ?? BEFORE_IN_LIST.exec(before))?.[1];
  if (quote === undefined || !after.startsWith(quote)) return undefined;
  if (!/^[ \t]*(?:[ \t]#.*)?\r?$/.test(after.slice(quote.length))) return undefined;
  // A dollar is Compose's own, a doubled quote is YAML's, and a word of its own may be a number or an alias.
  if (/[$\\"']/.test(written) || (quote === '' && /^[&*!|>%@`{[]|^[?-] /.test(written))) return undefined;
  return { ...value, write: (name) => `\${${name}}`, beside: true, before };
}
