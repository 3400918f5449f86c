import { KIND_IDS, kindOf } from '../../../src/detect/kinds.ts';

/**
 * Calls of the translator whose message is not written there, by what is written in its place: each takes it from a
 * table, and all that is in the table has to be translated.
 */
export const TABLES: Readonly<Record<string, () => readonly string[]>> = {
  'kindOf(kind).name': () => KIND_IDS.map((id) => kindOf(id).name),
  'kindOf(kind).opens': () => KIND_IDS.map((id) => kindOf(id).opens),
};

/** Calls that only pass a message on. */
export const PASSED_ON: readonly string[] = ['src/editor/translator.ts'];
