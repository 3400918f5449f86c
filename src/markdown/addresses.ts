import type { Env, Token } from 'markdown-it';
import { LONGEST_MARKDOWN, markdown } from './parser.ts';

/**
 * Where an address begins that some renderer would make a link or load a picture from: behind a scheme, at `www.`, and
 * where Markdown has one, also such as ours shows as text.
 */
const ADDRESS =
  /(?::\/\/|\b(?:mailto|tel|sms|xmpp|data|file|javascript|vscode):|\bwww\.|(?:\]\(|^\s{0,3}\[[^\]\n]{1,200}\]:)\s{0,3}<?)[^\s<>"`]*/gim;

/** A range of a text in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The addresses in a text that is not code, in their order; what goes on right behind one counts as part of it. */
export function addressesIn(text: string): Range[] {
  return Array.from(text.matchAll(ADDRESS), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/**
 * The addresses of links, pictures and definitions of an answer, and those that stand bare in its text: where a viewer
 * of the same Markdown could open them, or load from them, by itself. Blocks of code have none.
 */
export function linkedAddresses(source: string): string[] {
  if (source.length > LONGEST_MARKDOWN) return bare(source);
  const env: Env = {};
  const found: string[] = [];
  const take = (tokens: readonly Token[]): void => {
    for (const { type, content, children, attrs } of tokens) {
      for (const [name, value] of attrs ?? [])
        if (name === 'href' || name === 'src') found.push(String(value));
      if (type === 'text') found.push(...bare(content));
      if (children) take(children);
    }
  };
  take(markdown.parse(source, env));
  return [...found, ...Object.values(env.references ?? {}).map(({ href }) => href)];
}

function bare(text: string): string[] {
  return addressesIn(text).map(({ start, end }) => text.slice(start, end));
}
