/** Where data may be kept or worked on: `this-machine`, countries by their ISO 3166 code, and groups of countries. */
export const PLACES = [
  'this-machine',
  'EU',
  'EEA',
  'CH',
  'UK',
  'north-america',
  'US',
  'CA',
  'CN',
  'SG',
  'JP',
  'KR',
  'IN',
  'AU',
  'BR',
  'AE',
] as const;
export type Place = (typeof PLACES)[number];

/** The places that can be demanded: one's own machine is always allowed. */
export const REGIONS = PLACES.filter(
  (place): place is Exclude<Place, 'this-machine'> => place !== 'this-machine',
);

/** The groups that lie within another, or countries within a group. */
const WITHIN: Readonly<Partial<Record<Place, Place>>> = {
  EU: 'EEA',
  US: 'north-america',
  CA: 'north-america',
};

/** The places that lie in none of those allowed. */
export function outside(places: readonly Place[], allowed: readonly Place[]): readonly Place[] {
  return places.filter((place) => {
    const group = WITHIN[place];
    return place !== 'this-machine' && !allowed.includes(place) && !(group && allowed.includes(group));
  });
}

/** Both places together; null, which is not known, where either is. */
export function together(a: readonly Place[] | null, b: readonly Place[] | null): readonly Place[] | null {
  return a === null || b === null ? null : [...new Set([...a, ...b])];
}
