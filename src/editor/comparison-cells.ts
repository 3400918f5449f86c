import type { Compared } from '../airlock/compare.ts';
import { daysBetween, type IsoDate } from '../policy/dates.ts';
import { distinct, type Citation } from '../policy/evidence.ts';
import { evidenceOf, type Fact } from '../policy/facts.ts';
import { GRADES } from '../policy/grade.ts';
import { OWNERSHIP, REVIEW, TRAINING } from '../policy/model.ts';
import type { Clauses } from '../policy/requirements.ts';
import type { Contradiction, DataPolicy } from '../policy/resolve.ts';
import { compareRetention, severityOf, worstKept } from '../policy/retention.ts';
import type { Tone } from '../protocol/atoms.ts';
import type { CellView, ColumnId } from '../protocol/comparison.ts';
import { citationTexts } from '../sentences/citation.ts';
import { gradeSentences } from '../sentences/policy.ts';
import {
  assumptionText,
  keptWording,
  notKnown,
  ownershipWording,
  passedWording,
  restrictionWording,
  reviewWording,
  trainingWording,
} from '../sentences/policy-words.ts';
import { missSentence } from '../sentences/requirements.ts';
import type { Translate } from '../sentences/translate.ts';
import { citationView } from './citation-view.ts';
import { gradeTone } from './panel/panel-view.ts';

/** The column that shows what a clause is about. */
const COLUMN_OF: Readonly<Record<string, ColumnId>> = {
  training: 'training',
  retentionDays: 'retention',
  humanReview: 'review',
  passThrough: 'passes',
  regions: 'region',
  ownership: 'outputs',
  sourceAgeDays: 'age',
};
/** Longer than any source can be old. */
const UNDATED_DAYS = 100_000;
/** Worse than the severity of anything that is kept; a message carries no infinity. */
const WORST = 1e12;

/** What goes into a cell; no citations where nobody says it. */
interface Content {
  readonly tone: Tone;
  readonly text: string;
  readonly order: number | string;
  readonly citations?: readonly Citation[];
  readonly notes?: readonly (string | null | false)[];
}

/** The cells of a destination's row, each with its sources and whether it is as demanded. */
export function cellsOf(
  row: Compared,
  demands: Clauses,
  today: IsoDate,
  t: Translate,
): Record<ColumnId, CellView> {
  const { policy, grading, misses, name, models } = row;
  const { facts } = policy;
  const cell = (column: ColumnId, { tone, text, order, citations = [], notes = [] }: Content): CellView => {
    const missed = misses.filter(({ clause }) => COLUMN_OF[clause] === column);
    const demanded = Object.entries(demands).some(
      ([clause, value]) => value !== undefined && COLUMN_OF[clause] === column,
    );
    const met = missed.length === 0;
    return {
      tone,
      text,
      order,
      notes: [...missed.map((miss) => missSentence(miss, t)), ...notes].filter(
        (note) => typeof note === 'string',
      ),
      citations: citationTexts(distinct(citations), t).map(citationView),
      verdict: demanded ? { met, text: met ? t('As required') : t('Not as required') } : null,
    };
  };
  const stated = (
    fact: Fact<string>,
    wording: Pick<Content, 'tone' | 'text'>,
    order: number | string,
    about?: Contradiction['fact'],
  ): Content => {
    const dispute = contradictionAbout(policy, about, fact.provider);
    const strict = dispute?.sides.find(({ stance }) => stance === 'strict');
    return {
      tone: wording.tone,
      text: wording.text,
      order,
      // Of sources that disagree the one that is in force comes first.
      citations: [...(strict?.citations ?? []), ...fact.citations],
      notes: [fact.note, fact.reason && assumptionText(fact.reason, t), disputed(dispute, t)],
    };
  };
  const { training, retention, humanReview, region, outputOwnership, restrictions } = facts;
  const worst = worstKept(retention);
  const fits = misses.length === 0;
  const [because, ...more] = gradeSentences(policy, t);
  const { best: from, worst: to } = grading;
  return {
    destination: cell('destination', {
      tone: 'info',
      text: name,
      order: `${name} ${models.join()}`.toLowerCase(),
    }),
    fit: cell('fit', {
      tone: fits ? 'good' : 'bad',
      text: fits ? t('Fits') : misses.length === 1 ? t('Misses 1') : t('Misses {0}', misses.length),
      order: misses.length,
      notes: misses.map((miss) => missSentence(miss, t)),
      citations: misses.flatMap(({ citations }) => citations),
    }),
    grade: cell('grade', {
      tone: gradeTone(grading.grade),
      text: from === to ? because : `${because} ${t('Between {0} and {1}.', from, to)}`,
      order: GRADES.indexOf(grading.grade),
      notes: [...more, restrictions.length > 0 && restrictionWording(restrictions, t).text],
      citations: restrictions.flatMap(({ citations }) => citations),
    }),
    training: cell(
      'training',
      stated(training, trainingWording(training, t), TRAINING.indexOf(training.value), 'training'),
    ),
    retention: cell('retention', {
      ...(worst === undefined
        ? { tone: 'bad' as const, text: t('No period stated') }
        : keptWording(worst, t)),
      order: worst === undefined ? WORST : severityOf(worst),
      // The source of what the cell says comes first.
      citations: [worst, ...retention.filter(({ dormant }) => !dormant)].flatMap(
        (item) => item?.citations ?? [],
      ),
      notes: [
        ...retention
          .filter(({ dormant }) => !dormant)
          .toSorted((a, b) => compareRetention([b], [a]))
          .map((item) => (item.why === '' ? null : `${keptWording(item, t).text}: ${item.why}`)),
        disputed(contradictionAbout(policy, 'retention', worst?.provider ?? null), t),
      ],
    }),
    review: cell(
      'review',
      stated(humanReview, reviewWording(humanReview, t), REVIEW.indexOf(humanReview.value), 'humanReview'),
    ),
    passes: cell('passes', passes(policy, t)),
    region: cell(
      'region',
      stated(
        region,
        region.value === 'unknown' ? notKnown(t) : { tone: 'info' as const, text: region.value },
        // What is not known stands after every place.
        region.value === 'unknown' ? '\uffff' : region.value.toLowerCase(),
      ),
    ),
    outputs: cell(
      'outputs',
      stated(
        outputOwnership,
        ownershipWording(outputOwnership.value, t),
        OWNERSHIP.indexOf(outputOwnership.value),
      ),
    ),
    age: cell('age', age(row, today, t)),
  };
}

