import { NOBODY_NAMED } from '../policy/coherence.ts';
import type { AssumptionReason } from '../policy/evidence.ts';
import type { Passed, PolicyFacts, Restricted } from '../policy/facts.ts';
import type { Barred, Retained, Zdr } from '../policy/model.ts';
import type { Contradiction } from '../policy/resolve.ts';
import { isKept, type KeptTerm } from '../policy/retention.ts';
import type { Translate } from './translate.ts';

/** How loud something is. */
export type Tone = 'good' | 'caution' | 'bad' | 'unknown';

/** A fact in words, with how loud it is and the codicon that stands for it. */
export interface Wording {
  readonly text: string;
  readonly tone: Tone;
  readonly icon: string;
}

/** A fact in words that stands beside its label and needs no icon. */
export type Plain = Pick<Wording, 'tone' | 'text'>;

export function trainingWording({ value }: Pick<PolicyFacts['training'], 'value'>, t: Translate): Wording {
  switch (value) {
    case 'never':
      return { tone: 'good', icon: 'check', text: t('Never used for training') };
    case 'opt-in':
      return { tone: 'good', icon: 'check', text: t('Not used for training unless you opt in') };
    case 'opt-out':
      return { tone: 'bad', icon: 'error', text: t('Used for training unless you opt out') };
    case 'default-on':
      return { tone: 'bad', icon: 'error', text: t('May be used to improve models') };
    case 'unknown':
      return { tone: 'bad', icon: 'question', text: t('Not known whether it is used for training') };
  }
}

export function keptWording(item: KeptTerm, t: Translate): Wording {
  const what = item.what === 'prompt+output' ? '' : ` (${keptWhat(item.what, t)})`;
  const icon = 'history';
  switch (item.term) {
    case 'none':
      return { tone: 'good', icon: 'check', text: t('Nothing kept') + what };
    case 'session':
      return isKept(item)
        ? { tone: 'caution', icon, text: t('Kept in memory for a while') + what }
        : { tone: 'good', icon: 'check', text: t('Nothing kept after the answer') + what };
    case 'hours':
      return {
        tone: 'caution',
        icon,
        text: (item.n === 1 ? t('Kept up to 1 hour') : t('Kept up to {0} hours', item.n ?? '?')) + what,
      };
    case 'days':
      return {
        tone: 'caution',
        icon,
        text: (item.n === 1 ? t('Kept up to 1 day') : t('Kept up to {0} days', item.n ?? '?')) + what,
      };
    case 'limited':
      return { tone: 'caution', icon, text: t('Kept for a time, no number given') + what };
    case 'until-deleted':
      return { tone: 'bad', icon, text: t('Kept until you delete it') + what };
    case 'indefinite':
      return { tone: 'bad', icon, text: t('Kept without end') + what };
    case 'unknown':
      return { tone: 'bad', icon, text: t('No period stated') + what };
  }
}

export function reviewWording({ value }: Pick<PolicyFacts['humanReview'], 'value'>, t: Translate): Wording {
  switch (value) {
    case 'no':
      return { tone: 'good', icon: 'check', text: t('No people look at it') };
    case 'flagged-only':
      return { tone: 'caution', icon: 'eye', text: t('People may look if flagged') };
    case 'possible':
      return { tone: 'caution', icon: 'eye', text: t('People may look') };
    case 'yes':
      return { tone: 'bad', icon: 'eye', text: t('People look at it') };
    case 'unknown':
      return { tone: 'unknown', icon: 'question', text: t('Not known whether people look') };
  }
}

/** For facts of the card that have no row of their own in the line. */
export function notKnown(t: Translate): Plain {
  return { tone: 'unknown', text: t('Not known') };
}

export function metadataWording(value: PolicyFacts['metadataLogging']['value'], t: Translate): Plain {
  if (value === 'unknown') return notKnown(t);
  return value === 'no'
    ? { tone: 'good', text: t('Not kept') }
    : { tone: 'caution', text: t('Kept, without content') };
}

export function zdrWording(value: Zdr, t: Translate): Plain {
  switch (value) {
    case 'default':
      return { tone: 'good', text: t('The normal mode') };
    case 'request':
      return { tone: 'caution', text: t('On request') };
    case 'self-serve':
      return { tone: 'caution', text: t('To be switched on in the account') };
    case 'contract':
      return { tone: 'caution', text: t('After approval, by contract') };
    case 'unavailable':
      return { tone: 'bad', text: t('Not to be had') };
    case 'unknown':
      return notKnown(t);
  }
}

