import type { Detector } from './detector.ts';
import { type Finding, ScanFailure, type ScanFailureReason } from './finding.ts';
import type { Places } from './survey/places.ts';

/** Findings, a list for each of several detectors. */
export type Lists = readonly (readonly Finding[])[];

/** What a second thread was asked. */
export interface Asked {
  /**
   * What it finds with the detectors it may take over, a list for each of them in their order. Rejects with a
   * `ScanFailure` when it does not answer.
   */
  readonly lists: Promise<Lists>;
  /** Tells it where literals stand in the content; it waits for that. */
  tell(literals: Places): void;
}

/** Asks a second thread of a content; undefined where that is not worth it, or it is not there yet. */
export type Aside = (content: string) => Asked | undefined;

/** What the second thread is asked, and then told: the places of literals as pairs of numbers. */
export type AsideRequest =
  | { readonly id: number; readonly aside: string }
  | { readonly id: number; readonly literals: Int32Array<ArrayBuffer> };

/** What it answers: the findings of each of its detectors, or why there are none. Never a piece of the text. */
export type AsideReply =
  | { readonly id: number; readonly each: Lists }
  | { readonly id: number; readonly failure: ScanFailureReason };

/** The second thread, as the scanner's own sees it. */
export interface RemoteAside {
  post(request: AsideRequest): void;
  onReply(listener: (reply: AsideReply) => void): void;
  /** The listener is called once when the thread ends, for whatever reason. */
  onExit(listener: () => void): void;
}

/** Somebody who waits for an answer. */
interface Waiting {
  readonly resolve: (each: Lists) => void;
  readonly reject: (failure: ScanFailure) => void;
}

/** Shorter texts are done before another thread has awoken; in UTF-16 code units. */
const LEAST = 1 << 15;
/** Asks whether the thread is there. */
const FIRST = 0;

/**
 * A second thread for long texts. It is started by the first of them, which does not wait for it; one that ends before
 * it was ever there is not started again, one that ends later is, and what it was asked then is refused. It has no
 * deadline of its own: whoever supervises the scanner ends both.
 *
 * @param spawn starts the thread
 * @param least the length from which on it is asked, in UTF-16 code units
 */
export function asideBy(spawn: () => RemoteAside, least = LEAST): Aside {
  const waiting = new Map<number, Waiting>();
  let remote: RemoteAside | undefined;
  let state: 'none' | 'starting' | 'there' | 'impossible' = 'none';
  let lastId = FIRST;

  function end(): void {
    state = state === 'there' ? 'none' : 'impossible';
    remote = undefined;
    for (const { reject } of waiting.values()) reject(new ScanFailure('scanner-died'));
    waiting.clear();
  }

  function ask(there: RemoteAside, content: string): Asked {
    const id = ++lastId;
    const lists = new Promise<Lists>((resolve, reject) => waiting.set(id, { resolve, reject }));
    there.post({ id, aside: content });
    return {
      lists,
      tell(literals) {
        if (waiting.has(id)) there.post({ id, literals: literals.pairs() });
      },
    };
  }

  function start(): void {
    try {
      remote = spawn();
      remote.onReply((reply) => {
        if (reply.id === FIRST) state = 'there';
        const asked = waiting.get(reply.id);
        waiting.delete(reply.id);
        if ('each' in reply) asked?.resolve(reply.each);
        else asked?.reject(new ScanFailure(reply.failure));
      });
      remote.onExit(end);
      remote.post({ id: FIRST, aside: '' });
      remote.post({ id: FIRST, literals: new Int32Array() });
    } catch {
      end();
    }
  }

  return (content) => {
    if (content.length < least) return undefined;
    if (state === 'none') {
      state = 'starting';
      // Not before this text is done: starting takes the time of a scan.
      setTimeout(start);
    }
    const there = state === 'there' ? remote : undefined;
    return there && ask(there, content);
  };
}

/** Whether a detector may be left to a second thread. */
export const isAside = ({ aside }: Detector): boolean => aside !== undefined;

/** The lists of some detectors and those of the others, in the order of all. */
export interface Parted {
  readonly those: Lists;
  readonly others: Lists;
}

/**
 * The lists of all detectors in their order.
 *
 * @param isOne whether a detector is one of those.
 * @throws ScanFailure `rule-failed` where there are more lists or fewer.
 */
export function inOrder(
  detectors: readonly Detector[],
  isOne: (detector: Detector) => boolean,
  { those, others }: Parted,
): Lists {
  if (those.length + others.length !== detectors.length) throw new ScanFailure('rule-failed');
  const left = { those: those.values(), others: others.values() };
  return detectors.map((detector) => {
    const { value } = (isOne(detector) ? left.those : left.others).next();
    if (value === undefined) throw new ScanFailure('rule-failed');
    return value;
  });
}
