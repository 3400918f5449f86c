import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { PanelLabels, TurnView } from '../protocol.ts';
import { AnswerView } from './answer.ts';
import type { Post } from './bridge.ts';
import { byName, holdsStandIn, type StandIns } from './pieces.ts';
import { plainText } from './plain-text.ts';
import { rehearsalView } from './rehearsal.ts';
import { linkAddress } from './sanitize.ts';
import { icon } from './tone.ts';
import { differs } from './turn-differs.ts';

/** Longer answers, in code units, are shown as plain text: no one reads them, and Markdown takes its time. */
const LONGEST_MARKDOWN = 200_000;

/** One turn of the conversation. */
export class AirlockTurn extends LitElement {
  static override properties = {
    turn: { attribute: false, hasChanged: differs },
    // The language does not change while the panel is there, but every message brings the words anew.
    labels: { attribute: false, hasChanged: () => false },
    post: { attribute: false },
  };

  declare turn: TurnView;
  declare labels: PanelLabels;
  declare post: Post;

  readonly #answer = new AnswerView();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { role, author, state } = this.turn;
    const standIns = byName(this.turn.standIns);
    return html`<article class="turn ${role}" aria-busy=${state === 'streaming'} aria-label=${author}>
      <p class="author" dir="auto">${author}</p>
      <div class="said" @click=${this.#follow} @keydown=${this.#followByKey}>
        ${role === 'user' ? plainText(this.turn.text, standIns, 'as-sent') : this.#answered(standIns)}
        ${role === 'user' ? this.#facts(standIns) : nothing}
      </div>
      ${role === 'user' ? nothing : this.#facts(standIns)}
    </article>`;
  }

  protected override updated(): void {
    const container = this.querySelector('.answer');
    if (container) this.#answer.draw(container, this.turn.text, byName(this.turn.standIns));
  }

  #answered(standIns: StandIns): TemplateResult {
    const { text, rehearsal, state, id } = this.turn;
    return html`${
      text.length > LONGEST_MARKDOWN
        ? plainText(text, standIns, 'restored')
        : text === ''
          ? nothing
          : html`<div class="answer"></div>`
    }${
      state === 'streaming' && text === ''
        ? html`<p class="pending">${icon('loading', 'codicon-modifier-spin')}</p>`
        : nothing
    }${
      rehearsal
        ? rehearsalView(rehearsal, this.labels, () => this.post({ type: 'copy-rehearsal', turn: id }))
        : nothing
    }`;
  }

  #facts(standIns: StandIns): TemplateResult | typeof nothing {
    const { role, text, receipt, state } = this.turn;
    const restored = role === 'assistant' && state !== 'streaming' && holdsStandIn(text, standIns);
    const facts = [
      ...(state === 'stopped'
        ? [html`<span class="tone-caution">${icon('debug-stop')} ${this.labels.stopped}</span>`]
        : []),
      ...(state === 'failed'
        ? [html`<span class="tone-bad">${icon('error')} ${this.labels.failed}</span>`]
        : []),
      ...receipt.map((fact) => html`<span>${fact}</span>`),
      ...(restored ? [html`<span class="restored">${this.labels.restored}</span>`] : []),
    ];
    return facts.length === 0
      ? nothing
      : html`<ul class="receipt dotted">
          ${facts.map((fact) => html`<li>${fact}</li>`)}
        </ul>`;
  }

  readonly #follow = (event: Event): void => {
    const address = event.target instanceof Element ? linkAddress(event.target) : undefined;
    if (address === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.post({ type: 'open-link', url: address });
  };

  readonly #followByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.repeat) this.#follow(event);
  };
}
