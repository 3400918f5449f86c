/** Finds files of the window by a glob, at most so many; rejects where it cannot. */
export type Search<Found> = (glob: string, most: number) => PromiseLike<readonly Found[]>;

/** Files that were found, and whether there are no others. */
export interface Listed<Found> {
  readonly found: readonly Found[];
  readonly isComplete: boolean;
}

/**
 * Lists files that say what may leave. Where the search fails, or finds more than are read, nobody knows what the others
 * would demand: that is no empty list.
 * @param most how many are read; one more is asked for, as a search does not tell whether it was cut off.
 */
export async function listFiles<Found>(
  search: Search<Found>,
  glob: string,
  most: number,
): Promise<Listed<Found>> {
  try {
    const found = await search(glob, most + 1);
    return { found, isComplete: found.length <= most };
  } catch {
    return { found: [], isComplete: false };
  }
}
