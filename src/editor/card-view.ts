import { gradeOf } from '../policy/grade.ts';
import type { IsoDate } from '../policy/dates.ts';
import type { Listing } from '../policy/openrouter-lists.ts';
import { type Clauses, missesOf } from '../policy/requirements.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { CardView } from '../protocol.ts';
import { citationTexts } from '../sentences/citation.ts';
import { demandsMet } from '../sentences/demands.ts';
import { listingSentence } from '../sentences/openrouter.ts';
import { policyCard } from '../sentences/policy-card.ts';
import type { Translate } from '../sentences/translate.ts';
import { citationView } from './citation-view.ts';
import { gradeTone } from './panel/panel-view.ts';

/** What is said beside the policy. */
export interface Beside {
  /** What the user can be asked about the account, in words. */
  readonly question?: string | undefined;
  /** What OpenRouter's own lists say of the destination. */
  readonly listing?: Listing | undefined;
}

/**
 * The card of a policy in words, weighed against what is demanded.
 * @param today the day to judge the age of sources by.
 */
export function cardView(
  policy: DataPolicy,
  destination: string,
  demands: Clauses,
  today: IsoDate,
  { question, listing }: Beside,
  t: Translate,
): CardView {
  const card = policyCard(policy, t);
  const demanded = demandsMet(demands, missesOf(policy, demands, today), t);
  return {
    title: card.title,
    destination,
    grade: card.grade,
    gradeTone: gradeTone(gradeOf(policy).grade),
    gradeSentence: card.gradeText,
    asOf: card.asOf,
    problem: card.problem,
    demands: demanded.map(({ citations, ...one }) => ({
      ...one,
      citations: citationTexts(citations, t).map(citationView),
    })),
    rows: card.rows.map(({ label, tone, text, note, of, citations }) => ({
      label: of === null ? label : `${label} (${of})`,
      tone,
      text,
      note,
      citations: citations.map(citationView),
    })),
    contradictions: card.contradictions.map(({ what, reading, sides }) => ({
      what,
      reading,
      sides: sides.map(({ label, text, citations }) => ({
        label,
        text,
        citations: citations.map(citationView),
      })),
    })),
    question: question ?? null,
    lists: [
      { heading: t('Asked for in each request'), items: [...card.asked] },
      {
        heading: t('What would change it'),
        items: card.openOn.map(({ text, note }) => withMore(text, note)),
      },
      {
        heading: t('What would improve it'),
        items: card.improvements.map(({ text, caveat }) => withMore(text, caveat)),
      },
      {
        heading: t('Listed by OpenRouter'),
        items: listing === undefined ? [] : [listingSentence(listing, t)],
      },
    ].filter(({ items }) => items.length > 0),
    alsoRead: card.alsoRead.map(citationView),
    labels: {
      facts: t('Facts in force'),
      demands: t('What you require'),
      contradictions: t('Where the sources contradict themselves'),
      reading: t('Reading in force'),
      alsoRead: t('Also read'),
      grade: t('Grade'),
      compare: t('Compare providers'),
      answer: t('Answer…'),
    },
  };
}

function withMore(text: string, more: string | null): string {
  return more === null ? text : `${text} (${more})`;
}
