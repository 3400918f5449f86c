import type { Block, Line, Piece } from './blocks.ts';

/** The longest text that a piece of a line shows. */
const LONGEST = 1_000;

/**
 * Blocks as Markdown of the kind the built-in Chat reads. No text becomes markup: every sign of punctuation is escaped
 * by a backslash, which CommonMark allows for all of them (2.4 Backslash escapes) and which keeps addresses from
 * becoming links by themselves. Links lead to cited sources over https and to commands of ours, and nowhere else.
 */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockOf).filter(Boolean).join('\n\n')}\n`;
}

/** A text that Markdown shows as it is: one line, nothing in it unseen or turning the direction of reading. */
export function escaped(text: string): string {
  return plain(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function blockOf(block: Block): string {
  if ('heading' in block) return `### ${lineOf(block.heading)}`;
  if ('text' in block) return lineOf(block.text);
  if ('list' in block) {
    return block.list
      .flatMap(({ line, under = [] }) => [`- ${lineOf(line)}`, ...under.map((one) => `  - ${lineOf(one)}`)])
      .join('\n');
  }
  const { head, rows } = block.table;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map(escaped)),
    row(head.map(() => '---')),
    ...rows.map((cells) => row(cells.map((cell) => lineOf(cell, true)))),
  ].join('\n');
}

function lineOf(line: Line, inTable = false): string {
  return line.map((piece) => pieceOf(piece, inTable)).join('');
}

function pieceOf(piece: Piece, inTable: boolean): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('strong' in piece) return strongOf(piece.strong);
  // A bar in code would end a cell, with a backslash before it or not.
  if ('code' in piece) return inTable ? escaped(piece.code) : codeOf(piece.code);
  if ('command' in piece) return `[${escaped(piece.label)}](command:${piece.command})`;
  const address = addressOf(piece.cite);
  return address === undefined ? escaped(piece.label) : `[${escaped(piece.label)}](${address})`;
}

function strongOf(text: string): string {
  const inner = escaped(text.trim());
  return inner === '' ? '' : `**${inner}**`;
}

/** Code is not escaped but fenced, by more backticks than are in it. */
function codeOf(code: string): string {
  const text = plain(code);
  if (text === '') return '';
  const longest = Math.max(0, ...[...text.matchAll(/`{1,1000}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inner = /^`|`$/.test(text) ? ` ${text} ` : text;
  return `${fence}${inner}${fence}`;
}

/** The address of a source as it may stand in a link; undefined where it is none of the web's. */
function addressOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:') return undefined;
  return href.replace(
    /[()<>|\\`[\]\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** One line without what cannot be seen. */
function plain(text: string): string {
  return shortened(text.slice(0, 10 * LONGEST).replace(/[\s\p{Zl}\p{Zp}]{1,9000}/gu, ' '), LONGEST).replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu,
    '\u{FFFD}',
  );
}

/** A name that came from outside; one that is longer loses its middle. */
export function shortened(name: string, longest = 120): string {
  if (name.length <= longest) return name;
  const half = Math.floor(longest / 2) - 2;
  return `${name.slice(0, half)} … ${name.slice(-half)}`;
}
