import type { Timers } from './patience.ts';

/**
 * The items of a stream, each of which has to come within a time.
 * @param onLate makes the error it ends with; what the stream still does then is nobody's any more.
 */
export async function* within<T>(
  items: AsyncGenerator<T>,
  milliseconds: number,
  timers: Timers,
  onLate: () => Error,
): AsyncGenerator<T> {
  let late = false;
  try {
    for (;;) {
      let callOff: () => void = () => undefined;
      const deadline = new Promise<never>((_, reject) => {
        callOff = timers.after(milliseconds, () => {
          late = true;
          reject(onLate());
        });
      });
      try {
        const { done, value } = await Promise.race([items.next(), deadline]);
        if (done) return;
        yield value;
      } finally {
        callOff();
      }
    }
  } finally {
    // One that hangs would never come back from it.
    const ended = items.return(undefined).catch(() => undefined);
    if (!late) await ended;
  }
}
