import type { Evidence } from '../policy/evidence.ts';
import type { Fact } from '../policy/facts.ts';
import { gradeOf, type Grade } from '../policy/grade.ts';
import type { Control } from '../policy/model.ts';
import type { Contradiction, DataPolicy } from '../policy/resolve.ts';
import type { Open } from '../policy/judge.ts';
import { citationTexts, type CitationText } from './citation.ts';
import { asOfText, gradeSentence } from './policy.ts';
import {
  assumptionText,
  barredText,
  inSeries,
  keptWording,
  metadataWording,
  notKnown,
  ownershipWording,
  passedWording,
  reviewWording,
  trainingWording,
  zdrWording,
  type Tone,
  type Plain,
} from './policy-words.ts';
import { privateFieldSentence } from './private-request.ts';
import type { Translate } from './translate.ts';

/** One row of the card. A kind of fact of which there are several has a row for each, under the same label. */
export interface CardRow {
  readonly fact: keyof DataPolicy['facts'];
  readonly label: string;
  readonly tone: Tone;
  readonly text: string;
  readonly note: string | null;
  /** Whose terms they are where the data is passed on to somebody else; null for the provider's own. */
  readonly of: string | null;
  readonly citations: readonly CitationText[];
}

/** Statements that do not fit together, side by side, with the reading in force. */
export interface CardContradiction {
  readonly what: string;
  readonly reading: string;
  readonly sides: readonly {
    /** `in force`, `says otherwise`, …, as a word. */
    readonly label: string;
    readonly stance: Contradiction['sides'][number]['stance'];
    readonly text: string;
    readonly citations: readonly CitationText[];
  }[];
}

/** Everything known of a destination's policy, in words. */
export interface PolicyCard {
  /** The provider's name, or what stands for it. */
  readonly title: string;
  readonly grade: Grade;
  readonly gradeText: string;
  readonly asOf: string;
  readonly confidence: string;
  /** Why nothing is known; null where something is. */
  readonly problem: string | null;
  readonly rows: readonly CardRow[];
  readonly contradictions: readonly CardContradiction[];
  /** What requests ask the provider for, a sentence each. */
  readonly asked: readonly string[];
  /** What would improve it. */
  readonly improvements: readonly { readonly text: string; readonly caveat: string | null }[];
  /** What is not known of the account or the request and would change it. */
  readonly openOn: readonly { readonly text: string; readonly note: string | null }[];
  /** Sources read that no fact rests on. */
  readonly alsoRead: readonly CitationText[];
}

/** The card of a destination: every fact, each with its citations. */
export function policyCard(policy: DataPolicy, t: Translate): PolicyCard {
  const {
    destination,
    provider,
    known,
    reason,
    contradictions,
    controls,
    asked,
    maybe,
    alsoRead,
    confidence,
  } = policy;
  return {
    title: provider?.name ?? (policy.rehearsal ? t('Dry run') : destination.host || destination.provider),
    grade: gradeOf(policy).grade,
    gradeText: gradeSentence(policy, t),
    asOf: asOfText(policy, t),
    confidence: { high: t('firm'), medium: t('fairly firm'), low: t('uncertain') }[confidence],
    problem: known || reason === null ? null : assumptionText(reason, t),
    rows: cardRows(policy, t),
    contradictions: contradictions.map(({ what, reading, sides }) => ({
      what,
      reading,
      sides: sides.map(({ stance, text, citations }) => ({
        stance,
        text,
        label: stanceText(stance, t),
        citations: citationTexts(citations, t),
      })),
    })),
    asked: asked.map((field) => privateFieldSentence(field, t)),
    improvements: controls
      .filter(({ name }) => !asked.some(({ path }) => path === name))
      .flatMap((control) => improvement(control, t)),
    openOn: maybe.map(({ openOn, note }) => ({
      text: t(
        'Depends on {0}',
        inSeries(
          openOn.map((one) => openText(one, t)),
          t,
        ),
      ),
      note,
    })),
    alsoRead: citationTexts(alsoRead, t),
  };
}

