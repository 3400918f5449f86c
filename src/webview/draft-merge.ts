/**
 * The composer's text when the extension changes the draft, such as when it puts a prompt back that could not be sent,
 * while the user types. What the extension does not know yet is kept behind what it brings.
 *
 * @param draft the extension's text, which ends with `told` where that was kept.
 * @param told what the extension was told last.
 * @param untold what the user has typed since, all of it, if anything.
 */
export function mergeDraft(draft: string, told: string, untold: string | undefined): string {
  if (untold === undefined || untold.trim() === '' || draft === '') return draft;
  if (told.trim() !== '' && draft.endsWith(told)) return draft.slice(0, -told.length) + untold;
  return `${draft}\n\n${untold}`;
}
