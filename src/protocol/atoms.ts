/** What messages of every page are made of. */
import * as v from 'valibot';

export const id = v.pipe(v.string(), v.maxLength(100));
export const sentence = v.string();
/** How loud something is shown; never colour alone, an icon and words go with it. */
export const tone = v.picklist(['good', 'info', 'caution', 'bad', 'unknown']);
export const grade = v.picklist(['A', 'B', 'C', 'D', 'E', '?']);
/** Offset in UTF-16 code units. */
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What stands for a value: no more a word than the value was. */
export const name = v.string();

/** What a button does when it is pressed. */
export const actionId = v.picklist([
  'send-redacted',
  'send-as-is',
  'edit',
  'change-destination',
  'set-key',
  'retry',
  'show-ledger',
  'dismiss',
]);
export const action = v.strictObject({ id: actionId, label: sentence, primary: v.boolean() });

export type Tone = v.InferOutput<typeof tone>;
export type ActionId = v.InferOutput<typeof actionId>;
export type Action = v.InferOutput<typeof action>;
