/** The list of conversations over the panel, and what can be done in it. */
import * as v from 'valibot';
import { id, sentence } from './atoms.ts';

const row = v.strictObject({
  id,
  title: sentence,
  /** `2 hours ago · 4 turns` */
  detail: sentence,
  /** The same with the whole date, for whoever points at it. */
  when: sentence,
  /** What stands around the words that were searched for; empty where the title holds them. */
  snippet: sentence,
  /** Whether it is the one that is shown. */
  current: v.boolean(),
});

export const conversationList = v.strictObject({
  /** What was searched for; empty where all are listed. */
  query: v.string(),
  rows: v.array(row),
  /** Said where there is no row. */
  empty: sentence,
  /** How many there are, for those who do not see them. */
  count: sentence,
  /** Where they are kept and for how long, or that they are not. */
  note: sentence,
  /** What in the folder was left alone, or went wrong. Empty for nothing. */
  problem: sentence,
  /** The one that was deleted last, which can be brought back. */
  deleted: v.nullable(v.strictObject({ id, text: sentence })),
  labels: v.strictObject({
    title: sentence,
    search: sentence,
    close: sentence,
    begin: sentence,
    current: sentence,
    rename: sentence,
    newName: sentence,
    exportIt: sentence,
    deleteIt: sentence,
    undo: sentence,
    keys: sentence,
  }),
});

/** Shows the list as it is now; null closes it. */
export const showConversations = v.strictObject({
  type: v.literal('conversations'),
  list: v.nullable(conversationList),
});

/** Something that is done in the list. */
export const onConversations = v.strictObject({
  type: v.literal('conversations'),
  does: v.variant('do', [
    v.strictObject({ do: v.literal('search'), query: v.pipe(v.string(), v.maxLength(200)) }),
    v.strictObject({ do: v.literal('open'), id }),
    v.strictObject({ do: v.literal('rename'), id, title: v.pipe(v.string(), v.maxLength(1_000)) }),
    v.strictObject({ do: v.literal('delete'), id }),
    v.strictObject({ do: v.literal('undo'), id }),
    v.strictObject({ do: v.literal('export'), id }),
    v.strictObject({ do: v.literal('begin') }),
    v.strictObject({ do: v.literal('close') }),
  ]),
});

/** Said where turns end that were kept, and whose stand-ins cannot be restored. */
export const reopened = v.strictObject({
  /** The last of these turns. */
  after: id,
  text: sentence,
});

export type ConversationRow = v.InferOutput<typeof row>;
export type ConversationList = v.InferOutput<typeof conversationList>;
export type ConversationDeed = v.InferOutput<typeof onConversations>['does'];
export type ReopenedView = v.InferOutput<typeof reopened>;
