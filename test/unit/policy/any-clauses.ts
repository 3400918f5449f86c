import fc from 'fast-check';
import { REGIONS } from '../../../src/policy/places.ts';
import type { Clauses } from '../../../src/policy/requirements.ts';

/** Demands drawn at will, as the setting can have them. */
export const anyClauses: fc.Arbitrary<Clauses> = fc.record(
  {
    training: fc.constant('never' as const),
    retentionDays: fc.constantFrom(0, 1, 7, 30, 90, 3_650),
    humanReview: fc.constantFrom('never' as const, 'flagged-only' as const),
    regions: fc.subarray([...REGIONS], { minLength: 1, maxLength: 6 }),
    passThrough: fc.constant('none' as const),
    ownership: fc.constant('customer' as const),
    sourceAgeDays: fc.constantFrom(0, 30, 180, 3_650),
  },
  { requiredKeys: [] },
);
