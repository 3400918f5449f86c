import type { Airlock, Review } from '../../airlock.ts';
import type { UserRule } from '../../decide/user-rules.ts';
import type { ScanFailure } from '../../detect/finding.ts';
import type { StandIn } from '../../redact/vault.ts';
import type { WireFault } from '../../wire/fault.ts';
import type { Route } from '../../wire/route.ts';
import type { Delta, Turn } from './turn.ts';

/** Something that has to be said above the composer. */
export type Problem =
  | {
      readonly kind: 'fault';
      readonly fault: WireFault;
      readonly host: string;
      /** Milliseconds since 1970 until which the host asked to wait, where it did. */
      readonly until: number | undefined;
      /** Where it was to go, and the variable that its key came from. */
      readonly sent?: Addressed;
    }
  | { readonly kind: 'scan'; readonly failure: ScanFailure }
  | { readonly kind: 'settings'; readonly text: string }
  /** What left could not be written down; it was sent all the same. */
  | { readonly kind: 'ledger'; readonly title: string; readonly text: string }
  /** Nothing is wrong, and yet it has to be known. */
  | { readonly kind: 'note'; readonly title: string; readonly text: string }
  /** What is attached is not what was shown; nothing was sent. */
  | { readonly kind: 'attachments'; readonly text: string }
  | { readonly kind: 'internal' };

/** A destination that is ready to be used, or why it is not. */
export type RouteResult =
  | { readonly ok: true; readonly route: Route; readonly name: string }
  | { readonly ok: false; readonly text: string };

/** Where something was sent, by which key. */
export interface Addressed {
  readonly route: Route;
  /** The variable of the environment that the key came from; undefined where it was kept, or none was needed. */
  readonly variable: string | undefined;
}

/** The key for a route; none where none is needed, or where the one there is cannot be sent. */
export interface KeyAccess {
  readonly key: string | undefined;
  readonly variable?: string | undefined;
  readonly isUnusable?: boolean;
}

/** What a chat needs from the editor. */
export interface ChatOptions {
  readonly airlock: Airlock;
  /** The destination chosen at this moment. */
  readonly route: () => RouteResult;
  /** The key for a route, asked for where there is none yet; undefined when none is given although one is needed. */
  readonly key: (route: Route) => Promise<KeyAccess | undefined>;
  /** Puts a value on the list of those that are always allowed. What waits is reconsidered by the change of settings. */
  readonly allowValue: (value: string) => Promise<void>;
  /** Puts a rule into the user's list, at that place; undefined for a rule that cannot be written. */
  readonly allowKind: (rule: { readonly rule: UserRule; readonly at: number } | undefined) => Promise<void>;
  /** Reads what is attached once more, before it leaves; a problem where it is not any more what was shown. */
  readonly freshen?: () => Promise<Problem | undefined>;
  /** It was decided of a prompt whether it may go to the destination of that name. */
  readonly onDecision?: (review: Review, name: string) => void;
  /** Everything changed but streamed text. */
  readonly onChange: () => void;
  /** The prompt was looked through as it stands in the composer: nothing but `pending` has changed. */
  readonly onLooked?: () => void;
  /** A piece of an answer came in. */
  readonly onDelta: (turn: Turn, delta: Delta, standIns: readonly StandIn[]) => void;
  /** Writes a line of ids, counts and durations, never of text. */
  readonly log: (line: string) => void;
}
