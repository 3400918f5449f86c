import type { CitationText } from '../../sentences/citation.ts';
import type { Line } from './blocks.ts';

/** A sentence, and behind it where that is written, with section, date and age: `[title · § 2](…) (2026-10-01)`. */
export function cited(sentence: string, citations: readonly CitationText[]): Line {
  return [
    sentence,
    ...citations.flatMap(({ url, label, remark }, i): Line => [
      i > 0 ? '; ' : sentence.endsWith('.') ? ' ' : ' — ',
      url === null ? label : { cite: url, label },
      ` (${remark})`,
    ]),
  ];
}
