import type { Catalogue } from '../policy/catalogue.ts';
import { RETAINED, REVIEW, TERMS, TRAINING, YES_NO } from '../policy/model.ts';
import type { LedgerView } from '../protocol/ledger.ts';
import { keptWording, metadataWording, reviewWording, trainingWording } from '../sentences/policy-words.ts';
import type { Translate } from '../sentences/translate.ts';
import type { SentEntry } from '../wire/ledger/line.ts';

type Fact = SentEntry['facts'][number];

/** As `factsInForce` writes it: `abuse-log: 30 days`. */
const KEPT = /^([a-z+ -]{1,30}): (?:(\d{1,9}) )?([a-z-]{1,20})$/;

/** The policy facts that were in force, as the ledger has them: with the source as it is called today. */
export function factRows(
  facts: readonly Fact[],
  { sources }: Catalogue,
  t: Translate,
): LedgerView['terms'][number] {
  const labels: Record<Fact['fact'], string> = {
    training: t('Training'),
    retention: t('Kept'),
    humanReview: t('People'),
    passThrough: t('Passed on'),
    region: t('Region'),
    metadataLogging: t('Metadata logged'),
  };
  const firm: Record<Fact['firm'], string> = {
    firm: t('firm'),
    conditional: t('depends on what is not known'),
    contradictory: t('its sources disagree'),
    assumed: t('assumed'),
    unknown: t('not known'),
  };
  return facts.map((one) => ({
    label: labels[one.fact],
    text: factText(one, t),
    firm: firm[one.firm],
    source: one.src === null ? '' : `${sources[one.src]?.title ?? one.src}, ${one.asOf ?? t('no date')}`,
  }));
}

/** A fact in the words it has elsewhere; one of another version's as it was written. */
function factText({ fact, value }: Fact, t: Translate): string {
  switch (fact) {
    case 'training': {
      const known = TRAINING.find((one) => one === value);
      return known === undefined ? value : trainingWording({ value: known }, t).text;
    }
    case 'humanReview': {
      const known = REVIEW.find((one) => one === value);
      return known === undefined ? value : reviewWording({ value: known }, t).text;
    }
    case 'metadataLogging': {
      const known = YES_NO.find((one) => one === value);
      return known === undefined ? value : metadataWording(known, t).text;
    }
    case 'retention': {
      const [, what, n, term] = KEPT.exec(value) ?? [];
      const [knownWhat, knownTerm] = [
        RETAINED.find((one) => one === what),
        TERMS.find((one) => one === term),
      ];
      if (knownWhat === undefined || knownTerm === undefined) return value;
      const item = {
        what: knownWhat,
        term: knownTerm,
        n: n === undefined ? null : Number(n),
        dormant: false,
      };
      return keptWording(item, t).text;
    }
    case 'passThrough':
    case 'region':
      return value === 'unknown' ? t('Not known') : value;
  }
}
