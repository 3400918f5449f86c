import { KIND_IDS, kindOf } from '../detect/kinds.ts';
import { t } from './language.ts';

/** Every kind of finding, a line each: id, class, severity and name, with blanks between the columns. */
export function kindsAsText(): string {
  const width = Math.max(...KIND_IDS.map((kind) => kind.length));
  return [...KIND_IDS]
    .sort()
    .map((kind) => {
      const { class: className, severity } = kindOf(kind);
      const name = t(kindOf(kind).name);
      return `${kind.padEnd(width)}  ${className.padEnd(8)}  ${severity.padEnd(8)}  ${name}\n`;
    })
    .join('');
}