function passes(policy: DataPolicy, t: Translate): Content {
  const links = policy.facts.passThrough;
  const counted = links.filter((link) => link.counted);
  const [first] = [...counted, ...links];
  if (first === undefined) {
    return {
      tone: 'good',
      text: policy.local ? t('Stays on this machine') : t('To nobody that is on record'),
      order: 0,
    };
  }
  const { tone, text } = passedWording(first, t);
  return {
    tone,
    text: links.length === 1 ? text : t('{0}; {1} more', text, links.length - 1),
    order: counted.length * 100 + links.length,
    citations: links.flatMap(({ citations }) => citations),
    notes: [
      ...links.map((link) =>
        link.when === 'unknown' ? null : `${passedWording(link, t).text}: ${link.when}`,
      ),
      disputed(contradictionAbout(policy, 'passThrough', first.provider), t),
    ],
  };
}

/** How old what is known is: the oldest source of a fact in force, and whether any has no date. */
function age({ policy }: Compared, today: IsoDate, t: Translate): Content {
  const { oldestAsOf, undated, stale, facts, clockDoubted } = policy;
  const citations = distinct(evidenceOf(facts).flatMap((evidence) => evidence.citations));
  const old = citations.filter((citation) => citation.stale);
  const tone = stale ? 'caution' : 'good';
  const order = oldestAsOf === null ? UNDATED_DAYS : daysBetween(oldestAsOf, today) + (undated ? 0.5 : 0);
  const notes = [
    clockDoubted && t('The clock of this computer cannot be right, so every source counts as old.'),
    old.length > 0 &&
      t('{0} of {1} sources are undated or older than 180 days.', old.length, citations.length),
  ];
  const dated = oldestAsOf === null ? t('No source has a date') : t('Oldest of {0}', oldestAsOf);
  const text = oldestAsOf !== null && undated ? t('{0}, some undated', dated) : dated;
  const oldest = old.toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? -1 : 1));
  return { tone, text, order, notes, citations: [...oldest, ...citations] };
}

/** The first statements of a provider about a fact that do not fit together. */
function contradictionAbout(
  { contradictions }: DataPolicy,
  about: Contradiction['fact'] | undefined,
  provider: string | null,
): Contradiction | undefined {
  return contradictions.find((one) => about !== undefined && one.fact === about && one.provider === provider);
}

function disputed(found: Contradiction | undefined, t: Translate): string | null {
  return found === undefined ? null : t('Its sources disagree: {0} In force: {1}', found.what, found.reading);
}
