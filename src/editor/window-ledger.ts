import { LedgerFile } from '../host/ledger-file.ts';
import { ledgerProblemText } from '../sentences/ledger.ts';
import type { Translate } from '../sentences/translate.ts';
import { WireFault } from '../wire/fault.ts';
import { isOver, type ReadLedger, readEntries } from '../wire/ledger/entries.ts';
import { type Ledger, LedgerFault, type LedgerProblem, type Outcome } from '../wire/ledger/ledger.ts';
import { endedLine, readLine, sentLine } from '../wire/ledger/line.ts';
import type { Receipt } from '../wire/receipt.ts';

/** What the user set about the ledger. */
export interface LedgerSettings {
  readonly enabled: boolean;
  /** Nothing leaves that cannot be written down; then it is kept whatever `enabled` says. */
  readonly required: boolean;
}

/** Something about the ledger that has to be said. */
export type LedgerTrouble =
  | { readonly is: LedgerProblem }
  /** A newer version's ledger was put aside under this name, and another begun. */
  | { readonly is: 'newer'; readonly name: string };

/** What a window's ledger is made of. */
export interface WindowLedgerOptions {
  /** The folder it is kept in, on this machine. */
  readonly folder: string;
  readonly settings: () => LedgerSettings;
  readonly onTrouble: (trouble: LedgerTrouble) => void;
  /** A line was added. */
  readonly onChange: () => void;
}

/** The most entries that are shown or written out at once. */
const MOST_ENTRIES = 20_000;

/** The ledger as a window keeps it; all windows keep the same one. */
export class WindowLedger implements Ledger {
  readonly #options: WindowLedgerOptions;
  readonly #file: LedgerFile;
  /** Those whose first line is written. */
  readonly #begun = new Set<string>();

  constructor(options: WindowLedgerOptions) {
    this.#options = options;
    this.#file = new LedgerFile({
      folder: options.folder,
      isOver: (text) => isOver(text, new Date().toISOString().slice(0, 10)),
      isNewer: (line) => readLine(line).type === 'newer',
      onNewer: (name) => options.onTrouble({ is: 'newer', name }),
    });
  }

  get folder(): string {
    return this.#options.folder;
  }

  /** Whether lines are written by what is set now. */
  get isKept(): boolean {
    const { enabled, required } = this.#options.settings();
    return enabled || required;
  }

  async begin(receipt: Receipt): Promise<void> {
    const { required } = this.#options.settings();
    if (!this.isKept) return;
    try {
      await this.#file.append(sentLine(receipt));
    } catch (error) {
      if (required) throw new WireFault('not-recorded', 'no');
      this.#options.onTrouble({ is: problemOf(error) });
      return;
    }
    this.#begun.add(receipt.id);
    this.#options.onChange();
  }

  async end(id: string, outcome: Outcome): Promise<void> {
    if (!this.#begun.delete(id)) return;
    try {
      await this.#file.append(endedLine(id, outcome));
    } catch (error) {
      this.#options.onTrouble({ is: problemOf(error) });
    }
    this.#options.onChange();
  }

  /**
   * All that is kept, the newest first.
   * @throws LedgerFault where it cannot be read.
   */
  async read(): Promise<ReadLedger & { readonly unreadable: number }> {
    const { texts, unreadable } = await this.#file.read();
    return { ...readEntries(texts, MOST_ENTRIES), unreadable };
  }

  /** @throws LedgerFault where it cannot be deleted. */
  async remove(): Promise<void> {
    await this.#file.remove();
    this.#options.onChange();
  }
}

/** A trouble as it is said in the panel. `folder` is where the ledger is kept. */
export function troubleText(
  trouble: LedgerTrouble,
  folder: string,
  t: Translate,
): { readonly title: string; readonly text: string } {
  if (trouble.is === 'newer') {
    const text = t(
      'A ledger of a newer version was found. It is left as it is, in {0}, and another is begun.',
      trouble.name,
    );
    return { title: t('Another ledger begun'), text };
  }
  const text = t('{0} Your prompt was sent all the same.', ledgerProblemText(trouble.is, folder, t));
  return { title: t('Not written down'), text };
}

/** What is wrong with the ledger, whatever was thrown. */
export function problemOf(error: unknown): LedgerProblem {
  return error instanceof LedgerFault ? error.problem : 'unwritable';
}
