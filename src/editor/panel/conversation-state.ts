import type { Conversation, Left } from '../../airlock.ts';
import type { StoredAttachment, StoredConversation } from '../conversations/stored.ts';
import type { Attached } from './attached.ts';
import type { Turn } from './turn.ts';

/** All that makes up a conversation, so that it can be left for another one and come back. */
export interface ChatState {
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  /** Values allowed for good while it went on. */
  readonly allowed: Left;
}

/** What is known of a turn that was kept: no value, and neither the request nor what the model thought. */
export interface Reopened {
  /** Its text was not kept, as it could not be shown to be free of values. */
  readonly lost: boolean;
  readonly rehearsed: boolean;
  readonly receipt: { readonly id: string; readonly at: number; readonly bytes: number } | undefined;
}

/** The turns of a conversation that was kept, as they were written: their stand-ins stand for nothing any more. */
export function reopenedTurns({ id, revision, turns }: StoredConversation): Turn[] {
  return turns.map((turn, at): Turn => {
    const text = turn.text ?? '';
    // Others may be shown before and after it, and what is kept may have been read twice.
    const unique = `${id}-${revision}-${at}`;
    return {
      id: unique,
      role: turn.role,
      author: turn.author,
      original: text,
      attached: turn.attached.map((one, i) => attachedOf(one, `${unique}-${i}`)),
      wire: text,
      thought: '',
      standIns: [],
      unknown: [],
      state: turn.state,
      ...(turn.stopped && { stopped: turn.stopped }),
      ...(turn.ended && { ended: turn.ended }),
      // At no place: what would be found in it today is redacted.
      settled: { at: '', as: 'redacted' },
      redacted: turn.redacted,
      letThrough: turn.letThrough,
      reopened: {
        lost: turn.text === null,
        rehearsed: turn.rehearsed === true,
        receipt: turn.receipt,
      },
    };
  });
}

function attachedOf({ name, icon, text, path }: StoredAttachment, id: string): Attached {
  return {
    id,
    name,
    icon,
    text: text ?? '',
    ...(path !== undefined && { file: { path } }),
    ...(text === null && { lost: true }),
  };
}
