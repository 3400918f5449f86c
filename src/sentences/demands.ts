import type { Place } from '../policy/places.ts';
import type { Clauses, Miss } from '../policy/requirements.ts';
import { placesText } from './place.ts';
import { missSentence } from './requirements.ts';
import type { Translate } from './translate.ts';

/** What is demanded, a few words for each clause. */
export function demandTexts(demands: Clauses, t: Translate): readonly string[] {
  return demanded(demands).map(([clause, value]) => demandText(clause, value, t));
}

/** What is demanded of a destination, with whether it does so; `why` is the sentence for what it does instead. */
export interface DemandMet {
  readonly text: string;
  readonly met: boolean;
  readonly verdict: string;
  readonly why: string | null;
  readonly citations: Miss['citations'];
}

/** Each clause that is demanded, met or missed; those missed come with what was found instead. */
export function demandsMet(demands: Clauses, misses: readonly Miss[], t: Translate): readonly DemandMet[] {
  return demanded(demands).map(([clause, value]) => {
    const miss = misses.find((one) => one.clause === clause);
    return {
      text: demandText(clause, value, t),
      met: miss === undefined,
      verdict: miss === undefined ? t('met') : t('missed'),
      why: miss === undefined ? null : missSentence(miss, t),
      citations: miss?.citations ?? [],
    };
  });
}

/** Whether a destination does what is demanded, in a few words: `misses: No training`. Empty where nothing is demanded. */
export function fitBrief(demands: Clauses, misses: readonly Miss[], t: Translate): string {
  const all = demanded(demands);
  if (all.length === 0) return '';
  const missed = all.filter(([clause]) => misses.some((miss) => miss.clause === clause));
  if (missed.length === 0) return t('as you require');
  return t('misses: {0}', missed.map(([clause, value]) => demandText(clause, value, t)).join(', '));
}

function demanded(demands: Clauses): [string, unknown][] {
  return Object.entries(demands).filter(([, value]) => value !== undefined);
}

function demandText(clause: string, value: unknown, t: Translate): string {
  const said = Array.isArray(value) ? value.join(', ') : String(value);
  switch (clause) {
    case 'training':
      return t('No training');
    case 'retentionDays':
      return value === 0 ? t('Nothing kept') : t('Kept for at most {0} days', said);
    case 'humanReview':
      return value === 'never' ? t('No people look') : t('People only if flagged');
    case 'passThrough':
      return t('Passed on to nobody');
    case 'ownership':
      return t('Answers are yours');
    case 'sourceAgeDays':
      return t('Sources of at most {0} days', said);
    case 'regions':
      return said === ''
        ? t('Only on this machine')
        : t('Only in {0}', placesText(value as readonly Place[], t));
    default:
      return `${clause}: ${said}`;
  }
}
