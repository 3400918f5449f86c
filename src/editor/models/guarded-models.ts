import * as vscode from 'vscode';
import { type Airlock, Malformed, NotAllowed, placeOf, type Review, type Way } from '../../airlock.ts';
import { withhold } from '../../airlock/withhold.ts';
import { isHeldBack } from '../../decide/decision.ts';
import { numberText } from '../../sentences/locale.ts';
import type { Translate } from '../../sentences/translate.ts';
import { WireFault } from '../../wire/fault.ts';
import { Stopped } from '../../wire/stopped.ts';
import type { KeyAccess, RouteResult } from '../panel/chat-options.ts';
import { EXTENSION } from '../ids.ts';
import { type KeyOwner, keyOwner } from '../key-owner.ts';
import { noticeView } from '../panel/notice-view.ts';
import { problemOf } from '../panel/problem-of.ts';
import { readRoute, type Settings } from '../settings.ts';
import { passAnswer } from './answer.ts';
import { askHow } from './ask.ts';
import { isChat } from './askers.ts';
import { Consent } from './consent.ts';
import { type IncomingTool, readMessage } from './incoming.ts';
import { isInteractive } from './newest.ts';
import { type OfferedModel, offeredModels } from './offered.ts';
import { NOTES, type TakenApart, takeApart } from './pieces.ts';
import { PutBack } from './put-back.ts';
import { blockedRefusal, Refusal, unaskedRefusal } from './refusal.ts';
import { Rehearsals } from './rehearsals.ts';
import { Said } from './said.ts';
import { toldOf } from './told-of.ts';
import { estimateRequest, estimateTokens } from '../token-estimate.ts';
import { sayOnceThatValuesShow } from './values-show.ts';
import { fileNamed } from './workspace-paths.ts';

/** What the guarded models need from the session. */
export interface GuardedModelsOptions {
  readonly airlock: Airlock;
  readonly settings: () => Settings;
  /** Resolves once all rules that hold have been read. */
  readonly settled: () => Promise<unknown>;
  /** Why nothing can be sent at all at this moment; undefined where it can. */
  readonly problem: () => string | undefined;
  readonly hasKey: (owner: KeyOwner) => Promise<boolean>;
  /** The key for a route, asked for where there is none and the user waits for the answer. */
  readonly key: (owner: KeyOwner | undefined, mayAsk: boolean) => Promise<KeyAccess | undefined>;
  /** What was decided, for whoever asks why. */
  readonly onDecision: (review: Review, name: string, by: string | undefined, isWaitedFor: boolean) => void;
  readonly memory: vscode.Memento;
  readonly log: (line: string) => void;
  readonly t: Translate;
}

/** What the provider is handed besides the messages; who asks is not in the stable API. */
export type RequestOptions = Pick<vscode.ProvideLanguageModelChatResponseOptions, 'tools' | 'toolMode'> & {
  readonly requestInitiator?: unknown;
};

/** Every configured destination as a language model of the editor: each request is reviewed whole, and each time anew. */
export class GuardedModels {
  readonly #options: GuardedModelsOptions;
  readonly #consent: Consent;
  readonly #said = new Said();
  readonly #putBack: PutBack;
  readonly rehearsals = new Rehearsals();

  constructor(options: GuardedModelsOptions) {
    this.#options = options;
    this.#consent = new Consent(options.memory, options.t);
    this.#putBack = new PutBack(options.t);
  }

  /** The models as they are configured now. */
  offered(): Promise<OfferedModel[]> {
    const { airlock, settings, hasKey, t } = this.#options;
    return offeredModels({ airlock, settings: settings(), hasKey, t });
  }

  /** About how many tokens a text or a message has; rather too many than too few. */
  count(text: string | vscode.LanguageModelChatRequestMessage): number {
    if (typeof text === 'string') return estimateTokens(text);
    const taking = { fileOf: () => undefined, deniedBy: () => undefined, isRuled: () => false };
    return estimateRequest(takeApart([readMessage(text)], [], taking).pieces);
  }

