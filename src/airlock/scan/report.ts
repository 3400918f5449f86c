import type { Standing } from '../../decide/standing.ts';
import type { Evidence, FindingClass, Severity } from '../../detect/finding.ts';
import type { SkippedWhy, UnseenWhy } from '../../detect/left-out.ts';
import type { LeftOut } from './left-out.ts';

/** How many findings there are, by what may become of the files they are in. */
export type ByStanding = Readonly<Record<Standing, number>>;

/** Where a finding stands: lines and columns from 1, in UTF-16 code units; `endColumn` is exclusive. Never what stands there. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** A keyed fingerprint of the value; empty where nobody keeps a key. */
  readonly print: string;
}

/** The findings of one kind in one file; those that are declared to be made up are apart from the others. */
export interface KindInFile {
  readonly kind: string;
  readonly class: FindingClass;
  /** The worst of them. */
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly count: number;
  /** The first few. */
  readonly places: readonly Place[];
  /** The policy file that declares the values to be made up. No rule keeps such a file back. */
  readonly declaredBy?: string;
}

/** A file with findings. */
export interface FileFound {
  /** Which of the folders that were scanned it lies in. */
  readonly root: number;
  /** From that folder, with `/` between names. */
  readonly path: string;
  readonly standing: Standing;
  /** What the rule says of paths that decided on the standing; left out where none did. */
  readonly glob?: string;
  readonly kinds: readonly KindInFile[];
}

/** Findings that were counted, without those that are declared to be made up. */
export interface Counted {
  /** Files with findings. */
  readonly files: number;
  readonly found: ByStanding;
  readonly classes: Readonly<Record<FindingClass, number>>;
}

/** A folder with findings in it, or below it. */
export interface FolderFound extends Counted {
  readonly root: number;
  /** Empty for the folder that was scanned itself. */
  readonly path: string;
  /** Those in files that lie in it directly. */
  readonly own: number;
}

/** A kind of which there is any, be it declared only. */
export interface KindFound {
  readonly kind: string;
  readonly class: FindingClass;
  readonly files: number;
  readonly found: ByStanding;
}

/** What a chat in these folders could leak. No value is in it. */
export interface WorkspaceReport {
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** What the folders are called. */
  readonly roots: readonly string[];
  /** Files there are, and those of them that were looked into; the others are `unseen`. */
  readonly files: number;
  readonly looked: number;
  readonly total: Counted;
  /** Findings that are counted nowhere else: their values are declared to be made up, and go. */
  readonly declared: number;
  /** Those with the most findings first; of one path before those below it. */
  readonly folders: readonly FolderFound[];
  /** The most frequent first. */
  readonly kinds: readonly KindFound[];
  /** In the order of their paths. */
  readonly found: readonly FileFound[];
  /** Files with findings that are counted everywhere and not listed. */
  readonly unlisted: number;
  readonly skipped: readonly LeftOut<SkippedWhy>[];
  readonly unseen: readonly LeftOut<UnseenWhy>[];
}

/** All findings that were counted. */
export function countOf({ found }: Pick<Counted, 'found'>): number {
  return found.open + found.limited + found.redacted + found.denied;
}
