import { loadCatalogue, type Catalogue } from '../../src/policy/catalogue.ts';
import { isClockSane } from '../../src/policy/evidence.ts';
import { dueSources, loadRefreshSources } from '../../src/policy/freshness.ts';
import { isIsoDate } from '../../src/policy/dates.ts';

/** `npm run policy:review [YYYY-MM-DD]`: the sources that somebody has to read again, and what rests on them. */

export interface Review {
  /** False where the day cannot be right, and nothing could be told of it. */
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * What is due on a day, the undated first, then the oldest first. A day before the catalogue's own is refused: by a
 * clock that is wrong, nothing would be old.
 */
export function reviewOn(catalogue: Catalogue, today: string): Review {
  if (!isIsoDate(today)) return { ok: false, lines: [`"${today}" is not a date written YYYY-MM-DD.`] };
  if (!isClockSane(catalogue, today)) {
    const problem = `${today} lies before the date of the catalogue, ${catalogue.asOf}: the clock is wrong.`;
    return { ok: false, lines: [problem] };
  }
  const due = dueSources(catalogue, loadRefreshSources(catalogue), today);
  const total = Object.keys(catalogue.sources).length;
  return {
    ok: true,
    lines: [
      `Catalogue of ${catalogue.asOf}, seen on ${today}: ${due.length} of ${total} sources are due.`,
      ...due.flatMap(({ id, title, url, asOf, ageDays, primary, facts, refresh }) => [
        '',
        `${asOf === null ? 'undated' : `${asOf} (${ageDays ?? '?'} days)`}  ${id}: ${title}${primary ? '' : ' (second-hand)'}`,
        `  read:  ${url ?? 'no address'}`,
        `  rests: ${restsOn(facts)}`,
        ...(refresh.length > 0 ? [`  also:  ${refresh.join(', ')} in refresh.json`] : []),
      ]),
    ],
  };
}

/** How many facts of which providers: `groq (4), xai (1)`. */
function restsOn(facts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const provider = fact.slice(0, fact.indexOf(' '));
    counts.set(provider, (counts.get(provider) ?? 0) + 1);
  }
  return counts.size === 0 ? 'nothing' : [...counts].map(([id, n]) => `${id} (${n})`).join(', ');
}

if (import.meta.main) {
  const { ok, lines } = reviewOn(loadCatalogue(), process.argv[2] ?? new Date().toISOString().slice(0, 10));
  console.log(lines.join('\n'));
  if (!ok) process.exitCode = 1;
}
