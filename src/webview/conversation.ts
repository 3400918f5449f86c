import type { PanelState } from '../protocol.ts';
import type { StandInView } from '../protocol/answer.ts';
import { NameIndex } from '../redact/names.ts';
import type { StandIns } from './pieces.ts';

/** The stand-ins of the whole conversation, and those that what is under review would leave with. */
export function standInsOf({ turns, review }: PanelState): StandIns {
  const index = new NameIndex<StandInView>();
  for (const { start, end, standIn: name, name: what } of review?.changes ?? []) {
    index.add(name, { name, value: review?.text.slice(start, end) ?? '', what });
  }
  for (const { standIns } of turns) for (const standIn of standIns) index.add(standIn.name, standIn);
  return index;
}

/** What looks like a stand-in in any of the turns, and stands for nothing. */
export function unknownOf({ turns }: PanelState): string[] {
  return [...new Set(turns.flatMap(({ unknown }) => unknown))];
}
