/** A policy file: whose it is and where it lies. */
export interface PolicySource {
  readonly by: 'organisation' | 'repository';
  /** The file as people read it: `backend/.promptairlock.json`. */
  readonly file: string;
  /**
   * The folder it lies in, whole, with `/` between its names and none at the end; its path rules are about the files
   * below. Of an organisation's file `''`: it is about all files.
   */
  readonly folder: string;
}

/** Whether a file's demands also hold where the other's do: the organisation's everywhere, a folder's below it. */
export function isAround(outer: PolicySource, inner: PolicySource): boolean {
  if (outer.by === 'organisation') return inner.by === 'repository';
  return inner.by === 'repository' && inner.folder.startsWith(`${outer.folder}/`);
}

/** The organisation first, then the outermost folders; those of equal rank by their names. */
export function compareSources(a: PolicySource, b: PolicySource): number {
  return rankOf(a) - rankOf(b) || order(a.folder, b.folder) || order(a.file, b.file);
}

function rankOf({ by, folder }: PolicySource): number {
  return by === 'organisation' ? 0 : folder.split('/').length;
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
