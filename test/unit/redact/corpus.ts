/**
 * Code and data of many languages with planted values: `«so»` is one that stands there, `«$name»` one that is made at run
 * time (so that no scanner of a repository takes the file for a leak), `«$name|base64»` the same in another writing. `‹so›` is code in a string or beside a value,
 * which has to stay as it is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../../src/redact/origin.ts';
import { AWS_SECRET, DATABASE_URL, githubToken } from '../made-up.ts';

const CORPUS = join(import.meta.dirname, '../../fixtures/redaction/code');

/** A file of the corpus, as an editor would open it. */
export interface Planted {
  readonly language: string;
  readonly name: string;
  readonly text: string;
  /** The values that must not leave, as they are written there. */
  readonly values: readonly string[];
  /** Where code stands that has to stay; offsets are UTF-16 code units into the text. */
  readonly code: readonly Range[];
}

const DIGITS_AND_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Characters that look drawn by chance, the same at every run. */
function drawn(length: number, seed: number, alphabet = DIGITS_AND_LETTERS): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return alphabet[(state >>> 9) % alphabet.length];
  }).join('');
}

const VALUES: Readonly<Record<string, string>> = {
  githubToken: githubToken(),
  githubToken2: githubToken(7),
  awsKeyId: `AKIA${drawn(16, 11, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
  awsSecret: AWS_SECRET,
  databaseUrl: DATABASE_URL,
  kubePassword: `Nordlicht-${drawn(8, 5)}`,
  npmToken: `npm_${drawn(30, 3)}2QkZ1x`,
  openaiKey: `sk-proj-${drawn(74, 17)}T3BlbkFJ${drawn(74, 18)}`,
  sendgridKey: `SG.${drawn(22, 19)}.${drawn(43, 20)}`,
  slackToken: `xoxb-${drawn(12, 21, '0123456789')}-${drawn(13, 22, '0123456789')}-${drawn(24, 23)}`,
  stripeKey: `sk_live_${drawn(24, 24)}`,
  privateKey: [
    `-----BEGIN ${'PRIVATE'} KEY-----`,
    `MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw${drawn(28, 31)}`,
    ...Array.from({ length: 24 }, (_, i) => drawn(64, 32 + i)),
    `${drawn(22, 60)}==`,
    `-----END ${'PRIVATE'} KEY-----`,
  ].join('\n'),
};

const WRITINGS: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  base64: (value) => Buffer.from(value).toString('base64'),
  escaped: (value) => value.replaceAll('\n', '\\n'),
};

/** Every file of the corpus, by language. */
export function corpus(): Planted[] {
  return readdirSync(CORPUS).flatMap((language) =>
    readdirSync(join(CORPUS, language)).map((name) => {
      const marked = readFileSync(join(CORPUS, language, name), 'utf8');
      return { language, name, ...fill(marked) };
    }),
  );
}

function fill(marked: string): Pick<Planted, 'text' | 'values' | 'code'> {
  const values: string[] = [];
  const code: Range[] = [];
  let text = '';
  let from = 0;
  for (const { 0: whole, 1: value, 2: kept = '', index } of marked.matchAll(/«([^«»]*)»|‹([^‹›]*)›/g)) {
    text += marked.slice(from, index);
    const start = text.length;
    text += value === undefined ? kept : written(value, indentAt(marked, index));
    if (value === undefined) code.push({ start, end: text.length });
    else values.push(text.slice(start));
    from = index + whole.length;
  }
  return { text: text + marked.slice(from), values, code };
}

/** The value of a mark; of one with several lines, each but the first is indented as the first. */
function written(mark: string, indent: string): string {
  if (!mark.startsWith('$')) return mark;
  const [name = '', writing = 'plain'] = mark.slice(1).split('|');
  const value = VALUES[name];
  const write = WRITINGS[writing];
  if (value === undefined || write === undefined) throw new Error(`no such value: ${mark}`);
  return write(value).replaceAll('\n', `\n${indent}`);
}

function indentAt(text: string, at: number): string {
  return /^[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';
}
