import { chunksOf } from './chunks.ts';
import type { StandIns } from './pieces.ts';

/** Pieces of a long text, see {@link chunksOf}, none of which ends in the midst of a stand-in's name. */
export function chunksOfWholeNames(text: string, standIns: StandIns): string[] {
  const chunks = chunksOf(text);
  if (chunks.length < 2 || standIns.size === 0) return chunks;
  const longest = Array.from(standIns.items()).reduce((most, { name }) => Math.max(most, name.length), 0);
  const whole: string[] = [];
  let from = 0;
  let cut = 0;
  for (const chunk of chunks) {
    cut += chunk.length;
    const floor = Math.max(from, cut - longest);
    let end = cut;
    for (const { start, end: after } of standIns.matches(text.slice(floor, cut + longest))) {
      if (floor + start >= cut) break;
      if (floor + after > cut) end = floor + start;
    }
    // A name that fills all of a chunk is longer than one that is ever shown; it is cut.
    if (end <= from) end = cut;
    whole.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) whole.push(text.slice(from));
  return whole;
}