  /**
   * Reviews a request, sends what may go, and streams the answer.
   * @throws Refusal in the user's words, whatever went wrong: nothing of an error is shown that could quote a text.
   */
  async respond(
    model: Pick<OfferedModel, 'id' | 'name' | 'maxInputTokens'>,
    messages: readonly vscode.LanguageModelChatRequestMessage[],
    options: RequestOptions,
    progress: vscode.Progress<vscode.LanguageModelResponsePart>,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const abort = new AbortController();
    const cancelled = token.onCancellationRequested(() => abort.abort());
    if (token.isCancellationRequested) abort.abort();
    let destination: RouteResult | undefined;
    try {
      const by = typeof options.requestInitiator === 'string' ? options.requestInitiator : undefined;
      const { t } = this.#options;
      if (!(await this.#consent.given(by))) {
        throw new Refusal(
          t('Nothing was sent'),
          t('You did not allow this extension to use guarded models.'),
        );
      }
      // What is left out of a request is decided before it is looked through.
      await this.#options.settled();
      destination = this.#routeOf(model.id);
      if (!destination.ok) throw new Refusal(t('Nothing was sent'), destination.text);
      await this.#respond(destination, model, messages, options, by, progress, abort.signal);
    } catch (error) {
      throw this.#refusalOf(error, destination, model.name);
    } finally {
      cancelled.dispose();
    }
  }

  async #respond(
    destination: Extract<RouteResult, { ok: true }>,
    { name, maxInputTokens }: Pick<OfferedModel, 'name' | 'maxInputTokens'>,
    messages: readonly vscode.LanguageModelChatRequestMessage[],
    options: RequestOptions,
    by: string | undefined,
    progress: vscode.Progress<vscode.LanguageModelResponsePart>,
    signal: AbortSignal,
  ): Promise<void> {
    const { airlock, settings, t, memory } = this.#options;
    const { route } = destination;
    const incoming = messages.map(readMessage);
    const fromChat = isChat(by);
    const isWaitedFor = fromChat && isInteractive(incoming);
    const taken = takeApart(
      incoming,
      (options.tools ?? []).map(readTool),
      {
        fileOf: fileNamed,
        deniedBy: (file) => airlock.deniedAt(route, file)?.glob,
        isRuled: (file) => airlock.rulingsOn(file).length > 0,
      },
      options.toolMode === vscode.LanguageModelChatToolMode.Required,
    );
    if (!taken.pieces.some(({ role, part }) => role !== 'system' && part?.type !== 'tool')) {
      throw new Refusal(t('Nothing was sent to {0}', name), t('There is nothing in the request to answer.'));
    }
    const tokens = estimateRequest(taken.pieces);
    if (tokens > maxInputTokens) {
      throw new Refusal(
        t('Nothing was sent to {0}', name),
        t(
          'The request has about {0} tokens, and the model takes {1}. Begin a new chat, or attach less.',
          numberText(tokens, t),
          numberText(maxInputTokens, t),
        ),
      );
    }
    const { review, way, withheld } = await this.#decide(destination, taken, isWaitedFor, name, by, signal);
    signal.throwIfAborted();
    const cleared = await airlock.clear(review, way);
    const owner = keyOwner(review.route);
    const access = await this.#options.key(owner, isWaitedFor);
    if (!access) throw new WireFault('no-key', 'no');
    if (access.isUnusable) throw new WireFault('malformed-key', 'no');
    signal.throwIfAborted();
    const restore = settings().chat.restore;
    await passAnswer(
      airlock.send(cleared, { key: access.key, signal, ...(by !== EXTENSION && { by: by ?? 'unknown' }) }),
      {
        airlock,
        cleared,
        review,
        told: toldOf(cleared, review, taken, withheld),
        unanswered: taken.unanswered,
        isTold: isWaitedFor,
        toolsAreEditors: fromChat,
        // Others keep what they are told, and nobody would know where.
        restore: fromChat && restore,
        putBack: this.#putBack,
        rehearsals: this.rehearsals,
        name,
        progress,
        t,
      },
    );
    if (isWaitedFor && restore && cleared.redacted > 0 && !route.rehearsal) sayOnceThatValuesShow(memory, t);
  }

