import type { Turn } from '../turn.ts';

/** What can be done with a turn that is over. */
export type TurnAction = 'edit' | 'retry' | 'continue';

/** The turns before one; all of them where it is not among them any more. */
export function turnsBefore(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const at = turns.indexOf(turn);
  return at < 0 ? turns : turns.slice(0, at);
}

/** What the user asked where a turn is theirs or the answer to it; undefined where there is none such. */
export function questionOf(turns: readonly Turn[], id: string): Turn | undefined {
  const at = turns.findIndex((turn) => turn.id === id);
  const turn = turns[at]?.role === 'assistant' ? turns[at - 1] : turns[at];
  return turn?.role === 'user' ? turn : undefined;
}

/** What can be done with a turn. An answer goes on only where it is the last, and was broken off in the middle. */
export function actionsOf(turn: Turn, turns: readonly Turn[]): TurnAction[] {
  const isOver = turn.state !== 'streaming';
  if (turn.role === 'user') return questionOf(turns, turn.id) && isAnswered(turn, turns) ? ['edit'] : [];
  if (!isOver || !questionOf(turns, turn.id)) return [];
  return isBrokenOff(turn) && turns.at(-1) === turn ? ['retry', 'continue'] : ['retry'];
}

function isAnswered(question: Turn, turns: readonly Turn[]): boolean {
  return turns[turns.indexOf(question) + 1]?.state !== 'streaming';
}

function isBrokenOff({ state, wire, ended, rehearsal }: Turn): boolean {
  return !rehearsal && wire !== '' && (state === 'failed' || state === 'stopped' || ended === 'length');
}

/** What came of an answer is part of the conversation from now on, broken off or not, so that it can go on. */
export function keepBrokenOff(answer: Turn, turns: readonly Turn[]): void {
  const question = questionOf(turns, answer.id);
  if (question?.state === 'failed') question.state = 'done';
  answer.goesOn = true;
}
