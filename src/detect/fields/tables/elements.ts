import type { ReadTable } from './rows.ts';

/** How far before a title its row may begin, and how long a cell may be, in UTF-16 code units. */
const ROW = 2_000;
const BACK = 600;
const PIECE =
  /<(?:t[dh]\b[^<>]{0,200}>\s{0,40}(?:<(?!\/?t)[^<>]{1,100}>\s{0,20}){0,3}([^<]{0,300})|\/(tr|table)\b)/gi;
const MOST_TITLES = 120;

/** Whether the element that closes at a place is a title. */
export function isTitle(text: string, place: number): boolean {
  return /^<\/th/i.test(text.slice(place, place + 4));
}

/** The table of HTML whose titles are in the row a place stands in. */
export function elementTableAt(text: string, place: number): ReadTable | undefined {
  const before = text.slice(Math.max(0, place - BACK), place);
  const row = Math.max(before.lastIndexOf('<tr'), before.lastIndexOf('<TR'));
  if (row < 0) return undefined;
  const start = place - before.length + row;
  const titles: string[] = [];
  const cells: number[] = [];
  let current: number[] = [];
  let end = start;
  let isHead = true;
  PIECE.lastIndex = start;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    // What lies so far apart is no table.
    if (match.index - end > ROW) break;
    end = PIECE.lastIndex;
    const what = match[2]?.toLowerCase();
    if (what === 'table') break;
    const content = match[1];
    if (content !== undefined) {
      if (isHead) titles.push(content.trim());
      else current.push(...trimmed(text, end - content.length, end));
      if (titles.length > MOST_TITLES) return undefined;
    } else {
      if (!isHead && current.length === titles.length * 2) for (const place of current) cells.push(place);
      isHead = false;
      current = [];
      if (titles.length < 2) return undefined;
    }
  }
  return cells.length === 0 ? undefined : { titles, cells, start, end };
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}
