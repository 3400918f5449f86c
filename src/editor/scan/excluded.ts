import { excludedBy } from '../attachments/ignore.ts';

/**
 * What settings such as `files.exclude` leave out, for many paths: those that are about a name wherever it lies, as most
 * are, are looked up, and only the others tried one by one. A path below one that is left out is not asked about.
 *
 * @param before the path of the folder that is scanned, below the folder that the settings count from.
 */
export function excludedFrom(
  settings: readonly unknown[],
  before = '',
): (path: string, name: string) => boolean {
  const names = new Set<string>();
  const others = settings.map((setting) =>
    Object.fromEntries(
      Object.entries(Object(setting) as Record<string, unknown>).filter(([glob, value]) => {
        const name = /^\*\*\/([^*?{}[\]/\\]+)$/.exec(glob)?.[1];
        if (name === undefined || value !== true) return true;
        names.add(alike(name));
        return false;
      }),
    ),
  );
  const isOther = excludedBy(...others);
  return (path, name) => names.has(alike(name)) || isOther(before === '' ? path : `${before}/${path}`, false);
}

/** As globs have it: case and the two ways to compose an accent do not matter. */
function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
