import type { Marks } from './marks.ts';
import type { View } from './view.ts';

/** How far around a mark is looked: the longest values, and the words that say what they are. */
const REACH = 200;
/** A window is opened and closed at a blank where there is one so near. */
const SNAP = 60;

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function snapped(text: string, from: number, step: 1 | -1): number {
  for (let at = from; at > 0 && at < text.length && Math.abs(at - from) <= SNAP; at += step) {
    if (isBlank(text.charCodeAt(step < 0 ? at - 1 : at))) return at;
  }
  return Math.min(Math.max(from, 0), text.length);
}

/**
 * Adds what stands around the marks that open a window, all marks there undone; windows that touch are one section.
 *
 * @param isNew whether what stands at [start, end) was not looked at before.
 */
export function addWindows(
  view: View,
  text: string,
  marks: Marks,
  isNew: (start: number, end: number) => boolean,
): void {
  const { length } = marks;
  const nextOpening = (from: number): number => {
    let i = from;
    while (i < length && !(marks.opens(i) && isNew(marks.startOf(i), marks.endOf(i)))) i += 1;
    return i;
  };
  let mark = 0;
  let floor = 0;
  for (let i = nextOpening(0); i < length;) {
    const from = Math.max(floor, snapped(text, marks.startOf(i) - REACH, -1));
    let to = marks.endOf(i) + REACH;
    for (i = nextOpening(i + 1); i < length && marks.startOf(i) - REACH <= to; i = nextOpening(i + 1)) {
      to = marks.endOf(i) + REACH;
    }
    to = snapped(text, to, 1);
    while (marks.startOf(mark) < from) mark += 1;
    view.separate();
    let at = from;
    for (; marks.startOf(mark) < to; mark++) {
      view.copy(text, at, marks.startOf(mark));
      at = marks.endOf(mark);
      view.replace(marks.textOf(mark), marks.startOf(mark), at, marks.layerOf(mark), marks.stepOf(mark));
    }
    floor = Math.max(at, to);
    view.copy(text, at, floor);
  }
}