export function ownershipWording(value: PolicyFacts['outputOwnership']['value'], t: Translate): Plain {
  if (value === 'unknown') return { tone: 'unknown', text: t('Not stated') };
  return value === 'customer'
    ? { tone: 'good', text: t('You, the customer') }
    : { tone: 'bad', text: t('The provider') };
}

/** Whom data is passed on to, and whether their terms count. */
export function passedWording({ to, counted, policyOf }: Passed, t: Translate): Wording {
  const icon = 'export';
  if (to === 'unknown') return { tone: 'unknown', icon: 'question', text: t('Not known') };
  if (!counted) return { tone: 'caution', icon, text: t('Passed on to {0} under an agreement', to) };
  const text = NOBODY_NAMED.includes(policyOf)
    ? t('Passed on to {0}, whose terms are not known', to)
    : t('Passed on to {0}, whose terms hold as well', to);
  return { tone: 'bad', icon, text };
}

/** All restrictions in one row: what is barred, each with the sections that bar it. */
export function restrictionWording(restrictions: readonly Restricted[], t: Translate): Wording {
  const parts = restrictions.map(({ bars, citations }) => {
    const sections = citations.flatMap(({ section }) => section ?? []);
    const what = barredText(bars, t);
    return sections.length === 0 ? what : `${what} (${sections.join(', ')})`;
  });
  return { tone: 'bad', icon: 'warning', text: t('Its terms bar {0}', inSeries(parts, t)) };
}

/**
 * The words with a remark where the provider contradicts itself on the fact: both sections where both sides have one.
 */
export function withContradiction(
  wording: Wording,
  fact: NonNullable<Contradiction['fact']>,
  provider: string | null,
  contradictions: readonly Contradiction[],
  t: Translate,
): Wording {
  for (const one of contradictions) {
    if (one.fact !== fact || one.provider !== provider) continue;
    const [strict, mild] = (['strict', 'mild'] as const).map((stance) =>
      one.sides.find((s) => s.stance === stance),
    );
    if (strict === undefined || mild === undefined) continue;
    const [held, denied] = [strict.citations[0]?.section, mild.citations[0]?.section];
    const text =
      held && denied
        ? t('{0}: {1}, while {2} says otherwise', wording.text, held, denied)
        : t('{0}; its sources disagree', wording.text);
    return { ...wording, text };
  }
  return wording;
}

export function keptWhat(what: Retained['what'], t: Translate): string {
  switch (what) {
    case 'prompt+output':
      return t('prompts and answers');
    case 'abuse-log':
      return t('abuse log');
    case 'application-state':
      return t('stored for the API');
    case 'cache':
      return t('cache');
    case 'files':
      return t('files');
    case 'image-output':
      return t('generated images');
    case 'audio-output':
      return t('generated audio');
    case 'output':
      return t('generated content');
    case 'fine-tuned output':
      return t('generated for fine-tuning');
    case 'flagged':
      return t('if flagged');
    case 'feedback':
      return t('feedback');
    case 'schema':
      return t('schema');
    case 'metadata':
      return t('metadata');
    case 'engagement-data':
      return t('usage data');
  }
}

export function barredText(bars: readonly Barred[], t: Translate): string {
  const words: Record<Barred, string> = {
    confidential: t('confidential data'),
    sensitive: t('sensitive data'),
    personal: t('personal data'),
    production: t('production use'),
    'sharing-answers': t('sharing the answers'),
  };
  return inSeries(
    bars.map((one) => words[one]),
    t,
  );
}

/** Why nothing is known, or what is assumed in its place, as a sentence. */
export function assumptionText(reason: AssumptionReason, t: Translate): string {
  switch (reason) {
    case 'dry-run':
      return t('A dry run that rehearses no destination yet is judged as kept for a time, without training.');
    case 'unknown-provider':
      return t('Nobody has said whose policy holds at this address.');
    case 'unknown-policy-of':
      return t('Its policy is said to be that of an entry which is not in the catalogue.');
    case 'policy-of-another':
      return t('Its host belongs to another provider than the one whose policy is said to hold.');
    case 'host-not-of-provider':
      return t('The host is not one of those the provider is known by.');
    case 'malformed-destination':
      return t('Its model, host or endpoint is not well formed.');
    case 'not-this-machine':
      return t('It was not recognised as a server on this machine.');
    case 'nobody-named':
      return t('It is passed on, and nobody says to whom.');
    case 'passed-in-a-circle':
      return t('It is passed on in a circle.');
    case 'too-many-cases':
      return t('Its policy depends on too much that is not known.');
  }
}

export function inSeries(parts: readonly string[], t: Translate): string {
  const [last = '', ...before] = parts.toReversed();
  return before.length === 0 ? last : t('{0} and {1}', before.toReversed().join(', '), last);
}
