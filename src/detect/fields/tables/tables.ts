import type { RuleHit } from '../../rule.ts';
import { nextNear } from '../near.ts';
import type { Sign } from '../separators.ts';
import { elementTableAt, isTitle } from './elements.ts';
import { insertedTables } from './inserts.ts';
import { HEADER, tableAt } from './rows.ts';
import { hitsOfTable } from './table.ts';

const NEWLINE = 10;
/** Where no table of elements begins, none is looked for up to here, in UTF-16 code units. */
const APART = 60;
/** Signs that titles stand apart by. */
const OF_TITLES: ReadonlySet<Sign> = new Set([',', ';', '\t', '|', '</']);

/** Looks for tables whose titles say that a column is personal. */
export interface Tables {
  /** To be called with every place a title may stand before, sign by sign, in their order; returns whether one with a personal column begins. */
  look(at: number, sign: Sign): boolean;
  /** Every cell of a personal column. */
  hits(): RuleHit[];
}

/** Looks for the tables of one text. A table is read once, whatever stands in its cells. */
export function tablesIn(text: string): Tables {
  /** Up to where a sign was looked at. */
  const seen: Partial<Record<Sign, number>> = {};
  const hits: RuleHit[][] = [];

  return {
    look(at, sign) {
      if (!OF_TITLES.has(sign) || at < (seen[sign] ?? 0)) return false;
      if (sign === '</' && !isTitle(text, at)) return false;
      const table = sign === '</' ? elementTableAt(text, at) : tableAt(text, at, sign.charCodeAt(0));
      seen[sign] = table?.end ?? (sign === '</' ? at + APART : lineEnd(text, at));
      return table !== undefined && addAll(hitsOfTable(text, table, hits.length), hits);
    },
    hits() {
      for (const table of insertedTables(text)) addAll(hitsOfTable(text, table, hits.length), hits);
      return hits.flat();
    },
  };
}

function addAll(found: RuleHit[], hits: RuleHit[][]): boolean {
  if (found.length > 0) hits.push(found);
  return found.length > 0;
}

/** The end of a line that has no titles; of one too long for them, as much as is not looked at again. */
function lineEnd(text: string, at: number): number {
  const end = nextNear(text, NEWLINE, at, HEADER);
  return end < 0 ? at + HEADER : end;
}
