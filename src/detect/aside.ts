import type { Detector } from './detector.ts';
import { type Finding, ScanFailure, type ScanFailureReason } from './finding.ts';

/** Findings, a list for each of several detectors. */
export type Lists = readonly (readonly Finding[])[];

/**
 * What a second thread finds in a content with the detectors it may take over, a list for each of them in their order;
 * undefined where it is not worth asking, or not there yet. Rejects with a `ScanFailure` when it does not answer.
 */
export type Aside = (content: string) => Promise<Lists> | undefined;

/** What the second thread is asked. */
export interface AsideRequest {
  readonly id: number;
  readonly aside: string;
}

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

  function ask(there: RemoteAside, content: string): Promise<Lists> {
    const id = ++lastId;
    const answer = new Promise<Lists>((resolve, reject) => waiting.set(id, { resolve, reject }));
    there.post({ id, aside: content });
    return answer;
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
export const isAside = ({ aside }: Detector): boolean => aside === true;

/**
 * What two threads found, as one would have: in the order of the detectors.
 * @throws ScanFailure `rule-failed` where a list is missing.
 */
export function allOf(detectors: readonly Detector[], here: Lists, elsewhere: Lists): Finding[] {
  if (here.length + elsewhere.length !== detectors.length) throw new ScanFailure('rule-failed');
  const lists = { here: here.values(), elsewhere: elsewhere.values() };
  return detectors.flatMap((detector) => {
    const { value } = (isAside(detector) ? lists.elsewhere : lists.here).next();
    if (value === undefined) throw new ScanFailure('rule-failed');
    return [...value];
  });
}
