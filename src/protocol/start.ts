/** What an empty panel offers to begin with. */
import * as v from 'valibot';
import { sentence } from './atoms.ts';

export const startId = v.picklist(['example', 'destination', 'requirements', 'tour']);

export const start = v.strictObject({
  id: startId,
  /** Name of a codicon. */
  icon: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  label: sentence,
  /** What comes of it. */
  detail: sentence,
});

/** One of them was pressed. */
export const begin = v.strictObject({ type: v.literal('begin'), what: startId });

export type StartId = v.InferOutput<typeof startId>;
export type StartView = v.InferOutput<typeof start>;
