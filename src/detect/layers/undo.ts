import { MARK_SIGNS } from '../survey/mark-signs.ts';
import { surveyWithoutLiterals } from '../survey/survey.ts';
import { findMarks } from './find-marks.ts';
import { MAX_DEPTH } from './layer.ts';
import type { Marks } from './marks.ts';
import { textPieces } from './pieces.ts';
import { View } from './view.ts';

/**
 * A text with all undone in it that is written in another way, level by level as deep as `MAX_DEPTH`: each view is of the
 * one before, the first of the text. In a view the whole of that stands with its characters undone, where there is any to
 * undo, and behind it what its pieces of base64 and hex stand for. To look for what is known already, whatever stands around it and however long it
 * is; `lookThrough` looks for what is not, and opens windows only. Nothing is unpacked. Time: linear.
 */
export function undoneLevels(text: string): readonly View[] {
  const levels: View[] = [];
  for (let source = text; levels.length < MAX_DEPTH;) {
    const view = undone(source, levels.at(-1));
    if (!view) break;
    levels.push(view);
    source = view.text;
  }
  return levels;
}

/** What a line of a quotation or a diff begins with, which counts in the first line without one before. */
const LINE_SIGNS = '>+-';

/** Whether a text may hold anything that is written in another way: where not, a survey finds no sign of it. */
export function mayBeWritten(text: string): boolean {
  // One line alone is no quotation and no diff.
  if (text !== '' && LINE_SIGNS.includes(text.charAt(0)) && text.includes('\n')) return true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) return true;
    const sorts = MARK_SIGNS[code] ?? 0;
    if (sorts === 0) continue;
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (next >= 128 || (sorts & (MARK_SIGNS[256 + next] ?? 0)) !== 0) return true;
  }
  return false;
}

/** A value with all undone in it that is written in another way, itself where nothing is; its base64 and hex stay. */
export function undoneValue(value: string): string {
  let text = value;
  for (let depth = 0; depth < MAX_DEPTH && mayBeWritten(text); depth++) {
    const marks = findMarks(text, surveyWithoutLiterals(text, 'written'));
    if (marks.length === 0) break;
    const view = new View();
    addUndone(view, text, marks);
    if (view.text === text) break;
    text = view.text;
  }
  return text;
}

/** What is undone of a text; undefined where nothing is that was not before. */
function undone(text: string, above: View | undefined): View | undefined {
  const survey = surveyWithoutLiterals(text, 'written');
  const isNew = (start: number, end: number): boolean => above === undefined || above.touches(start, end);
  const marks = findMarks(text, survey);
  const pieces = textPieces(text, survey, isNew);
  let hasNewMarks = false;
  for (let i = 0; i < marks.length && !hasNewMarks; i++) {
    hasNewMarks = marks.weightOf(i) !== 'deep' && isNew(marks.startOf(i), marks.endOf(i));
  }
  if (!hasNewMarks && pieces.length === 0) return undefined;
  const view = new View();
  if (hasNewMarks) addUndone(view, text, marks);
  for (const piece of pieces) {
    view.separate();
    view.addPiece(piece.text, piece.start, piece.end, piece.layers);
  }
  return view;
}

/** Adds the whole of a text, all marks in it undone. */
function addUndone(view: View, text: string, marks: Marks): void {
  let at = 0;
  for (let i = 0; i < marks.length; i++) {
    view.copy(text, at, marks.startOf(i));
    at = marks.endOf(i);
    view.replace(marks.textOf(i), marks.startOf(i), at, marks.layerOf(i), marks.stepOf(i));
  }
  view.copy(text, at, text.length);
}
