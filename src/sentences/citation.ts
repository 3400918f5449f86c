import type { Citation } from '../policy/evidence.ts';
import type { Translate } from './translate.ts';

/** A citation for people. */
export interface CitationText {
  /** Title and section. */
  readonly label: string;
  /** Its section, where that is short, or a word for it: a mark that fits into a cell. */
  readonly short: string;
  /** Its date, or that it has none. */
  readonly date: string;
  readonly url: string | null;
  readonly section: string | null;
  readonly asOf: string | null;
  readonly undated: boolean;
  readonly stale: boolean;
  /** The provider's own text; false is second-hand. */
  readonly primary: boolean;
  /** Date, age and origin in a few words: never leave it out where the citation is shown. */
  readonly remark: string;
}

/** A section of more characters than this is no mark for a narrow cell. */
const SHORT = 12;

export function citationText(citation: Citation, t: Translate): CitationText {
  const { title, url, section, asOf, undated, stale, primary } = citation;
  const date = asOf ?? t('undated');
  const mark = section?.replace(/^(?=\d)/, '§ ') ?? '';
  const remarks = [
    date,
    ...(stale && !undated ? [t('older than 180 days')] : []),
    ...(primary ? [] : [t('read second-hand')]),
  ];
  return {
    label: section === null ? title : `${title} · ${section}`,
    short: mark === '' || mark.length > SHORT ? t('Source') : mark,
    date,
    url,
    section,
    asOf,
    undated,
    stale,
    primary,
    remark: remarks.join(' · '),
  };
}

export function citationTexts(citations: readonly Citation[], t: Translate): readonly CitationText[] {
  return citations.map((citation) => citationText(citation, t));
}
