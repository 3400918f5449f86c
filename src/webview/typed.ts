import type { FoundView, ReviewView } from '../protocol/review.ts';

/** What was found in the text that was typed; its places count in that text. */
export function typedFound({ parts, found }: Pick<ReviewView, 'parts' | 'found'>): FoundView[] {
  const typed = parts.findIndex(({ attached }) => attached === '');
  return found.filter(({ part }) => part === typed);
}
