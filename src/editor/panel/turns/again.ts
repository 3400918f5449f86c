import type { Chat } from '../chat.ts';
import { actionsOf, keepBrokenOff, questionOf } from './after-turns.ts';

/** Puts what was asked into the composer, to be sent anew in place of it and all behind it. */
export function rewrite({ turns, busy, interlude }: Chat, id: string): void {
  const turn = questionOf(turns, id);
  if (turn && busy === 'idle') interlude.rewrite(turn);
}

/** Asks the same again; it is reviewed as any prompt. What was answered stays until that is on its way. */
export async function retry(chat: Chat, id: string): Promise<void> {
  const turn = questionOf(chat.turns, id);
  if (!turn || chat.busy !== 'idle') return;
  // A fault has put it there: it would be there twice.
  if (chat.draft === turn.original) chat.composing.replaceDraft('');
  chat.interlude.rewrite(turn, true);
  await chat.submit(turn.original);
}

/** Asks for the rest of an answer that was broken off, by a prompt that is reviewed as any. */
export async function goOn(chat: Chat, id: string, prompt: string): Promise<void> {
  const answer = chat.turns.find((turn) => turn.id === id);
  if (!answer || chat.busy !== 'idle' || !actionsOf(answer, chat.turns).includes('continue')) return;
  keepBrokenOff(answer, chat.turns);
  chat.interlude.ask(prompt, questionOf(chat.turns, id)?.original ?? '');
  await chat.submit(prompt);
}

/** Gives up what is in the composer for what was there before. */
export function giveUp({ busy, interlude }: Chat): void {
  if (busy === 'idle') interlude.giveUp();
}
