import { html, type TemplateResult } from 'lit';

/** A column that a table can be sorted by, with how each direction is called. */
interface SortableColumn<Id extends string> {
  readonly id: Id;
  readonly ascending: string;
  readonly descending: string;
}

/** How a table is sorted. */
interface SortedBy<Id extends string> {
  readonly column: Id;
  readonly descending: boolean;
}

/** Sorts a table where its rows are cards: these have no head to press on. */
export function sortPicker<Id extends string>(
  columns: readonly SortableColumn<Id>[],
  label: string,
  sorting: SortedBy<Id> | undefined,
  sortBy: (next: SortedBy<Id>) => void,
  name = '',
): TemplateResult {
  const chosen = sorting && `${sorting.column} ${sorting.descending ? 'descending' : 'ascending'}`;
  const onChange = (event: Event): void => {
    const [id, direction] = (event.target as HTMLSelectElement).value.split(' ');
    const column = columns.find((one) => one.id === id)?.id;
    if (column !== undefined) sortBy({ column, descending: direction === 'descending' });
  };
  return html`<label class="${name} only-cards"
    >${label}
    <select @change=${onChange}>
      ${columns.flatMap(({ id, ascending, descending }) =>
        (
          [
            [`${id} ascending`, ascending],
            [`${id} descending`, descending],
          ] as const
        ).map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`),
      )}
    </select></label
  >`;
}
