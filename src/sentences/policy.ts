import { gradeOf } from '../policy/grade.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { isContent, worstKept } from '../policy/retention.ts';
import { writeDestination } from '../policy/destination.ts';
import { distinct, type Citation } from '../policy/evidence.ts';
import { citationTexts, type CitationText } from './citation.ts';
import {
  assumptionText,
  keptWording,
  passedWording,
  restrictionWording,
  reviewWording,
  trainingWording,
  withContradiction,
  type Wording,
} from './policy-words.ts';
import type { Translate } from './translate.ts';

/** One short row of the line above the composer. `place` says where it goes, or that nothing goes. */
export interface PolicyRow extends Wording {
  readonly fact: 'place' | 'training' | 'retention' | 'restriction' | 'passThrough' | 'review';
  readonly cites: readonly CitationText[];
}

const MOST_ROWS = 4;

/**
 * The policy in at most four short rows, the gravest kinds of fact first. Rows that do not fit are on the card; what
 * decides the column of the decision matrix always fits.
 */
export function policyLine(policy: DataPolicy, t: Translate): readonly PolicyRow[] {
  const row = (
    fact: PolicyRow['fact'],
    wording: Wording,
    citations: readonly Citation[] = [],
  ): PolicyRow => ({
    fact,
    ...wording,
    cites: citationTexts(citations, t),
  });
  const { facts, contradictions, rehearsal, local, known, reason } = policy;
  const place = rehearsal ? [row('place', rehearsalWording(policy, t))] : [];
  if (!known) {
    const text = assumptionText(reason ?? 'unknown-provider', t);
    if (reason === 'dry-run') return [...place, row('place', { tone: 'caution', icon: 'info', text })];
    const worst = t('Taken as the worst case: may be kept, read, passed on and used for training');
    return [
      ...place,
      row('place', { tone: 'bad', icon: 'question', text }),
      row('training', { tone: 'bad', icon: 'error', text: worst }),
    ];
  }
  if (local) place.push(row('place', { tone: 'good', icon: 'vm', text: t('Stays on this machine') }));

  const { training, retention, humanReview, passThrough, restrictions } = facts;
  const worst = worstKept(retention);
  const passed = passThrough.filter(({ counted }) => counted);
  const disputed = (
    wording: Wording,
    fact: 'training' | 'retention' | 'humanReview',
    provider: string | null,
  ) => withContradiction(wording, fact, provider, contradictions, t);
  const rows = [
    row(
      'training',
      disputed(trainingWording(training, t), 'training', training.provider),
      training.citations,
    ),
    row(
      'retention',
      worst === undefined ? unstated(t) : disputed(keptWording(worst, t), 'retention', worst.provider),
      worst?.citations,
    ),
    ...(restrictions.length === 0
      ? []
      : [
          row(
            'restriction',
            restrictionWording(restrictions, t),
            distinct(restrictions.flatMap(({ citations }) => citations)),
          ),
        ]),
    ...passed.map((link) => row('passThrough', passedWording(link, t), link.citations)),
    row(
      'review',
      disputed(reviewWording(humanReview, t), 'humanReview', humanReview.provider),
      humanReview.citations,
    ),
  ];
  return [...place, ...rows].slice(0, MOST_ROWS);
}

/** The policy in a few words, for a status bar or a list: `no training · kept 30 days`. */
export function policyBrief(policy: DataPolicy, t: Translate): string {
  const { facts, local, known, reason } = policy;
  if (local) return t('this machine');
  if (reason === 'dry-run') return t('Dry run · nothing leaves');
  if (!known) return t('policy unknown');
  const words = [briefTraining(policy, t), briefRetention(facts.retention, t)];
  return words.join(' · ');
}

/** Why the grade is what it is, with what it leaves out and the range it has. */
export function gradeSentence(policy: DataPolicy, t: Translate): string {
  return gradeSentences(policy, t).join(' ');
}

/** The same as sentences; the first says what the grade is for. */
export function gradeSentences(policy: DataPolicy, t: Translate): readonly [string, ...string[]] {
  const { reason, flaggedException, best, worst } = gradeOf(policy);
  const { facts, known } = policy;
  if (!known) return [assumptionText(policy.reason ?? 'unknown-provider', t)];
  const because = {
    'this-machine': () => t('It stays on this machine.'),
    'nothing-kept': () => t('Nothing kept after the answer, no training.'),
    'kept-briefly': () => t('Kept for at most 30 days, no training.'),
    'kept-long': () => t('Kept for more than 30 days or until deleted, no training.'),
    'no-period-stated': () => t('Kept for a period that is not stated, no training.'),
    'trains-unless-refused': () => t('Used for training unless you opt out.'),
    trains: () => t('May be used to improve models.'),
    'bars-data': () => t('Its terms bar confidential, sensitive or personal data.'),
    'training-unknown': () => t('Not known whether it is used for training: taken as if it is.'),
  };
  const looked = facts.humanReview.value === 'possible' || facts.humanReview.value === 'yes';
  return [
    because[reason](),
    ...(flaggedException ? [t('What is flagged may be kept longer.')] : []),
    ...(looked ? [t('People may look at parts of it.')] : []),
    ...(best === worst
      ? []
      : [
          t(
            'Between {0} and {1}, depending on what is not known of the account and the request.',
            best,
            worst,
          ),
        ]),
  ];
}

/** How old the facts are: `as of 2026-11-20 · oldest source 2023-07-21 · some sources undated`. */
export function asOfText(policy: DataPolicy, t: Translate): string {
  const { catalogueAsOf, oldestAsOf, undated, clockDoubted } = policy;
  return [
    t('as of {0}', catalogueAsOf),
    ...(oldestAsOf === null ? [] : [t('oldest source {0}', oldestAsOf)]),
    ...(undated ? [oldestAsOf === null ? t('sources undated') : t('some sources undated')] : []),
    ...(clockDoubted ? [t('the clock of this computer cannot be right, so every source counts as old')] : []),
  ].join(' · ');
}

function rehearsalWording({ destination: { rehearses } }: DataPolicy, t: Translate): Wording {
  const text =
    rehearses === undefined
      ? t('Nothing leaves: this is a dry run')
      : t('Nothing leaves: this dry run rehearses {0}', writeDestination(rehearses));
  return { tone: 'good', icon: 'beaker', text };
}

function briefTraining({ facts: { training } }: DataPolicy, t: Translate): string {
  if (training.value === 'unknown') return t('training unknown');
  return training.value === 'never' || training.value === 'opt-in' ? t('no training') : t('may train');
}

function briefRetention(items: DataPolicy['facts']['retention'], t: Translate): string {
  const worst = worstKept(items);
  if (worst === undefined) return t('no period stated');
  if (worst.what === 'flagged' && isContent(worst)) return t('kept if flagged');
  switch (worst.term) {
    case 'none':
    case 'session':
      return worst.what === 'cache' ? t('kept in memory') : t('nothing kept');
    case 'hours':
      return t('kept {0} h', worst.n ?? '?');
    case 'days':
      return worst.n === 1 ? t('kept 1 day') : t('kept {0} days', worst.n ?? '?');
    case 'limited':
      return t('kept for a time');
    case 'until-deleted':
      return t('kept until deleted');
    case 'indefinite':
      return t('kept without end');
    case 'unknown':
      return t('no period stated');
  }
}

function unstated(t: Translate): Wording {
  return { tone: 'bad', icon: 'history', text: t('No period stated') };
}
