/** What can be done with turns of the conversation. */
import * as v from 'valibot';
import { id, sentence } from './atoms.ts';

/** Write a prompt anew, ask the same again, have an answer go on that was broken off. */
export const turnActionId = v.picklist(['edit', 'retry', 'continue']);

export const turnAction = v.strictObject({ id: turnActionId, label: sentence });

export const actOnTurn = v.strictObject({ type: v.literal('act-on-turn'), turn: id, action: turnActionId });

/** Another prompt is in the composer than the one that was being written. */
export const interlude = v.strictObject({
  /** The first turn that is replaced when it is sent; empty where none is. */
  from: v.string(),
  /** `Sending this replaces your prompt and the 3 turns behind it. …` */
  text: sentence,
  /** The button that gives it up, as Escape does. */
  giveUp: sentence,
});

/** Give it up: what was being written is in the composer again. */
export const giveUp = v.strictObject({ type: v.literal('give-up') });

/** Show the ledger; at the request of a turn where one is named. */
export const showLedger = v.strictObject({ type: v.literal('show-ledger'), turn: v.optional(id) });

export type TurnActionView = v.InferOutput<typeof turnAction>;
export type InterludeView = v.InferOutput<typeof interlude>;
