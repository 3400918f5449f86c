/** A name in a folder. */
export interface Entry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'link' | 'other';
}

/** A file that has more bytes than were wanted of it; none of them was read. */
export interface Larger {
  /** In bytes. */
  readonly size: number;
}

/**
 * A folder as it can be read; paths are below it, with `/` between names, and empty for the folder itself. What cannot
 * be read is thrown.
 */
export interface Tree {
  /** The names in a folder; where there are more than `most`, at least one more than that. */
  list(path: string, most: number, signal: AbortSignal): Promise<readonly Entry[]>;
  /** The bytes of a file that is no link and has at most `most` of them, also where it grows meanwhile. */
  read(path: string, most: number, signal: AbortSignal): Promise<Uint8Array | Larger>;
}
