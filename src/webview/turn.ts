import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LONGEST_MARKDOWN } from '../markdown/parser.ts';
import type { PanelLabels } from '../protocol.ts';
import type { AnswerLabels, Take, TurnView } from '../protocol/answer.ts';
import { AnswerView } from './answer.ts';
import { turnAttached } from './attachments/turn-attached.ts';
import type { Post } from './bridge.ts';
import { takenAt } from './code-frame.ts';
import { GrownChunks } from './grown-chunks.ts';
import { byName, holdsMoreControls, holdsMoreStandIns, holdsStandIn, type StandIns } from './pieces.ts';
import { plainText } from './plain-text.ts';
import { rehearsalView } from './rehearsal.ts';
import { linkAddress } from './sanitize.ts';
import { type IsShownAsSent, nameAt } from './stand-in-span.ts';
import { thoughtView } from './thought.ts';
import { icon } from './tone.ts';
import { differs } from './turn-differs.ts';
import { turnActions } from './turns/turn-actions.ts';

/** What can be done with an answer, and under which icon. */
const TAKES = [
  ['copy', 'copy', 'copy'],
  ['save', 'save-as', 'save'],
  ['open', 'go-to-file', 'open'],
] as const satisfies readonly (readonly [Take['as'], string, keyof AnswerLabels])[];

/** An answer with more is shown as plain text: each is an element, and there is no reading them. */
const MOST_STAND_INS = 3_000;
/** The same for characters that are shown by their codes; no honest answer has as many. */
const MOST_CONTROLS = 300;

const ALL_SENT: IsShownAsSent = () => true;

function isForNobodyToRead(text: string, standIns: StandIns): boolean {
  return (
    text.length > LONGEST_MARKDOWN ||
    holdsMoreStandIns(text, standIns, MOST_STAND_INS) ||
    holdsMoreControls(text, MOST_CONTROLS)
  );
}

/** One turn of the conversation. */
export class AirlockTurn extends LitElement {
  static override properties = {
    turn: { attribute: false, hasChanged: differs },
    // The language does not change while the panel is there, but every message brings the words anew.
    labels: { attribute: false, hasChanged: () => false },
    post: { attribute: false },
    isSent: { attribute: false },
    sent: { state: true },
  };

  declare turn: TurnView;
  declare labels: PanelLabels;
  declare post: Post;
  /** Whether a stand-in is shown as it left, all through the conversation; another object whenever others are. */
  declare isSent: IsShownAsSent;
  /** Turns a stand-in into its value or back, all through the conversation; `others` are to be shown as they left. */
  declare turnOver: (name: string, others: readonly string[]) => void;
  /** Whether the whole of this answer is shown as it was sent. */
  declare sent: boolean;

  readonly #answer = new AnswerView();
  readonly #chunks = new GrownChunks();

