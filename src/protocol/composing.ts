/** Earlier prompts of the conversation, which come back into the composer. */
import * as v from 'valibot';

/** How many prompts back, from 0 for the last. */
const back = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** Asks for an earlier prompt as it was typed. */
export const recall = v.strictObject({ type: v.literal('recall'), back });

/** It; null where there are not so many. */
export const recalled = v.strictObject({ type: v.literal('recalled'), back, text: v.nullable(v.string()) });

export type Recalled = v.InferOutput<typeof recalled>;
