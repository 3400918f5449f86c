import type { Entry, Tree } from '../../../../src/airlock/scan/tree.ts';
import type { Root } from '../../../../src/airlock/scan/scan-trees.ts';

/** A file in memory: its text or bytes, or what else it is; a link says where it leads, as `-> path`. */
type MadeUpFile = string | Uint8Array;

/** A folder in memory, its files by their paths. It counts what is asked of it, and follows no link itself. */
export class MadeUpTree implements Tree {
  readonly #files: ReadonlyMap<string, MadeUpFile>;
  readonly #names = new Map<string, Map<string, Entry['is']>>();
  listed = 0;
  reads = 0;
  /** How many files are being read, and the most there ever were. */
  reading = 0;
  mostReading = 0;

  constructor(files: Readonly<Record<string, MadeUpFile>>) {
    this.#files = new Map(Object.entries(files));
    this.#names.set('', new Map());
    for (const [path, file] of this.#files) {
      const names = path.split('/');
      for (const [depth, name] of names.entries()) {
        const folder = names.slice(0, depth).join('/');
        const entries = this.#names.get(folder) ?? new Map<string, Entry['is']>();
        const isLast = depth === names.length - 1;
        const isLink = typeof file === 'string' && file.startsWith('-> ');
        entries.set(name, !isLast ? 'folder' : isLink ? 'link' : file === '|' ? 'other' : 'file');
        this.#names.set(folder, entries);
      }
    }
  }

  async list(path: string, most: number): Promise<readonly Entry[]> {
    this.listed += 1;
    const names = this.#names.get(path);
    if (!names) throw new Error('there is no such folder');
    return [...names].slice(0, most + 1).map(([name, is]) => ({ name, is }));
  }

  async read(path: string, most: number): Promise<Uint8Array | { readonly size: number }> {
    this.reads += 1;
    this.reading += 1;
    this.mostReading = Math.max(this.mostReading, this.reading);
    await new Promise((resolve) => setImmediate(resolve));
    this.reading -= 1;
    const file = this.#files.get(path);
    if (file === undefined || file === '|') throw new Error('there is no such file');
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    return bytes.length > most ? { size: bytes.length } : bytes;
  }
}

/** A folder that is to be scanned, with nothing left out by settings unless it is said. */
export function rootOf(tree: Tree, over: Partial<Root> = {}): Root {
  return { name: 'made-up', tree, isExcluded: () => false, fileName: (path) => ({ path }), ...over };
}
