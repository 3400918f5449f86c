import { type EndedEntry, readLine, type SentEntry } from './line.ts';

/** A request that left, and how it ended; undefined while it is on its way, or where the editor ended before it did. */
export interface LedgerEntry {
  readonly sent: SentEntry;
  readonly ended: EndedEntry | undefined;
}

/** What was read of a ledger. */
export interface ReadLedger {
  /** The newest first. */
  readonly entries: readonly LedgerEntry[];
  /** Lines that say nothing: cut off by a crash, or changed by hand. */
  readonly damaged: number;
  /** Lines of a newer version. */
  readonly newer: number;
  /** How many older entries were left out. */
  readonly leftOut: number;
}

/**
 * Reads the texts of a ledger, the oldest first, and puts the two lines of each request together.
 * @param most how many entries are wanted; the newest are taken.
 */
export function readEntries(texts: readonly string[], most = Infinity): ReadLedger {
  const sent = new Map<string, SentEntry>();
  const ended = new Map<string, EndedEntry>();
  let [damaged, newer] = [0, 0];
  for (const text of texts) {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const read = readLine(line);
      switch (read.type) {
        case 'sent': {
          const { type: _, ...entry } = read;
          sent.set(entry.id, entry);
          break;
        }
        case 'ended': {
          const { type: _, id, ...outcome } = read;
          ended.set(id, outcome);
          break;
        }
        case 'newer':
          newer += 1;
          break;
        case 'damaged':
          damaged += 1;
      }
    }
  }
  const entries = [...sent.values()].toSorted((a, b) => b.at - a.at);
  return {
    entries: entries.slice(0, most).map((entry) => ({ sent: entry, ended: ended.get(entry.id) })),
    damaged,
    newer,
    leftOut: Math.max(0, entries.length - most),
  };
}

/** Whether a file can go: nothing of it may be held any more, as far as anybody can tell. */
export function isOver(text: string, today: string): boolean {
  const { entries, newer } = readEntries([text]);
  const past = (one: SentEntry['held']['flagged']): boolean =>
    one === null || one.is === 'nothing' || (one.is === 'until' && one.day < today);
  return newer === 0 && entries.every(({ sent: { held } }) => past(held.content) && past(held.flagged));
}
