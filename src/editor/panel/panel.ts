import * as v from 'valibot';
import * as vscode from 'vscode';
import { FromPanel, type ToPanel } from '../../protocol.ts';
import type { ActionId } from '../../protocol/atoms.ts';
import type { Suggestions } from '../../protocol/attachments.ts';
import type { TurnActionView } from '../../protocol/turns.ts';
import { giveUp, goOn, retry, rewrite } from './turns/again.ts';
import { goOnPrompt } from './turns/turns-view.ts';
import type { StandIn } from '../../redact/vault.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Attaching } from '../attachments/attaching.ts';
import { standInView } from './answer-view.ts';
import type { Chat } from './chat.ts';
import type { Conversations } from '../conversations/conversations.ts';
import type { ConversationList } from '../../protocol/conversations.ts';
import type { Leaving } from './leaving-view.ts';
import type { OfferedKeys } from './offered-keys.ts';
import { begin, tryDryRun } from '../first-steps/begin.ts';
import { reached } from '../first-steps/reached.ts';
import type { Tour } from '../first-steps/tour.ts';
import { pageHtml, pageOptions } from '../html.ts';
import type { Route } from '../../wire/route.ts';
import { type Delta, earlierPrompt, type Turn } from './turn.ts';
import { type Chosen, panelState, reviewOf } from './panel-view.ts';
import { Origins } from '../redaction/origins.ts';
import { Proposals } from './apply/proposals.ts';
import { sayUnknown, takeAnswer, type Taking } from './take-answer.ts';

/** What the panel asks of the rest of the editor. */
export interface PanelOptions {
  readonly extensionUri: vscode.Uri;
  readonly chat: Chat;
  /** The list of conversations that is shown over the chat. */
  readonly conversations: Pick<Conversations, 'do' | 'pageIsThere'>;
  /** The text in the composer is another one. */
  readonly onDraft: () => void;
  /** What is attached, and how. */
  readonly attaching: Pick<Attaching, 'items' | 'receive'>;
  readonly chosen: () => Chosen;
  readonly t: Translate;
  readonly chooseDestination: () => Promise<void>;
  readonly showPolicy: () => void;
  /** @param id of the request to look at; all where it is left out. */
  readonly showLedger: (id?: string) => void;
  /** Asks for the key that is wanted where a prompt was sent, or that the destination chosen wants. */
  readonly setKey: (route: Route | undefined) => Promise<boolean>;
  readonly offeredKeys: OfferedKeys;
  readonly leaving: Leaving;
  readonly openLink: (url: string) => Promise<void>;
  readonly tour: Tour;
}

/** The host side of the chat panel: parses what comes in, shows the chat's state, holds none of its own. */
export class Panel implements vscode.Disposable {
  readonly #options: PanelOptions;
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #title = '';
  #insists = false;
  readonly #taking: Taking;

  constructor(options: PanelOptions) {
    this.#options = options;
    this.#taking = { origins: new Origins(), proposals: new Proposals(options.t), t: options.t };
  }

  /** Changes to files that an answer proposes. */
  get proposals(): Proposals {
    return this.#taking.proposals;
  }

  dispose(): void {
    this.#taking.proposals.dispose();
  }

