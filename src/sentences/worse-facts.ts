import type { Fact, Passed, PolicyFacts, RegionFact, Restricted } from '../policy/facts.ts';
import { BARRED, OWNERSHIP, type Review, REVIEW, type Training, TRAINING } from '../policy/model.ts';
import { outside } from '../policy/places.ts';
import type { Clause } from '../policy/requirements.ts';
import { isKept, type KeptTerm, severityOf, worstKept } from '../policy/retention.ts';
import { placesText } from './place.ts';
import { barredText, inSeries, keptWhat } from './policy-words.ts';
import type { Translate } from './translate.ts';

type Valued<T> = Pick<Fact<T>, 'value'>;

/** The facts that can get worse for who sends a prompt, without what they rest on. */
export interface Comparable {
  readonly training: Valued<Training>;
  readonly retention: readonly KeptTerm[];
  readonly humanReview: Valued<Review>;
  readonly passThrough: readonly Pick<Passed, 'to'>[];
  readonly region: Pick<RegionFact, 'value' | 'places'>;
  readonly restrictions: readonly Pick<Restricted, 'bars'>[];
  readonly outputOwnership: Valued<PolicyFacts['outputOwnership']['value']>;
}

/** What happens to a prompt that does not leave. */
export const NOTHING_LEAVES: Comparable = {
  training: { value: 'never' },
  retention: [{ what: 'prompt+output', term: 'none', n: null, dormant: false }],
  humanReview: { value: 'no' },
  passThrough: [],
  region: { value: '', places: ['this-machine'] },
  restrictions: [],
  outputOwnership: { value: 'customer' },
};

/** What is so at the one, and how it was at the last; neither ends with a full stop. */
export interface Worse {
  /** The requirement that is about the same, where there is one. */
  readonly clause: Clause | undefined;
  readonly here: string;
  readonly last: string;
}

type Said = Omit<Worse, 'clause'>;

/** Each fact that is worse at one destination than at the last, in the order of their weight. */
export function worseFacts(last: Comparable, here: Comparable, t: Translate): readonly Worse[] {
  const all: readonly [Clause | undefined, Said | undefined][] = [
    ['training', training(last.training.value, here.training.value, t)],
    ['retentionDays', retention(last.retention, here.retention, t)],
    ['humanReview', humanReview(last.humanReview.value, here.humanReview.value, t)],
    ['passThrough', passThrough(last.passThrough, here.passThrough, t)],
    ['regions', region(last.region, here.region, t)],
    [undefined, restrictions(last.restrictions, here.restrictions, t)],
    ['ownership', ownership(last.outputOwnership.value, here.outputOwnership.value, t)],
  ];
  return all.flatMap(([clause, said]) => (said === undefined ? [] : [{ clause, ...said }]));
}

/** Both are no training for as long as the user does not ask for it. */
function trainsBy(value: Training): number {
  return value === 'opt-in' ? TRAINING.indexOf('never') : TRAINING.indexOf(value);
}

function training(last: Training, here: Training, t: Translate): Said | undefined {
  if (trainsBy(here) <= trainsBy(last)) return undefined;
  const was =
    last === 'opt-out'
      ? t('with the last you could opt out')
      : last === 'default-on'
        ? t('of the last it was known that it may')
        : t('the last did not');
  switch (here) {
    case 'never':
    case 'opt-in':
      return undefined;
    case 'opt-out':
      return { here: t('This one uses prompts for training unless you opt out'), last: was };
    case 'default-on':
      return { here: t('This one may use prompts to improve models'), last: was };
    case 'unknown':
      return { here: t('It is not known whether this one uses prompts for training'), last: was };
  }
}

const UNSTATED: KeptTerm = { what: 'prompt+output', term: 'unknown', n: null, dormant: false };

function retention(last: readonly KeptTerm[], here: readonly KeptTerm[], t: Translate): Said | undefined {
  const [was, is] = [worstKept(last) ?? UNSTATED, worstKept(here) ?? UNSTATED];
  if (!isKept(is) || severityOf(is) <= severityOf(was)) return undefined;
  return { here: keepsHere(is, t), last: keptAtLast(was, t) };
}

function keepsHere(item: KeptTerm, t: Translate): string {
  const { what, n } = item;
  const more = what === 'prompt+output' || what === 'flagged' ? '' : ` (${keptWhat(what, t)})`;
  if (what === 'flagged') return t('This one keeps prompts that were flagged');
  switch (item.term) {
    case 'none':
    case 'session':
      return t('This one keeps prompts in memory for a while') + more;
    case 'hours':
      return (
        (n === 1
          ? t('This one keeps prompts for up to 1 hour')
          : t('This one keeps prompts for up to {0} hours', n ?? '?')) + more
      );
    case 'days':
      return (
        (n === 1
          ? t('This one keeps prompts for up to 1 day')
          : t('This one keeps prompts for up to {0} days', n ?? '?')) + more
      );
    case 'limited':
      return t('This one keeps prompts for a time, no number given') + more;
    case 'until-deleted':
      return t('This one keeps prompts until you delete them') + more;
    case 'indefinite':
      return t('This one keeps prompts without end') + more;
    case 'unknown':
      return t('This one keeps prompts for a period it does not state') + more;
  }
}

