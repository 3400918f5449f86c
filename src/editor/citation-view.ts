import type { CitationView } from '../protocol.ts';
import type { CitationText } from '../sentences/citation.ts';

/** A citation as a page of ours shows it. */
export function citationView({
  label,
  short,
  date,
  url,
  remark,
  stale,
  primary,
}: CitationText): CitationView {
  return {
    label,
    short,
    date,
    url,
    remark,
    doubtful: stale || !primary,
  };
}
