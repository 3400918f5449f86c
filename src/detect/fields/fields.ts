import type { RuleDefinition, RuleHit } from '../rule.ts';
import type { Survey } from '../survey/survey.ts';
import { companyIn } from './company.ts';
import { isEndOfLabel } from './labels/label-ends.ts';
import { FIELDS, forgetLabels } from './labels/labels.ts';
import { entryAt } from './labelled.ts';
import { eachSeparator, type Sign, SIGNS } from './separators.ts';
import { type Entry, hitsOfRecords } from './tables/records.ts';
import { tablesIn } from './tables/tables.ts';
import { type Thrift, thrift } from './thrift.ts';
import { forgetValues } from './values/judge.ts';

/** Tables of records are numbered from here on, those with a line of titles from 0. */
const RECORDS = 1_000_000;

/** Values that a label or the title of a column names: of forms, records, elements, settings, logs and tables. */
export const personalField: RuleDefinition = {
  id: 'personal-field',
  kinds: [...new Set([...FIELDS.map(({ kind }) => kind), 'customer-organisation'])],
  find: findFields,
};

function findFields(content: string, survey: Survey): RuleHit[] {
  const entries: Entry[] = [];
  const tables = tablesIn(content);
  const company = companyIn();
  const idle = new Map<Sign, Thrift>(SIGNS.map((sign) => [sign, thrift()]));
  eachSeparator(content, survey, (at, sign, letters) => {
    const known = idle.get(sign);
    if (known?.isIdle(at)) return;
    if (!isEndOfLabel(content, letters)) {
      known?.saw(at, false);
      return;
    }
    const isTable = tables.look(at, sign);
    const entry = entryAt(content, at, sign, letters, company);
    if (entry) entries.push(entry);
    known?.saw(at, isTable || entry?.found !== undefined);
  });
  entries.sort((one, other) => one.at - other.at);
  const hits = [tables.hits(), hitsOfRecords(content, entries, RECORDS)].flat();
  // Nothing of a text is kept.
  forgetLabels();
  forgetValues();
  return hits;
}

/** Personal data that a label names. */
export const FIELD_RULES: readonly RuleDefinition[] = [personalField];