  constructor() {
    super();
    this.sent = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { role, author, state } = this.turn;
    const standIns = byName(this.turn.standIns);
    return html`<article class="turn ${role}" aria-busy=${state === 'streaming'} aria-label=${author}>
      <p class="author" dir="auto">${author}</p>
      <div class="said" @click=${this.#onClick} @keydown=${this.#onKey}>
        ${role === 'user' ? plainText(this.turn.text, standIns, 'as-sent') : this.#answered(standIns)}
        ${role === 'user' ? turnAttached(this.turn.attached) : nothing}
        ${role === 'user' ? html`${this.#facts(standIns)}${this.#actions()}` : nothing}
      </div>
      ${role === 'user' ? nothing : html`${this.#facts(standIns)}${this.#bar(standIns)}`}
    </article>`;
  }

  protected override updated(): void {
    const container = this.querySelector('.answer');
    const shown = { isSent: this.#isSent, labels: this.labels.answer };
    if (container) this.#answer.draw(container, this.turn.text, byName(this.turn.standIns), shown);
  }

  get #isSent(): IsShownAsSent {
    return this.sent ? ALL_SENT : this.isSent;
  }

  #answered(standIns: StandIns): TemplateResult {
    const { text, thought, rehearsal, state, id } = this.turn;
    const shown = { isSent: this.#isSent };
    const isThinking = state === 'streaming' && text === '';
    return html`${
      thought === '' ? nothing : thoughtView(thought, isThinking, standIns, shown, this.labels.answer)
    }${
      isForNobodyToRead(text, standIns)
        ? plainText(text, standIns, shown, this.#chunks)
        : text === ''
          ? nothing
          : html`<div class="answer"></div>`
    }${
      isThinking && thought === ''
        ? html`<p class="pending">${icon('loading', 'codicon-modifier-spin')}</p>`
        : nothing
    }${
      rehearsal
        ? rehearsalView(rehearsal, this.labels, () => this.post({ type: 'copy-rehearsal', turn: id }))
        : nothing
    }`;
  }

  #facts(standIns: StandIns): TemplateResult | typeof nothing {
    const { state, receipt, held } = this.turn;
    const facts = [
      ...(state === 'stopped'
        ? [html`<span class="tone-caution">${icon('debug-stop')} ${this.labels.stopped}</span>`]
        : []),
      ...(state === 'failed'
        ? [html`<span class="tone-bad">${icon('error')} ${this.labels.failed}</span>`]
        : []),
      ...receipt.map((fact) => html`<span>${fact}</span>`),
      ...(held === '' ? [] : [html`<span>${held}</span>`]),
      ...(this.turn.receipted
        ? [
            html`<button
              type="button"
              class="link"
              @click=${() => this.post({ type: 'show-ledger', turn: this.turn.id })}
            >
              ${this.labels.answer.toReceipt}
            </button>`,
          ]
        : []),
      ...(this.#isRestored(standIns) && !this.turn.standIns.every(({ name }) => this.#isSent(name))
        ? [html`<span class="restored">${this.labels.answer.restored}</span>`]
        : []),
    ];
    return facts.length === 0
      ? nothing
      : html`<ul class="receipt dotted">
          ${facts.map((fact) => html`<li>${fact}</li>`)}
        </ul>`;
  }

  /** What can be done with an answer that is over. */
  #bar(standIns: StandIns): TemplateResult | typeof nothing {
    const { text, state } = this.turn;
    const { answer: labels } = this.labels;
    if (state === 'streaming') return nothing;
    if (text === '') return html`<div class="answer-bar">${this.#actions()}</div>`;
    return html`<div class="answer-bar" @click=${this.#onClick}>
      ${TAKES.map(
        ([as, name, label]) =>
          html`<button
            type="button"
            class="round"
            data-take=${as}
            title=${labels[label]}
            aria-label=${labels[label]}
          >
            ${icon(name)}
          </button>`,
      )}
      ${this.#actions()}
      ${
        this.#isRestored(standIns)
          ? html`<button type="button" class="link turn-all" @click=${this.#turnAll}>
              ${this.sent ? labels.showValues : labels.showSent}
            </button>`
          : nothing
      }
    </div>`;
  }

  #actions(): TemplateResult | typeof nothing {
    const { id, actions } = this.turn;
    return turnActions(actions, (action) => this.post({ type: 'act-on-turn', turn: id, action }));
  }

  #isRestored(standIns: StandIns): boolean {
    const { role, text, state } = this.turn;
    const restored = this.turn.standIns.some(({ gone }) => gone)
      ? byName(this.turn.standIns.filter(({ gone }) => !gone))
      : standIns;
    return role === 'assistant' && state !== 'streaming' && holdsStandIn(text, restored);
  }

  readonly #turnAll = (): void => {
    this.sent = !this.sent;
  };

  readonly #onClick = (event: Event): void => {
    const taken = takenAt(event.target, this);
    if (taken) {
      this.post({ type: 'take', turn: this.turn.id, ...taken });
      return;
    }
    // Whoever drags over a value wants to have it, not to turn it over.
    if (document.getSelection()?.isCollapsed !== false) this.#turnOver(event);
    this.#follow(event);
  };

  #turnOver(event: Event): void {
    const name = nameAt(event.target);
    if (name === undefined) return;
    event.preventDefault();
    const all = this.sent ? this.turn.standIns.map((standIn) => standIn.name) : [];
    this.sent = false;
    this.turnOver(name, all);
  }

  #follow(event: Event): void {
    const address = event.target instanceof Element ? linkAddress(event.target) : undefined;
    if (address === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.post({ type: 'open-link', url: address });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return;
    this.#turnOver(event);
    if (event.key === 'Enter') this.#follow(event);
  };
}
