import type { TableSummary } from '../detect/fields/tables/summary.ts';
import { kindOf } from '../detect/kinds.ts';
import type { Translate } from './translate.ts';

/**
 * A table in one line: `customers.csv: 3 columns, 214 people (name of a person, e-mail address)`.
 *
 * @param name of the file it is in; where there is none, it is called a table.
 */
export function tableLine(
  { columns, rows, isOfPeople, kinds }: TableSummary,
  t: Translate,
  name = '',
): string {
  const what = kinds.map((kind) => t(kindOf(kind).name)).join(', ');
  const width = columns === 1 ? t('1 column') : t('{0} columns', columns);
  const length = isOfPeople ? t('{0} people', rows) : t('{0} rows', rows);
  return t('{0}: {1}, {2} ({3})', name === '' ? t('Table') : name, width, length, what);
}