  /** How a request may go; asks the user where it has to be asked and they wait for it. */
  async #decide(
    { route }: Extract<RouteResult, { ok: true }>,
    taken: TakenApart,
    isWaitedFor: boolean,
    name: string,
    by: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly review: Review; readonly way: Way; readonly withheld: number }> {
    const { airlock, onDecision, log, t } = this.#options;
    let { pieces } = taken;
    let answer: 'redacted' | undefined;
    let letGo = false;
    let withheld = 0;
    for (;;) {
      let review = await airlock.review(airlock.rebuiltConversation(), route, pieces);
      const place = placeOf(review.route);
      // A prompt that is new is asked about, also where the same went as it is in another chat.
      const isNew = taken.unanswered <= taken.newest && !letGo;
      const settled = await this.#said.settle(pieces, place, isNew ? taken.newest : pieces.length);
      if (settled !== pieces) review = await airlock.review(airlock.rebuiltConversation(), route, settled);
      const kept = withhold(review, NOTES.withheld);
      if (kept.count > 0) {
        withheld += kept.count;
        pieces = kept.messages;
        continue;
      }
      const { action } = review.decision;
      log(`model: ${action}, ${review.findings.reduce((sum, list) => sum + list.length, 0)} findings`);
      onDecision(review, name, by, isWaitedFor);
      if (action === 'block') throw blockedRefusal(review.decision, review.policy, name, t);
      if (action !== 'ask' || answer === 'redacted') {
        return { review, way: isHeldBack(action) ? 'redacted' : 'as-decided', withheld };
      }
      if (!isWaitedFor) throw unaskedRefusal(review.decision, review.policy, name, t);
      const said = await askHow(review, name, t);
      signal.throwIfAborted();
      if (said === undefined) {
        throw new Refusal(t('Nothing was sent to {0}', name), t('You did not let it go.'));
      }
      // What holds may have changed while it was asked, so it is looked at again by what holds now.
      if (said === 'redacted') answer = said;
      else {
        await this.#said.letGo(pieces.slice(taken.newest), place);
        letGo = true;
      }
    }
  }

  /** Where a model leads at this moment: settings may have changed since it was listed. */
  #routeOf(id: string): RouteResult {
    const { settings, problem, t } = this.#options;
    const text = problem();
    const now = settings();
    if (text !== undefined) return { ok: false, text };
    // Settings that cannot be read say so by the route of the destination chosen.
    if (now.written === '' && !now.route.ok) return now.route;
    return readRoute(id, now.custom, t);
  }

  #refusalOf(error: unknown, destination: RouteResult | undefined, name: string): Error {
    const { t, log } = this.#options;
    if (error instanceof Refusal) return error;
    if (error instanceof Stopped || (error instanceof DOMException && error.name === 'AbortError')) {
      return new vscode.CancellationError();
    }
    if (error instanceof Malformed) {
      log(`malformed: ${error.what}`);
      return new Refusal(
        t('Nothing was sent to {0}', name),
        t('The request is not what a model can be asked: {0}.', error.what),
      );
    }
    if (error instanceof NotAllowed) log('not allowed');
    const where = destination ?? { ok: false, text: '' };
    const { problem, line } = problemOf(
      error,
      where,
      destination?.ok ? { route: destination.route, variable: undefined } : undefined,
    );
    log(line);
    const notice = noticeView(problem, name, t);
    return new Refusal(notice?.title ?? t('Nothing was sent'), notice?.text ?? '');
  }
}

function readTool({ name, description, inputSchema }: vscode.LanguageModelChatTool): IncomingTool {
  return { name, description, inputSchema };
}
