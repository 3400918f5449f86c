import type { Airlock } from '../airlock.ts';
import type { UserRule } from '../decide/user-rules.ts';
import type { ScanFailure } from '../detect/finding.ts';
import type { StandIn } from '../redact/vault.ts';
import type { WireFault } from '../wire/fault.ts';
import type { Route } from '../wire/route.ts';
import type { Turn } from './turn.ts';

/** Something that has to be said above the composer. */
export type Problem =
  | { readonly kind: 'fault'; readonly fault: WireFault; readonly host: string }
  | { readonly kind: 'scan'; readonly failure: ScanFailure }
  | { readonly kind: 'settings'; readonly text: string }
  | { readonly kind: 'internal' };

/** A destination that is ready to be used, or why it is not. */
export type RouteResult =
  | { readonly ok: true; readonly route: Route; readonly name: string }
  | { readonly ok: false; readonly text: string };

/** What a chat needs from the editor. */
export interface ChatOptions {
  readonly airlock: Airlock;
  /** The destination chosen at this moment. */
  readonly route: () => RouteResult;
  /** The key for a route, asked for where there is none yet; undefined when none is given although one is needed. */
  readonly key: (route: Route) => Promise<{ readonly key: string | undefined } | undefined>;
  /** Puts a value on the list of those that are always allowed. What waits is reconsidered by the change of settings. */
  readonly allowValue: (value: string) => Promise<void>;
  /** Puts a rule into the user's list, at that place; undefined for a rule that cannot be written. */
  readonly allowKind: (rule: { readonly rule: UserRule; readonly at: number } | undefined) => Promise<void>;
  /** Everything changed but streamed text. */
  readonly onChange: () => void;
  /** A piece of an answer came in. */
  readonly onDelta: (turn: Turn, text: string, standIns: readonly StandIn[]) => void;
  /** Writes a line of ids, counts and durations, never of text. */
  readonly log: (line: string) => void;
}
