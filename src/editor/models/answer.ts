import * as vscode from 'vscode';
import type { Airlock, AirlockEvent, Cleared, Review } from '../../airlock.ts';
import { createRestorer } from '../../redact/restore.ts';
import type { StandIn } from '../../redact/stand-in.ts';
import type { Translate } from '../../sentences/translate.ts';
import { EXTENSION } from '../ids.ts';
import { Origins } from '../redaction/origins.ts';
import type { PutBack } from './put-back.ts';
import { type Rehearsals, shownTexts } from './rehearsals.ts';
import { ShownAnswer } from './shown-answer.ts';
import { asCode, keptLine, type Links, rehearsalLine, type Told, toldLine } from './told.ts';
import { type Handed, handArguments } from './tool-arguments.ts';
import { inWorkspace } from './workspace-paths.ts';

/** What an answer is passed on by. */
export interface Passing {
  readonly airlock: Airlock;
  readonly cleared: Cleared;
  readonly review: Review;
  readonly told: Told;
  /** The first piece behind all that the model has written. */
  readonly unanswered: number;
  /** Whether what was done is told in the answer: only where a person reads it as one. */
  readonly isTold: boolean;
  /** Whether the tools are the editor's own by their names. */
  readonly toolsAreEditors: boolean;
  readonly restore: boolean;
  readonly putBack: PutBack;
  readonly rehearsals: Rehearsals;
  readonly name: string;
  readonly progress: vscode.Progress<vscode.LanguageModelResponsePart>;
  readonly t: Translate;
}

/** Passes on what comes of a request: what was done to it first, then the answer, each call of a tool as it may be made. */
export async function passAnswer(events: AsyncIterable<AirlockEvent>, passing: Passing): Promise<void> {
  const { told, isTold, restore, rehearsals, progress, name, t } = passing;
  const links: Links = { origin: `${vscode.env.uriScheme}://${EXTENSION}` };
  const shown = new ShownAnswer(restore);
  const origins = originsOf(passing);
  let said = false;
  let receipt = '';
  let wrote = false;
  const write = (text: string): void => {
    if (text === '') return;
    wrote = true;
    progress.report(new vscode.LanguageModelTextPart(text));
  };
  // In a turn with tools the Chat folds away all but the last answer, so it is said where there is one.
  const tell = (): void => {
    if (said || receipt === '') return;
    said = true;
    const line = toldLine(told, receipt, links, t);
    if (isTold) write(line);
    else if (line !== '' && told.redacted > 0) {
      const words =
        told.redacted === 1
          ? t('1 value redacted for {0}', name)
          : t('{0} values redacted for {1}', told.redacted, name);
      vscode.window.setStatusBarMessage(`$(shield) ${words}`, 5_000);
    }
  };
  for await (const event of events) {
    switch (event.type) {
      case 'leaving':
        receipt = event.receipt.id;
        if (!isTold) tell();
        break;
      case 'rehearsed': {
        const { id } = event.receipt;
        rehearsals.keep(id, event.request);
        const { pieces, besides } = rehearsed(passing);
        write(`${rehearsalLine(told, id, links, t)}${pieces}\n${besides}\n`);
        break;
      }
      case 'answer':
        tell();
        write(shown.push(event.segments));
        break;
      case 'tool-call': {
        write(shown.end());
        const { call } = event;
        const handed = await hand(call, passing, origins);
        const problem = refused(handed, call.name, t);
        if (problem !== undefined) {
          write(`${wrote ? '\n\n' : ''}${problem}\n\n`);
          break;
        }
        if (isTold && handed.kept.length > 0) {
          const names = handed.kept.map(asCode).join(', ');
          write(`${wrote ? '\n\n' : ''}${keptLine(names, call.name, links, t)}`);
        }
        progress.report(new vscode.LanguageModelToolCallPart(call.id, call.name, handed.input));
        break;
      }
      case 'ended':
        if (event.reason !== 'tool-calls') tell();
        write(shown.end());
        if (isTold && event.reason !== 'complete' && event.reason !== 'tool-calls') {
          write(`\n\n${endedWords(event.reason, t)}\n`);
        }
        break;
      case 'reasoning':
      case 'tool-arguments':
    }
  }
}

/** What a dry run would have sent: what is new in full, and how much else went with it. */
function rehearsed({ cleared, review, unanswered, t }: Passing): { pieces: string; besides: string } {
  const { messages } = review;
  const tools = messages.filter(({ part }) => part?.type === 'tool').length;
  // In the first turn the tools and the instructions have no answer behind them either.
  const isNew = (i: number): boolean => i >= unanswered && messages[i]?.role !== 'system';
  const texts = cleared.texts.flatMap(({ text }, i) => (isNew(i) && text.trim() !== '' ? [text] : []));
  return {
    pieces: shownTexts(texts, (characters) => t('{0} more characters', characters)),
    besides: t(
      'Also in the request, and not shown here: instructions and history ({0}), tools ({1}).',
      messages.filter((_, i) => !isNew(i)).length - tools,
      tools,
    ),
  };
}

function hand(
  call: { readonly name: string; readonly arguments: string },
  { airlock, cleared, toolsAreEditors, isTold, putBack }: Passing,
  origins: Origins,
): Promise<Handed> {
  const { conversation } = cleared;
  return handArguments<vscode.Uri>(call, {
    restore: (text, kept) => airlock.restore(conversation, text, 'exact', kept),
    standInsIn: (text) => {
      const restorer = createRestorer(conversation.vault, 'exact');
      return [...restorer.push(text), ...restorer.end()].flatMap((segment): readonly StandIn[] =>
        'standIn' in segment ? [segment.standIn] : [],
      );
    },
    areEditors: toolsAreEditors,
    inWorkspace,
    keptFrom: (standIns, file) => putBack.keptFrom(standIns, file, origins, isTold),
  });
}

/** Which file the values of a request came from, as far as the request says. */
function originsOf({ cleared, review }: Passing): Origins {
  const origins = new Origins();
  for (const [i, { replacements }] of cleared.texts.entries()) {
    const files = review.messages[i]?.files ?? [];
    for (const { start, end, standIn } of replacements) {
      for (const { file, ...part } of files) {
        if (part.start > start || end > part.end) continue;
        for (const path of file.whole ?? []) origins.add([standIn], vscode.Uri.file(path).toString());
      }
    }
  }
  return origins;
}

function refused({ unknown }: Handed, tool: string, t: Translate): string | undefined {
  if (unknown.length === 0) return undefined;
  const names = unknown.map(asCode).join(', ');
  return t(
    '{0} was not called: {1} would be left in the file, and no such stand-in was issued. Ask again without it.',
    asCode(tool),
    names,
  );
}

function endedWords(reason: 'length' | 'filtered', t: Translate): string {
  return reason === 'length'
    ? t('*The answer ends here: it is as long as the destination lets it be.*')
    : t('*The answer ends here: the destination held the rest back.*');
}
