import * as v from 'valibot';
import * as vscode from 'vscode';
import { FromPanel, type ToPanel } from '../protocol.ts';
import type { ActionId } from '../protocol/atoms.ts';
import type { StandIn } from '../redact/vault.ts';
import type { Translate } from '../sentences/translate.ts';
import { standInView } from './answer-view.ts';
import type { Chat } from './chat.ts';
import type { OfferedKeys } from './offered-keys.ts';
import { pageHtml, pageOptions } from './html.ts';
import type { Route } from '../wire/route.ts';
import type { Delta, Turn } from './turn.ts';
import { type Chosen, panelState } from './panel-view.ts';
import { Origins } from './redaction/origins.ts';
import { sayUnknown, takeAnswer } from './take-answer.ts';

/** What the panel asks of the rest of the editor. */
export interface PanelOptions {
  readonly extensionUri: vscode.Uri;
  readonly chat: Chat;
  readonly chosen: () => Chosen;
  readonly t: Translate;
  readonly chooseDestination: () => Promise<void>;
  readonly showPolicy: () => void;
  readonly showLedger: () => void;
  /** Asks for the key that is wanted where a prompt was sent, or that the destination chosen wants. */
  readonly setKey: (route: Route | undefined) => Promise<boolean>;
  readonly offeredKeys: OfferedKeys;
  readonly openLink: (url: string) => Promise<void>;
}

/** The host side of the chat panel: parses what comes in, shows the chat's state, holds none of its own. */
export class Panel {
  readonly #options: PanelOptions;
  #view: vscode.WebviewView | undefined;
  #ready = false;
  /** The files that the user let secrets of the conversation into. */
  readonly #origins = new Origins();

  constructor(options: PanelOptions) {
    this.#options = options;
  }

  /** Fills a view of the panel; the one before is let go of. */
  attach(view: vscode.WebviewView): void {
    const { extensionUri } = this.#options;
    this.#view = view;
    this.#ready = false;
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
    const { chat, chosen, offeredKeys, t } = this.#options;
    this.#post({ type: 'state', state: panelState(chat, chosen(), t, offeredKeys.passedOver) });
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

  /** Puts the focus into the composer. */
  focus(): void {
    this.#post({ type: 'focus' });
  }

  #post(message: ToPanel): void {
    // Before it is ready nobody listens; it gets the whole state when it is.
    if (this.#ready) void this.#view?.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(FromPanel, message);
    if (!parsed.success) return;
    const { chat, chooseDestination, showPolicy, offeredKeys, openLink, t } = this.#options;
    const event = parsed.output;
    switch (event.type) {
      case 'ready':
        this.#ready = true;
        this.refresh();
        break;
      case 'draft':
        chat.setDraft(event.text);
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
        this.#options.showLedger();
        break;
      case 'open-link':
        void openLink(event.url);
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
        void takeAnswer(chat, event, this.#origins, t);
        break;
      case 'copied-unknown':
        sayUnknown(chat, event.names, t);
        break;
      case 'copy-rehearsal':
        void this.#copyRehearsal(event.turn);
        break;
      case 'action':
        void this.#act(event.action, event.review);
        break;
    }
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

  async #copyRehearsal(id: string): Promise<void> {
    const body = this.#options.chat.turns.find((turn) => turn.id === id)?.rehearsal?.body;
    if (body === undefined) return;
    await vscode.env.clipboard.writeText(body);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Request copied'), 3_000);
  }
}
