import type { Field } from '../field.ts';
import { fieldsOf } from '../labels/labels.ts';
import { isLiteral } from '../literal.ts';
import type { RuleHit } from '../../rule.ts';
import { judge } from '../values/judge.ts';
import { judgeName } from '../values/names.ts';
import { LIKELY, MAYBE, NO, SURE, type Verdict } from '../values/verdict.ts';

/** A cell of a table; offsets are UTF-16 code units into the text, quotes left out. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

/** A table that was read: its titles, and its rows one behind another, `titles.length` cells each. */
export interface Table {
  readonly titles: readonly string[];
  /** Starts and ends of all cells in turn; a cell that is not there is empty. */
  readonly cells: readonly number[];
}

/** A column that holds what is personal. */
interface Column {
  readonly at: number;
  readonly field: Field;
}

/** So many filled cells of a column are judged, the first of them. */
const JUDGED = 24;
/** What stands in a cell for nothing. */
const EMPTY =
  /^(?:null|nil|none|n\/?a|nan|undefined|unknown|unbekannt|inconnu|-{1,3}|–|—|\?|\.|0|true|false|yes|no|\\n)?$/i;
/** Titles that speak of a person without naming one. */
const PERSONAL =
  /^(?:age|alter|âge|edad|età|idade|leeftijd|年齢|年龄|diagnos\w{0,4}|diagnose|department|abteilung|last_?login|signup\w{0,6}|joined|hire_?date|e-?mail|phone|job_?title|grade|score|note|student_?id|user_?id|department|team|部門|部门|部署)$/i;

/** The cells of a table that are personal, each with its place in the table. */
export function hitsOfTable(text: string, table: Table, id: number): RuleHit[] {
  const columns = columnsOf(text, table);
  const width = table.titles.length;
  const hits: RuleHit[] = [];
  if (columns.length === 0) return hits;
  for (let row = 0; row * width * 2 < table.cells.length; row++) {
    for (const { at, field } of columns) {
      const place = (row * width + at) * 2;
      const start = table.cells[place] ?? 0;
      const end = table.cells[place + 1] ?? 0;
      if (end <= start || isNothing(text.slice(start, end))) continue;
      const kind = kindOf(text, field, start, end);
      hits.push({ kind, start, end, evidence: 'context', table: { id, column: at, row } });
    }
  }
  return hits;
}

/** Whether a cell stands for nothing, or is filled in when a program runs. */
function isNothing(cell: string): boolean {
  return (cell.length < 10 && EMPTY.test(cell)) || !isLiteral(cell);
}

function kindOf(text: string, { kind, check }: Field, start: number, end: number): string {
  return check === 'person-or-company' && judgeName(text.slice(start, end), 'cell') === NO
    ? 'customer-organisation'
    : kind;
}

/** How many of a column's first cells have at least a verdict: as they stand, and as strictly as in a line of prose. */
interface Share {
  readonly cells: number;
  readonly fitting: number;
  readonly strict: readonly number[];
}

function columnsOf(text: string, table: Table): Column[] {
  const candidates = table.titles.flatMap((title, at) => {
    const found = fieldsOf(title)
      .map((field) => ({ at, field, share: shareOf(text, table, at, field) }))
      .find(({ share }) => share.cells > 0 && share.fitting * 2 >= share.cells);
    return found ? [found] : [];
  });
  const alone = candidates.filter(({ field, share }) => standsAlone(field, share));
  const names = candidates.filter(({ field, share }) => field.check === 'name' && has(share, LIKELY, 0.5));
  // Names that nobody knows for names want a column beside them that people have.
  const isPlaced = candidates.some(
    ({ field }) => field.kind === 'residence' || field.kind === 'postal-address',
  );
  const people = alone.some(({ field }) => field.kind !== 'residence') || (names.length > 0 && isPlaced);
  if (!people && (names.length === 0 || !table.titles.some((title) => PERSONAL.test(title)))) return [];
  return candidates
    .filter((one) => alone.includes(one) || fitsBeside(one.field, one.share, people))
    .map(({ at, field }) => ({ at, field }));
}

function shareOf(text: string, { titles, cells }: Table, at: number, { check }: Field): Share {
  const strict = [0, 0, 0, 0];
  let count = 0;
  let fitting = 0;
  for (let place = at * 2; place < cells.length && count < JUDGED; place += titles.length * 2) {
    const value = text.slice(cells[place] ?? 0, cells[place + 1] ?? 0).trim();
    if (isNothing(value)) continue;
    count += 1;
    if (judge(check, value, 'cell') !== NO) fitting += 1;
    const verdict: Verdict = judge(check, value, 'bare');
    for (let least = MAYBE; least <= verdict; least = (least + 1) as Verdict)
      strict[least] = (strict[least] ?? 0) + 1;
  }
  return { cells: count, fitting, strict };
}

function has(share: Share, least: Verdict, part: number): boolean {
  return (share.strict[least] ?? 0) >= share.cells * part && (share.strict[least] ?? 0) > 0;
}

function standsAlone({ strength, id }: Field, share: Share): boolean {
  if (strength === 'strong') return has(share, MAYBE, 0.3);
  if (strength === 'role') return has(share, LIKELY, 0.3);
  return (id === 'name' || id === 'address-en') && has(share, SURE, 0.3);
}

function fitsBeside({ strength }: Field, share: Share, withPeople: boolean): boolean {
  if (withPeople) return strength === 'weak' ? has(share, MAYBE, 0.3) || share.fitting === share.cells : true;
  return has(share, LIKELY, 0.5);
}
