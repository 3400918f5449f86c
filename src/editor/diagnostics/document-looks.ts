import type { Finding, Scan } from '../../detect/finding.ts';

/** What is looked through: a document of the editor, or whatever has a version that grows with each change. */
export interface Lookable {
  readonly version: number;
  readonly isClosed: boolean;
  getText(): string;
}

/** What came of a look at a document, as it was in that version. */
export type Look =
  | { readonly is: 'found'; readonly version: number; readonly findings: readonly Finding[] }
  /** It is longer than is looked through as it is typed. */
  | { readonly is: 'too-long' }
  /** It could not be looked through; what was found before may not be there any more. */
  | { readonly is: 'failed' };

export interface LooksOptions<D extends Lookable> {
  readonly scan: Scan;
  /** Calls back after a pause, once; as `setTimeout`. */
  readonly wait: (work: () => void) => { cancel(): void };
  /** In UTF-16 code units. */
  readonly longest: number;
  readonly onLook: (document: D, look: Look) => void;
  /** Told at the first of several failures in a row, with the error. */
  readonly onFailure: (error: unknown) => void;
}

interface Watched {
  pause: { cancel(): void } | undefined;
  isScanned: boolean;
  /** Another look is due once the one that goes on has ended. */
  isDue: boolean;
}

/**
 * Looks through documents as they are typed: after a pause in typing, with one scan at a time for each document. What
 * was found counts only where the document is still as it was and the rules still hold; otherwise it is looked through
 * again.
 */
export class DocumentLooks<D extends Lookable> {
  readonly #options: LooksOptions<D>;
  readonly #watched = new Map<D, Watched>();
  /** Counts the changes of what would be found. */
  #rules = 0;
  #hasFailed = false;

  constructor(options: LooksOptions<D>) {
    this.#options = options;
  }

  isWatched(document: D): boolean {
    return this.#watched.has(document);
  }

  /** A document came into view, or has changed: it is looked through after a pause. */
  changed(document: D): void {
    const watched = this.#watched.get(document) ?? { pause: undefined, isScanned: false, isDue: false };
    this.#watched.set(document, watched);
    watched.pause?.cancel();
    watched.pause = this.#options.wait(() => {
      watched.pause = undefined;
      void this.#look(document, watched);
    });
  }

  /** Other rules hold: all are looked through again, and what is being found does not count. */
  again(): void {
    this.#rules += 1;
    for (const document of this.#watched.keys()) this.changed(document);
  }

  /** A document was closed; nothing is told of it any more. */
  forget(document: D): void {
    this.#watched.get(document)?.pause?.cancel();
    this.#watched.delete(document);
  }

  /** Forgets all of them. */
  clear(): void {
    for (const document of this.#watched.keys()) this.forget(document);
  }

  async #look(document: D, watched: Watched): Promise<void> {
    const { scan, longest, onLook, onFailure } = this.#options;
    if (watched.isScanned) {
      watched.isDue = true;
      return;
    }
    if (document.isClosed) return this.forget(document);
    const { version } = document;
    const rules = this.#rules;
    const text = document.getText();
    if (text.length > longest) return onLook(document, { is: 'too-long' });
    const isStill = (): boolean =>
      this.#watched.get(document) === watched && document.version === version && this.#rules === rules;
    watched.isScanned = true;
    try {
      const [findings] = await scan([text]);
      if (findings === undefined) throw new Error('the scan did not answer for the document');
      this.#hasFailed = false;
      if (isStill()) onLook(document, { is: 'found', version, findings });
    } catch (error) {
      if (!this.#hasFailed) onFailure(error);
      this.#hasFailed = true;
      // Whatever was found before is worth less than nothing now.
      if (this.#watched.get(document) === watched) onLook(document, { is: 'failed' });
    }
    watched.isScanned = false;
    // A change begins a pause of its own; only one that ended during the scan still waits for it.
    if (watched.isDue && this.#watched.get(document) === watched) {
      watched.isDue = false;
      void this.#look(document, watched);
    }
  }
}