function keptAtLast(item: KeptTerm, t: Translate): string {
  if (!isKept(item)) return t('the last did not');
  if (item.what === 'flagged') return t('the last only those that were flagged');
  const n = item.n ?? '?';
  switch (item.term) {
    case 'none':
    case 'session':
      return t('the last only in memory');
    case 'hours':
      return item.n === 1 ? t('the last for up to 1 hour') : t('the last for up to {0} hours', n);
    case 'days':
      return item.n === 1 ? t('the last for up to 1 day') : t('the last for up to {0} days', n);
    case 'limited':
      return t('the last for a limited time');
    case 'until-deleted':
      return t('the last until you deleted them');
    case 'indefinite':
    case 'unknown':
      return t('the last without end');
  }
}

function humanReview(last: Review, here: Review, t: Translate): Said | undefined {
  if (REVIEW.indexOf(here) <= REVIEW.indexOf(last)) return undefined;
  const was: Record<Review, string> = {
    no: t('with the last nobody did'),
    'flagged-only': t('with the last only at what was flagged'),
    possible: t('with the last they might'),
    yes: t('with the last they did'),
    unknown: '',
  };
  const is: Record<Review, string> = {
    no: '',
    'flagged-only': t('People may look at prompts here that were flagged'),
    possible: t('People may look at prompts here'),
    yes: t('People look at prompts here'),
    unknown: t('It is not known whether people look at prompts here'),
  };
  return { here: is[here], last: was[last] };
}

/** So many are named; no sentence gets longer than people read. */
const MOST_NAMED = 3;

function passThrough(
  last: Comparable['passThrough'],
  here: Comparable['passThrough'],
  t: Translate,
): Said | undefined {
  const known = new Set(last.map(({ to }) => to));
  // Where it was not known to whom, anybody who is named is no worse.
  if (known.has('unknown')) return undefined;
  const added = [...new Set(here.map(({ to }) => to))].filter((to) => !known.has(to));
  if (added.length === 0) return undefined;
  const was = known.size === 0 ? t('the last passed them on to nobody') : t('the last did not');
  if (added.includes('unknown')) {
    const knew = known.size === 0 ? was : t('of the last it was known');
    return { here: t('It is not known to whom this one passes prompts on'), last: knew };
  }
  const named = added.slice(0, MOST_NAMED);
  const names = added.length > MOST_NAMED ? [...named, t('others')] : named;
  return { here: t('This one passes prompts on to {0}', inSeries(names, t)), last: was };
}

function region(last: Comparable['region'], here: Comparable['region'], t: Translate): Said | undefined {
  // Where it was not known, anything that is known is no worse.
  if (last.places === null) return undefined;
  const was = t('with the last they stayed in {0}', placesText(last.places, t));
  const stayed = last.places.every((place) => place === 'this-machine')
    ? t('with the last they stayed on this machine')
    : was;
  if (here.places === null) {
    const is =
      here.value === 'unknown'
        ? t('It is not known where prompts are kept and worked on here')
        : t('Where prompts are kept and worked on here: {0}', here.value);
    return { here: is, last: stayed };
  }
  const elsewhere = outside(here.places, last.places);
  return elsewhere.length === 0
    ? undefined
    : { here: t('Prompts may be kept and worked on here in {0}', placesText(elsewhere, t)), last: stayed };
}

function restrictions(
  last: Comparable['restrictions'],
  here: Comparable['restrictions'],
  t: Translate,
): Said | undefined {
  const barred = new Set(last.flatMap(({ bars }) => bars));
  const now = new Set(here.flatMap(({ bars }) => bars));
  const added = BARRED.filter((one) => now.has(one) && !barred.has(one));
  return added.length === 0
    ? undefined
    : { here: t('The terms here bar {0}', barredText(added, t)), last: t('those of the last did not') };
}

type Ownership = PolicyFacts['outputOwnership']['value'];

function ownership(last: Ownership, here: Ownership, t: Translate): Said | undefined {
  if (OWNERSHIP.indexOf(here) <= OWNERSHIP.indexOf(last)) return undefined;
  const was =
    last === 'customer'
      ? t('with the last they belonged to you')
      : t('with the last they belonged to the provider');
  const is =
    here === 'unknown'
      ? t('It is not known to whom the answers belong here')
      : t('The answers belong to the provider here');
  return { here: is, last: was };
}
