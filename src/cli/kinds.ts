import { KIND_IDS, kindOf } from '../detect/kinds.ts';

/** Every kind of finding, a line each: id, class, severity and name, with blanks between the columns. */
export function kindsAsText(): string {
  const rows = [...KIND_IDS].sort().map((id) => ({ id, ...kindOf(id) }));
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows
    .map(
      ({ id, class: className, severity, name }) =>
        `${id.padEnd(width)}  ${className.padEnd(8)}  ${severity.padEnd(8)}  ${name}\n`,
    )
    .join('');
}
