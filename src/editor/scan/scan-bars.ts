import { countOf, type FolderFound } from '../../airlock/scan/report.ts';
import type { FindingClass } from '../../detect/finding.ts';

/** A part of what was found: a folder, the files directly in one, or several folders. */
export interface Bar {
  /** Undefined where it is several. */
  readonly folder: Pick<FolderFound, 'root' | 'path'> | undefined;
  /** Whether it is the files directly in the folder only. */
  readonly isFlat: boolean;
  /** How many folders it stands for. */
  readonly folders: number;
  readonly total: number;
  /** Of them in files that may not leave. */
  readonly denied: number;
  readonly classes: Readonly<Record<FindingClass, number>>;
}

/** A folder that has this share of all is looked into, however many folders that gives. */
const MOST_OF_IT = 0.5;

/**
 * Takes all that was found apart by folders, the greatest first: each finding is in one of at most `most` bars. The
 * greatest folder is taken apart first, for as long as there is room; what is left over is put together.
 *
 * @param folders those with findings, each with all that is below it.
 */
export function barsOf(folders: readonly FolderFound[], most: number): readonly Bar[] {
  const children = new Map<string, FolderFound[]>();
  for (const folder of folders) {
    if (folder.path === '') continue;
    const at = folder.path.lastIndexOf('/');
    const key = keyOf({ root: folder.root, path: at < 0 ? '' : folder.path.slice(0, at) });
    const siblings = children.get(key);
    if (siblings) siblings.push(folder);
    else children.set(key, [folder]);
  }
  const below = ({ folder, isFlat }: Bar): readonly FolderFound[] =>
    folder === undefined || isFlat ? [] : (children.get(keyOf(folder)) ?? []);

  let bars: readonly Bar[] = folders.filter(({ path }) => path === '').map(wholeBar);
  const all = bars.reduce((sum, { total }) => sum + total, 0);
  for (;;) {
    const next = bars
      .filter((bar) => {
        const inside = below(bar);
        if (inside.length === 0) return false;
        return bars.length + inside.length <= most || bar.total > all * MOST_OF_IT;
      })
      .toSorted((a, b) => b.total - a.total)[0];
    if (next === undefined) return together(bars, most);
    const inside = below(next).map(wholeBar);
    const own = without(next, inside);
    bars = [...bars.filter((bar) => bar !== next), ...inside, ...(own.total > 0 ? [own] : [])];
  }
}

function keyOf({ root, path }: Pick<FolderFound, 'root' | 'path'>): string {
  return `${root}/${path}`;
}

function wholeBar(folder: FolderFound): Bar {
  const { classes, found } = folder;
  return { folder, isFlat: false, folders: 1, total: countOf(folder), denied: found.denied, classes };
}

/** What of a bar is in none of the others. */
function without(bar: Bar, others: readonly Bar[]): Bar {
  return {
    ...bar,
    isFlat: true,
    total: bar.total - sum(others, ({ total }) => total),
    denied: bar.denied - sum(others, ({ denied }) => denied),
    classes: byClass((id) => bar.classes[id] - sum(others, ({ classes }) => classes[id])),
  };
}

/** The greatest of them, and the others as one. */
function together(bars: readonly Bar[], most: number): readonly Bar[] {
  const sorted = bars.toSorted((a, b) => b.total - a.total);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  return [
    ...sorted.slice(0, most - 1),
    {
      folder: undefined,
      isFlat: false,
      folders: rest.length,
      total: sum(rest, ({ total }) => total),
      denied: sum(rest, ({ denied }) => denied),
      classes: byClass((id) => sum(rest, ({ classes }) => classes[id])),
    },
  ];
}

function byClass(count: (id: FindingClass) => number): Bar['classes'] {
  return {
    secret: count('secret'),
    pii: count('pii'),
    internal: count('internal'),
    path: count('path'),
    opaque: count('opaque'),
  };
}

function sum(bars: readonly Bar[], count: (bar: Bar) => number): number {
  return bars.reduce((all, bar) => all + count(bar), 0);
}
