/** Formats of lines that no library here parses: each line has to be one of those the format knows. */
import { parseEnv } from 'node:util';
import { parseEach } from './parse.ts';

/** What is no comment, section, `key = value` or `key: value`, if anything is. */
function ofLines(text: string, kinds: readonly RegExp[]): string | undefined {
  const wrong = text.split(/\r?\n/).findIndex((line) => !kinds.some((kind) => kind.test(line)));
  return wrong < 0 ? undefined : `line ${wrong + 1} is none of the format`;
}

const INI = [
  /^[ \t]*(?:[;#].{0,500})?$/,
  /^\[[\w "]{1,80}\]$/,
  /^[\w.-]{1,80}[ \t]{0,4}[=:][ \t]{0,4}\S.{0,500}$/,
];

export const ini = parseEach((text) => ofLines(text, INI));

/** A key with escapes; `java.util.Properties`, "Line-Reader" in the documentation of `load`. */
const PROPERTIES = [
  /^[ \t]*(?:[#!].{0,500})?$/,
  /^[ \t]*(?:\\.|[^\\\s=:]){1,80}[ \t]{0,4}[=: ][^\\]?(?:\\.|[^\\]){0,800}$/,
];

export const properties = parseEach((text) => ofLines(text.replaceAll(/\\\r?\n[ \t]*/g, ''), PROPERTIES));

/** Node's own reader skips what it does not understand, so that every line has to have given a key. */
export const env = parseEach((text) => {
  const keys = Array.from(text.matchAll(/^(?:export )?([A-Z_]{1,40})=/gm), ([, key]) => key ?? '');
  const read = parseEnv(text);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return keys.length === lines.length && keys.every((key) => read[key] !== undefined)
    ? undefined
    : 'not every line gave a key';
});

const DOCKERFILE = [
  /^[ \t]*(?:#.{0,500})?$/,
  /^(?:FROM|LABEL|ARG|ENV|RUN|COPY|ADD|EXPOSE|USER|WORKDIR|ENTRYPOINT|VOLUME)[ \t]\S.{0,2000}$/,
];

/** The exec form of an instruction is JSON (Dockerfile reference, "Shell and exec form"). */
export const dockerfile = parseEach((text) => {
  const joined = text.replaceAll(/\\\n/g, '');
  for (const [, list] of joined.matchAll(/^(?:CMD|ENTRYPOINT) (\[.*)$/gm)) JSON.parse(list ?? '');
  for (const [, rest] of joined.matchAll(/^(?:LABEL|ENV) (.*)$/gm)) {
    if (!/^(?:[\w.-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)\s*)+$/.test(rest ?? '')) return 'no keys and values';
  }
  return ofLines(joined, [...DOCKERFILE, /^CMD \[/]);
});
