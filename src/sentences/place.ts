import type { Place } from '../policy/places.ts';
import { inSeries } from './policy-words.ts';
import type { Translate } from './translate.ts';

/** Places as they stand in a sentence: `the EU and Switzerland`. */
export function placesText(places: readonly Place[], t: Translate): string {
  const names: Record<Place, string> = {
    'this-machine': t('this machine'),
    EU: t('the EU'),
    EEA: t('the EEA'),
    CH: t('Switzerland'),
    UK: t('the UK'),
    'north-america': t('North America'),
    US: t('the US'),
    CA: t('Canada'),
    CN: t('China'),
    SG: t('Singapore'),
    JP: t('Japan'),
    KR: t('South Korea'),
    IN: t('India'),
    AU: t('Australia'),
    BR: t('Brazil'),
    AE: t('the United Arab Emirates'),
  };
  return inSeries(
    places.map((place) => names[place]),
    t,
  );
}