  /** Fills a view of the panel; the one before is let go of. */
  attach(view: vscode.WebviewView): void {
    const { extensionUri } = this.#options;
    this.#view = view;
    this.#ready = false;
    view.description = this.#title;
    view.webview.options = pageOptions(extensionUri);
    view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
    });
    view.webview.html = pageHtml(view.webview, extensionUri, {
      script: 'webview.js',
      style: 'webview.css',
      title: 'Prompt Airlock',
    });
  }

  /** Shows what is now the case. */
  refresh(): void {
    const { chat, chosen, offeredKeys, tour, t } = this.#options;
    const { passedOver } = offeredKeys;
    const { items } = this.#options.attaching;
    if (chat.turns.some(({ rehearsal }) => rehearsal !== undefined)) reached('dryRun');
    this.#post({ type: 'state', state: panelState(chat, chosen(), t, passedOver, items, tour.isOffered) });
  }

  /** Shows what was found in the prompt as it is typed; all else stays as it is shown. */
  refreshReview(): void {
    const { chat, offeredKeys, t } = this.#options;
    this.#post({ type: 'review', review: reviewOf(chat, t, offeredKeys.passedOver) });
  }

  /** Adds a piece to an answer that is shown already. */
  append(turn: Turn, delta: Delta, standIns: readonly StandIn[]): void {
    const { t } = this.#options;
    this.#post({
      type: 'delta',
      turn: turn.id,
      ...delta,
      standIns: standIns.map((one) => standInView(one, t)),
    });
  }

  /** Shows the list of conversations; null takes it away. */
  showList(list: ConversationList | null): void {
    this.#post({ type: 'conversations', list });
  }

  /** Says beside the view's name which conversation is shown. */
  setTitle(title: string): void {
    this.#title = title;
    if (this.#view) this.#view.description = title;
  }

  /** Puts the focus into the composer. */
  focus(): void {
    this.#post({ type: 'focus' });
  }

  /** What is offered behind `#`. */
  suggest(suggestions: Suggestions): void {
    this.#post(suggestions);
  }

  /** Puts the focus into the composer, also where the panel is only about to be there or the focus is taken back. */
  #insist(): void {
    if (!this.#ready || !this.#insists) return;
    this.#insists = false;
    this.#post({ type: 'focus', insists: true });
  }

  /** A dry run of an example: the first step of the walkthrough. */
  async tryDryRun(): Promise<void> {
    this.#insists = true;
    this.#insist();
    await tryDryRun(this.#options);
  }

  #post(message: ToPanel): void {
    // Before it is ready nobody listens; it gets the whole state when it is.
    if (this.#ready) void this.#view?.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(FromPanel, message);
    if (!parsed.success) return;
    const { chat, attaching, chooseDestination, showPolicy, offeredKeys, openLink, t } = this.#options;
    const event = parsed.output;
    switch (event.type) {
      case 'ready':
        this.#ready = true;
        this.refresh();
        this.#insist();
        this.#options.conversations.pageIsThere();
        break;
      case 'unfocused':
        this.#view?.show();
        this.focus();
        break;
      case 'draft':
        chat.composing.setDraft(event.text);
        this.#options.onDraft();
        break;
      case 'recall':
        this.#post({ type: 'recalled', back: event.back, text: earlierPrompt(chat.turns, event.back) });
        break;
      case 'submit':
        void chat.submit(event.text);
        break;
      case 'stop':
        chat.stop();
        break;
      case 'pick-destination':
        void chooseDestination();
        break;
      case 'show-policy':
        showPolicy();
        break;
      case 'show-ledger':
        this.#options.showLedger(chat.turns.find(({ id }) => id === event.turn)?.receipt?.id);
        break;
      case 'act-on-turn':
        void this.#actOnTurn(event.turn, event.action);
        break;
      case 'give-up':
        giveUp(chat);
        this.focus();
        break;
      case 'begin':
        void begin(event.what, this.#options);
        if (event.what === 'example') this.focus();
        break;
      case 'open-link':
        void openLink(event.url);
        break;
      case 'look':
        void this.#look();
        break;
      case 'look-at-part': {
        const text = this.#options.leaving.text(event.look, event.part);
        if (text) this.#post(text);
        break;
      }
      case 'look-over':
        this.#options.leaving.over();
        break;
      case 'leave':
        void chat.leave(event.review, event.found, event.left);
        break;
      case 'allow':
        void chat.allow(event.review, event.found, event.what);
        break;
      case 'keep-key':
        void offeredKeys.keep(event.review, event.found, event.what).then(() => this.focus());
        break;
      case 'take':
        void takeAnswer(chat, event, this.#taking);
        break;
      case 'copied-unknown':
        sayUnknown(chat, event.names, t);
        break;
      case 'conversations':
        void this.#options.conversations.do(event.does);
        break;
      case 'copy-rehearsal':
        void this.#copyRehearsal(event.turn);
        break;
      case 'action':
        void this.#act(event.action, event.review);
        break;
      default:
        attaching.receive(event);
    }
  }

  async #look(): Promise<void> {
    const { chat, leaving } = this.#options;
    // What cannot be looked through is said where it is reviewed; here it is only not shown.
    const view = await leaving.look(chat.pending).catch(() => null);
    if (view !== undefined) this.#post({ type: 'leaving', leaving: view });
  }

  async #act(action: ActionId, review: string): Promise<void> {
    const { chat, chooseDestination, setKey, showLedger } = this.#options;
    switch (action) {
      case 'send-redacted':
        return chat.proceed(review, 'redacted');
      case 'send-as-is':
        return chat.proceed(review, 'as-is');
      case 'edit':
        chat.edit();
        return this.focus();
      case 'change-destination':
        return chooseDestination();
      case 'dismiss':
        return chat.dismissProblem();
      case 'retry':
        return chat.submit(chat.draft);
      case 'show-ledger':
        return showLedger();
      case 'set-key': {
        const { problem } = chat;
        // By now another destination may be chosen, and the key is that of the one that wanted it.
        const done = await setKey(problem?.kind === 'fault' ? problem.sent?.route : undefined);
        if (done && chat.problem === problem) chat.dismissProblem();
      }
    }
  }

  async #actOnTurn(turn: string, action: TurnActionView['id']): Promise<void> {
    const { chat, t } = this.#options;
    if (action === 'edit') rewrite(chat, turn);
    this.focus();
    if (action === 'retry') await retry(chat, turn);
    if (action === 'continue') await goOn(chat, turn, goOnPrompt(t));
  }

  async #copyRehearsal(id: string): Promise<void> {
    const body = this.#options.chat.turns.find((turn) => turn.id === id)?.rehearsal?.body.text;
    if (body === undefined) return;
    await vscode.env.clipboard.writeText(body);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Request copied'), 3_000);
  }
}
