import type { Standing } from '../../decide/standing.ts';
import type { FindingClass } from '../../detect/finding.ts';
import type { SkippedWhy, UnseenWhy } from '../../detect/left-out.ts';
import { LeftOuts } from './left-out.ts';
import {
  type Counted,
  countOf,
  type FileFound,
  type FolderFound,
  type KindFound,
  type WorkspaceReport,
} from './report.ts';

/** How much is listed: what is more is counted. */
export interface TallyBounds {
  /** Kinds of files, in all. */
  readonly rows: number;
  /** The same of one kind in one folder, so that none takes the place of all others. */
  readonly rowsOfKindInFolder: number;
}

export const TALLY_BOUNDS: TallyBounds = { rows: 20_000, rowsOfKindInFolder: 200 };

interface Counting {
  files: number;
  readonly found: Record<Standing, number>;
  readonly classes: Record<FindingClass, number>;
}

interface FolderCounting extends Counting {
  readonly root: number;
  readonly path: string;
  own: number;
}

interface KindCounting {
  readonly kind: string;
  readonly class: FindingClass;
  files: number;
  readonly found: Record<Standing, number>;
}

/** Adds up what is found, file by file; what it holds grows with folders and kinds, and with files up to its bounds. */
export class Tally {
  readonly skipped = new LeftOuts<SkippedWhy>();
  readonly unseen = new LeftOuts<UnseenWhy>();
  readonly #bounds: TallyBounds;
  readonly #total = counting();
  readonly #folders = new Map<string, FolderCounting>();
  readonly #kinds = new Map<string, KindCounting>();
  readonly #found: FileFound[] = [];
  readonly #rowsOf = new Map<string, number>();
  #rows = 0;
  #unlisted = 0;
  #declared = 0;
  #files = 0;
  #looked = 0;

  constructor(bounds: TallyBounds = TALLY_BOUNDS) {
    this.#bounds = bounds;
  }

  /** There is such a file. */
  known(): void {
    this.#files += 1;
  }

  /** One of them was looked into. */
  looked(): void {
    this.#looked += 1;
  }

  /** Files there are, and those that are done with. */
  get progress(): { readonly done: number; readonly known: number } {
    return { done: this.#looked + this.unseen.total, known: this.#files };
  }

  /** Something was found in a file. */
  add(file: FileFound): void {
    const { root, path, standing, kinds } = file;
    const isReal = kinds.some(({ declaredBy }) => declaredBy === undefined);
    const folders = isReal ? foldersOf(path).map((folder) => this.#folder(root, folder)) : [];
    const own = folders.at(-1);
    if (isReal) for (const one of [this.#total, ...folders]) one.files += 1;
    for (const { kind, class: className, count, declaredBy } of kinds) {
      if (declaredBy !== undefined) {
        this.#declared += count;
        this.#kind(kind, className);
        continue;
      }
      for (const one of [this.#total, ...folders]) {
        one.found[standing] += count;
        one.classes[className] += count;
      }
      if (own) own.own += count;
      const counted = this.#kind(kind, className);
      counted.files += 1;
      counted.found[standing] += count;
    }
    this.#list(file, `${root}/${foldersOf(path).at(-1) ?? ''}`);
  }

  /** @param between when it began and ended, in milliseconds since 1970. */
  report(roots: readonly string[], between: Pick<WorkspaceReport, 'startedAt' | 'endedAt'>): WorkspaceReport {
    return {
      ...between,
      roots,
      files: this.#files,
      looked: this.#looked,
      total: this.#total,
      declared: this.#declared,
      folders: [...this.#folders.values()].toSorted(
        (a: FolderFound, b: FolderFound) =>
          countOf(b) - countOf(a) || a.root - b.root || byText(a.path, b.path),
      ),
      kinds: [...this.#kinds.values()].toSorted(
        (a: KindFound, b: KindFound) => countOf(b) - countOf(a) || byText(a.kind, b.kind),
      ),
      found: this.#found.toSorted((a, b) => a.root - b.root || byText(a.path, b.path)),
      unlisted: this.#unlisted,
      skipped: this.skipped.list(),
      unseen: this.unseen.list(),
    };
  }

  /** Keeps the file with the kinds there is room for. */
  #list(file: FileFound, folder: string): void {
    const kinds = file.kinds.filter(({ kind }) => {
      const key = `${folder}\n${kind}`;
      const rows = this.#rowsOf.get(key) ?? 0;
      if (rows >= this.#bounds.rowsOfKindInFolder || this.#rows >= this.#bounds.rows) return false;
      this.#rowsOf.set(key, rows + 1);
      this.#rows += 1;
      return true;
    });
    if (kinds.length > 0) this.#found.push({ ...file, kinds });
    if (kinds.length < file.kinds.length) this.#unlisted += 1;
  }

  #kind(kind: string, className: FindingClass): KindCounting {
    const known = this.#kinds.get(kind) ?? { kind, class: className, files: 0, found: standings() };
    this.#kinds.set(kind, known);
    return known;
  }

  #folder(root: number, path: string): FolderCounting {
    const key = `${root}/${path}`;
    let folder = this.#folders.get(key);
    if (folder === undefined) {
      folder = { ...counting(), root, path, own: 0 };
      this.#folders.set(key, folder);
    }
    return folder;
  }
}

/** The folders a file lies in, from the outermost, which is empty, to its own. */
function foldersOf(path: string): string[] {
  const names = path.split('/');
  return names.map((_, i) => names.slice(0, i).join('/'));
}

function counting(): Counting & Counted {
  return { files: 0, found: standings(), classes: { secret: 0, pii: 0, internal: 0, path: 0, opaque: 0 } };
}

function standings(): Record<Standing, number> {
  return { open: 0, limited: 0, redacted: 0, denied: 0 };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
