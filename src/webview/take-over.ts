/** Where two texts differ: the one becomes the other by putting `put` in place of what stands from `start` to `end`. */
export function differenceOf(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly put: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  return { start, end: before.length - same, put: after.slice(start, after.length - same) };
}

/**
 * The browser puts a text in line by line, each as an edit of its own, and takes minutes over thousands. One with more than so
 * many characters is put in at once, and cannot be taken back.
 */
const LONGEST_EDIT = 20_000;

/**
 * Puts the extension's draft into the text area. What changed within a text is an edit like one of the user's, so that
 * the browser's own undo takes it back; a text that was sent, or comes back, is not.
 */
export function takeOver(area: HTMLTextAreaElement, text: string): void {
  if (area.value === text) return;
  if (area.value !== '' && text !== '') {
    const { start, end, put } = differenceOf(area.value, text);
    if (put.length <= LONGEST_EDIT) {
      area.focus();
      area.setSelectionRange(start, end);
      // Nothing else adds to what the browser can undo.
      if (put === '') document.execCommand('delete');
      else document.execCommand('insertText', false, put);
    }
  }
  if (area.value !== text) area.value = text;
}