function cardRows({ facts, rehearsal, known, chain }: DataPolicy, t: Translate): readonly CardRow[] {
  const row = (
    fact: CardRow['fact'],
    label: string,
    { tone, text }: Plain,
    evidence: Evidence | null,
    note: string | null,
  ): CardRow => ({
    fact,
    label,
    tone,
    text,
    note: note || (evidence?.reason ? assumptionText(evidence.reason, t) : null),
    of: chain.slice(1).find(({ id }) => id === evidence?.provider)?.name ?? null,
    citations: citationTexts(evidence?.citations ?? [], t),
  });
  const single = (fact: CardRow['fact'], label: string, wording: Plain, stated: Fact<string>): CardRow =>
    row(fact, label, wording, stated, stated.note);

  const { training, retention, humanReview, metadataLogging, passThrough, zdr, region, outputOwnership } =
    facts;
  const nobody =
    known || rehearsal ? { tone: 'good' as const, text: t('To nobody that is on record') } : notKnown(t);
  const unbarred = { tone: 'unknown' as const, text: known ? t('None on record') : t('Not known') };
  return [
    single('training', t('Training'), trainingWording(training, t), training),
    ...retention.map((item) => {
      const wording = keptWording(item, t);
      return item.dormant
        ? row(
            'retention',
            t('Kept'),
            { tone: 'unknown', text: t('{0}; not part of this request', wording.text) },
            item,
            item.why,
          )
        : row('retention', t('Kept'), wording, item, item.why);
    }),
    single('humanReview', t('People'), reviewWording(humanReview, t), humanReview),
    single(
      'metadataLogging',
      t('Records of use'),
      metadataWording(metadataLogging.value, t),
      metadataLogging,
    ),
    ...(passThrough.length === 0 ? [row('passThrough', t('Passed on'), nobody, null, null)] : []),
    ...passThrough.map((link) => {
      const wording = passedWording(link, t);
      return row('passThrough', t('Passed on'), wording, link, link.reason === null ? link.when : null);
    }),
    single('zdr', t('Zero retention'), zdrWording(zdr.value, t), zdr),
    single(
      'region',
      t('Region'),
      region.value === 'unknown' ? notKnown(t) : { tone: 'caution', text: region.value },
      region,
    ),
    single(
      'outputOwnership',
      t('Answers belong to'),
      ownershipWording(outputOwnership.value, t),
      outputOwnership,
    ),
    ...(facts.restrictions.length === 0
      ? [row('restrictions', t('Terms of use'), unbarred, null, null)]
      : []),
    ...facts.restrictions.map((restriction) =>
      row(
        'restrictions',
        t('Terms of use'),
        { tone: 'bad', text: t('Bar {0}', barredText(restriction.bars, t)) },
        restriction,
        restriction.text,
      ),
    ),
  ];
}

function stanceText(stance: CardContradiction['sides'][number]['stance'], t: Translate): string {
  return {
    strict: t('in force'),
    mild: t('says otherwise'),
    beside: t('says as well'),
    history: t('once said'),
  }[stance];
}

function improvement({ name, value, where, caveat }: Control, t: Translate): PolicyCard['improvements'] {
  if (name === null) return [];
  const text =
    value === undefined || value === null || String(value) === ''
      ? t('{0} ({1})', name, where)
      : t('Set {0} to {1} ({2})', name, String(value), where);
  return [{ text, caveat: caveat ?? null }];
}

function openText({ kind, name, values }: Open, t: Translate): string {
  const list = values.join(', ');
  switch (kind) {
    case 'plan':
      return t('whether the plan is {0}', list);
    case 'region':
      return t('whether the account is in {0}', list);
    case 'setting':
      return t('whether "{0}" is {1}', name ?? '', list);
    case 'feature':
      return t('whether it uses {0}', list);
  }
}
