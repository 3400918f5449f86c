import type { AnswerEvent } from './answer-event.ts';
import type { ClearedRequest } from './cleared.ts';
import { type FaultReason, WireFault } from './fault.ts';
import { REAL_TIMERS, type Timers } from './patience.ts';
import { type SendOptions, sendCleared } from './send.ts';
import { Stopped } from './stopped.ts';

/**
 * Milliseconds to wait before a request of which nothing left is tried again, by what stood against it: a network that is
 * just waking up, a server that is just starting. Growing, and twice at most; what is not here is not tried again.
 */
const PAUSES: Readonly<Partial<Record<FaultReason, readonly number[]>>> = {
  'no-such-host': [400, 1_600],
  refused: [400, 1_600],
  // Each try takes seconds by itself.
  'slow-to-connect': [1_000],
};

/** What sending with further tries needs from outside. */
export interface RetryOptions extends SendOptions {
  readonly timers?: Timers;
}

/**
 * Sends a cleared request as `sendCleared` does, and tries again where it is certain that nothing left and the reason
 * may pass by itself. Each try passes the gate anew. What left, or may have, is never sent again from here.
 */
export async function* sendWithRetries(
  cleared: ClearedRequest,
  options: RetryOptions,
): AsyncGenerator<AnswerEvent> {
  const { timers = REAL_TIMERS, signal } = options;
  for (let tried = 0; ; tried += 1) {
    try {
      yield* sendCleared(cleared, options);
      return;
    } catch (error) {
      const pause =
        error instanceof WireFault && error.sent === 'no' ? PAUSES[error.reason]?.[tried] : undefined;
      if (pause === undefined) throw error;
      await pauseFor(pause, timers, signal);
    }
  }
}

async function pauseFor(milliseconds: number, timers: Timers, signal: AbortSignal): Promise<void> {
  let callOff: () => void = () => undefined;
  let stop: () => void = () => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      stop = () => reject(new Stopped('no'));
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      callOff = timers.after(milliseconds, resolve);
    });
  } finally {
    callOff();
    signal.removeEventListener('abort', stop);
  }
}
