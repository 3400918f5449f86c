/**
 * How much a value looks like what its label promises: `NO` not at all; `MAYBE` it could be; `LIKELY` it has the shape
 * that few other things have; `SURE` it would be known without the label.
 */
export const NO = 0;
export const MAYBE = 1;
export const LIKELY = 2;
export const SURE = 3;
export type Verdict = typeof NO | typeof MAYBE | typeof LIKELY | typeof SURE;

/** How a value stands there: in quotes or tags, where its ends are certain, or bare behind its label. */
export type Form = 'quoted' | 'bare' | 'cell';
