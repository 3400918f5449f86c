import type { Airlock, Conversation, ToKeep } from '../../airlock.ts';
import type { Attached } from '../panel/attached.ts';
import type { Turn } from '../panel/turn.ts';
import type { Conversing, StoredAttachment, StoredTurn } from './stored.ts';
import { firstWords } from './title.ts';

/** A name or a title is cut off here, in UTF-16 code units; a path that is longer is left out. */
const LONGEST = 400;
const LONGEST_PATH = 4_000;

/** A conversation that is to be kept. */
export interface ToBeKept {
  readonly id: string;
  readonly revision: string;
  readonly conversation: Conversation;
  readonly turns: readonly Turn[];
  /** What the user called it, as it was typed; undefined where it goes by its first words. */
  readonly name: string | undefined;
  readonly createdAt: number;
  readonly changedAt: number;
}

/**
 * The form in which a conversation is kept: its texts as they went over the wire, and with a stand-in for everything
 * that went as it was. What cannot be shown to be free of values is left out.
 *
 * @throws ScanFailure when a text could not be looked at in full.
 */
export async function keepConversation(
  airlock: Pick<Airlock, 'keep'>,
  { id, revision, conversation, turns, name, createdAt, changedAt }: ToBeKept,
): Promise<Conversing> {
  const texts: ToKeep[] = [];
  /** Has a text kept with the others; what comes of it is known once all of them are. */
  const later = (one: ToKeep): (() => string | null) => {
    const at = texts.push(one) - 1;
    return () => kept.texts[at] ?? null;
  };
  const pieces = turns.map((turn) => ({
    turn,
    text: later({ text: turn.wire, cutOff: isCutOff(turn) }),
    author: later({ text: turn.author }),
    attached: turn.attached.map((one) => ({
      one,
      name: later({ text: one.name, isOriginal: true }),
      text: later({ text: one.text, isOriginal: !turn.reopened }),
      path: later({ text: one.file?.path ?? '', isOriginal: true }),
    })),
  }));
  const given = later({ text: name ?? '', isOriginal: true });
  const kept = await airlock.keep(conversation, texts);
  const stored = pieces.map(({ turn, text, author, attached }): StoredTurn => ({
    ...storedTurn(turn),
    author: (author() ?? '').slice(0, LONGEST),
    text: turn.reopened?.lost ? null : text(),
    attached: attached.map((piece) => storedAttachment(piece.one, piece.name(), piece.text(), piece.path())),
  }));
  const first = stored.find(({ role, text }) => role === 'user' && text !== null)?.text ?? '';
  const titles = [given() ?? '', firstWords(first)];
  return {
    id,
    revision,
    // Cut, a text may end in other edges than it had.
    title: titles.find((title) => title !== '' && kept.isFree(title))?.slice(0, LONGEST) ?? '',
    named: name !== undefined,
    createdAt,
    changedAt,
    standIns: kept.standIns
      .filter((one) => kept.isFree(one.name))
      .map(({ name: is, kind }) => ({ name: is, kind })),
    turns: stored,
  };
}

/** An answer that did not come to its end may stop in the midst of a value. */
function isCutOff({ role, state }: Turn): boolean {
  return role === 'assistant' && state !== 'done';
}

/** What is said of a turn beside its texts. */
function storedTurn(turn: Turn): Omit<StoredTurn, 'text' | 'author' | 'attached'> {
  const { role, state, stopped, ended, redacted, letThrough, receipt, reopened } = turn;
  const left = receipt && { id: receipt.id, at: receipt.at, bytes: receipt.bytes };
  const sent = left ?? reopened?.receipt;
  const rehearsed = turn.rehearsal !== undefined || reopened?.rehearsed === true;
  return {
    role,
    // What is written while it streams is all there is of it if the window closes now.
    state: state === 'streaming' ? 'stopped' : state,
    ...(stopped && { stopped }),
    ...(ended && { ended }),
    ...(rehearsed && { rehearsed }),
    redacted,
    letThrough,
    ...(sent && { receipt: sent }),
  };
}

/** Of a picture only that there was one: nobody can look into it. */
function storedAttachment(
  { icon, file, image, lost }: Attached,
  name: string | null,
  text: string | null,
  path: string | null,
): StoredAttachment {
  const isWhole = file !== undefined && path === file.path && path.length <= LONGEST_PATH;
  return {
    name: (name ?? '').slice(0, LONGEST),
    icon,
    text: image || lost ? null : text,
    ...(isWhole && { path }),
  };
}
