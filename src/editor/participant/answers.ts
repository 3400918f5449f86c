import * as vscode from 'vscode';
import { isAt } from '../../airlock/compare.ts';
import type { Airlock } from '../../airlock.ts';
import type { Destination } from '../../policy/destination.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Decisions } from '../decisions.ts';
import { PARTICIPANT } from '../ids.ts';
import type { LedgerTab } from '../ledger-tab.ts';
import type { Settings } from '../settings.ts';
import type { TermsTabs } from '../terms-tabs.ts';
import { type Block, LINKED } from './blocks.ts';
import { check } from './check.ts';
import { checkAnswer } from './check-answer.ts';
import { sourcesOf } from './check-sources.ts';
import { compareAnswer, type CompareKnown } from './compare-answer.ts';
import { type Asked, type Followup, followupsOf } from './followups.ts';
import { type Ask, helpAnswer } from './help-answer.ts';
import { ledgerAnswer } from './ledger-answer.ts';
import { markdownOf } from './markdown.ts';
import { policyAnswer } from './policy-answer.ts';
import { type Routes, targetOf } from './target.ts';
import { whyAnswer } from './why-answer.ts';

/** What the answers are made of, asked for anew each time. */
export interface AnswersOptions extends Routes {
  readonly airlock: Pick<Airlock, 'find' | 'weighFound' | 'policyFor' | 'newConversation'>;
  readonly settings: () => Settings;
  readonly tabs: Pick<TermsTabs, 'compared'>;
  readonly ledger: Pick<LedgerTab, 'view'>;
  readonly decisions: Pick<Decisions, 'last'>;
  /** What is open about the account a destination is used with, in words. */
  readonly questionFor: (destination: Destination) => string | undefined;
  readonly t: Translate;
}

type Request = Pick<vscode.ChatRequest, 'command' | 'prompt' | 'references' | 'model'>;

/** What the participant of the built-in Chat says. It asks no model and no server, and changes nothing. */
export interface Answers {
  answer(
    request: Request,
    response: vscode.ChatResponseStream,
    token: vscode.CancellationToken,
  ): Promise<vscode.ChatResult>;
  followups(metadata: unknown): Followup[];
}

export function createAnswers(options: AnswersOptions): Answers {
  const { t } = options;
  return {
    async answer(request, response, token) {
      const asked = PARTICIPANT.commands.find((one) => one === request.command) ?? 'help';
      try {
        const { blocks, blocked = false } = await answerTo(asked, request, options);
        if (!token.isCancellationRequested) {
          const markdown = new vscode.MarkdownString(markdownOf(blocks));
          markdown.isTrusted = { enabledCommands: [...LINKED] };
          response.markdown(markdown);
        }
        return { metadata: { asked, blocked } satisfies Asked };
      } catch {
        // Nothing of an error is shown: it may quote what was looked at.
        return {
          errorDetails: { message: t('Something went wrong while looking; nothing was sent. Try again.') },
        };
      }
    },
    followups(metadata) {
      return isAsked(metadata) ? followupsOf(metadata, t) : [];
    },
  };
}

function isAsked(metadata: unknown): metadata is Asked {
  if (typeof metadata !== 'object' || metadata === null || !('asked' in metadata)) return false;
  return ['help', ...PARTICIPANT.commands].some((one) => one === metadata.asked);
}

interface Answer {
  readonly blocks: readonly Block[];
  readonly blocked?: boolean;
}

async function answerTo(asked: Ask | 'help', request: Request, options: AnswersOptions): Promise<Answer> {
  const { settings, tabs, ledger, decisions, questionFor, t } = options;
  const demands = settings().demands.requirements;
  switch (asked) {
    case 'help':
      return { blocks: helpAnswer(t) };
    case 'policy': {
      const { target, route } = targetOf(request.model, options);
      const question = route.ok ? questionFor(route.route.destination) : undefined;
      return { blocks: policyAnswer({ ...target, demands, today: today(), question }, t) };
    }
    case 'check': {
      const sources = await sourcesOf(request, t);
      const known = await check(sources, targetOf(request.model, options), options.airlock, t);
      return { blocks: checkAnswer(known, t), blocked: known.weighed?.decision.action === 'block' };
    }
    case 'compare': {
      const { route } = targetOf(request.model, options);
      const isChosen: CompareKnown['isChosen'] = (row) => route.ok && isAt(row, route.route.destination);
      return { blocks: compareAnswer({ ...tabs.compared(), demands, isChosen }, t) };
    }
    case 'why': {
      const last = decisions.last();
      return { blocks: whyAnswer(last, t), blocked: last?.decision.action === 'block' };
    }
    case 'ledger':
      return { blocks: ledgerAnswer(await ledger.view(), t) };
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
