/*
 * The path of a drawing is numbers in a row and single letters; signs and dots part them, so that three numbers and more
 * read as one: `1.75.5.5`, `21.763.258Z`.
 */

const REACH = 40;
const BEFORE = /^(?:[-\d.,\s]|(?<![A-Za-z])[zZ]?[A-Za-z](?![A-Za-z])){6,40}$/;
const AFTER = /^[\s,-]{1,2}[-.]?\d|^[A-Za-z](?![A-Za-z])|^ [A-Za-z] -?\d|^["']\s?\/?>/;
/** A step of a path in whole numbers: `q 84 811`. */
const STEP = /(?<![A-Za-z])[A-Za-z] ?-?\d{1,5}[ ,-]-?\d/;

/** Whether [start, end) stands in the path of a drawing. Offsets are UTF-16 code units. */
export function isDrawn(text: string, start: number, end: number): boolean {
  if (!AFTER.test(text.slice(end, end + 8))) return false;
  const reach = text.slice(Math.max(0, start - REACH), start);
  const path = reach.slice(Math.max(reach.lastIndexOf('"'), reach.lastIndexOf("'")) + 1);
  if (!BEFORE.test(path)) return false;
  return (
    STEP.test(path) ||
    path
      .split(/[^\d.]+/)
      .slice(1)
      .some(isOfPath)
  );
}

/** Whether numbers written together are no whole number and no address. */
function isOfPath(run: string): boolean {
  return run.includes('.') && run.split('.').length !== 4;
}
