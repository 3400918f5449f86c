import type { FileFound, KindInFile, WorkspaceReport } from '../../airlock/scan/report.ts';

/** The findings of one kind in one file: a row of the table. */
export interface FoundRow {
  readonly file: FileFound;
  readonly of: KindInFile;
}

/** All rows of a report; a row is named by its place in this list. */
export function rowsOf({ found }: Pick<WorkspaceReport, 'found'>): readonly FoundRow[] {
  return found.flatMap((file) => file.kinds.map((of) => ({ file, of })));
}

/** A path as a person reads it: with its folder's name where several were scanned, without what would break a line. */
export function shownPath({ roots }: Pick<WorkspaceReport, 'roots'>, root: number, path: string): string {
  return shownName(roots.length > 1 ? `${roots[root] ?? ''}/${path}` : path);
}

/** A name as a person reads it; what is no character there is shown as one that says so. */
export function shownName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
