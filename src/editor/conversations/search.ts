import type { StoredConversation } from './stored.ts';

/** How much is shown around what was found, in UTF-16 code units. */
const BEFORE = 30;
const AFTER = 90;

/**
 * What stands around the first place of a conversation's texts that holds what is searched for, in whatever case.
 * Empty where only the title holds it; undefined where nothing does.
 */
export function searched(
  { title, turns }: Pick<StoredConversation, 'title' | 'turns'>,
  query: string,
): string | undefined {
  const wanted = query.trim().toLowerCase();
  if (title.toLowerCase().includes(wanted)) return '';
  for (const text of turns.flatMap((turn) => [turn.text, ...turn.attached.map((one) => one.text)])) {
    const at = text?.toLowerCase().indexOf(wanted) ?? -1;
    if (text && at >= 0) return around(text, at, wanted.length);
  }
  return undefined;
}

function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - BEFORE);
  const to = Math.min(text.length, at + length + AFTER);
  const words = text
    .slice(from, to)
    .toWellFormed()
    .replaceAll(/[\s\uFFFD]+/g, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}
