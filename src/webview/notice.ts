import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NoticeView } from '../protocol.ts';
import type { Action, ActionId } from '../protocol/atoms.ts';
import { actionButtons } from './actions.ts';
import { clock, Countdown } from './countdown.ts';
import { toneIcon } from './tone.ts';

/**
 * Something that went wrong or has to be said; read out as soon as it is there. Where the host asked to wait, the button
 * that sends again counts the time down, and cannot be pressed before it is over.
 */
export class AirlockNotice extends LitElement {
  static override properties = {
    notice: { attribute: false },
    act: { attribute: false },
    left: { state: true },
    over: { state: true },
  };

  declare notice: NoticeView;
  declare act: (action: ActionId) => void;
  /** Seconds that are still to be waited. */
  declare left: number;
  /** What is said of a wait that is over. */
  declare over: string;

  readonly #countdown = new Countdown((left) => {
    if (left === 0 && this.left > 0) this.over = this.notice.wait?.over ?? '';
    this.left = left;
  });

  constructor() {
    super();
    this.left = 0;
    this.over = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#countdown.stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('notice')) return;
    const { wait } = this.notice;
    if (wait) this.#countdown.start(wait.seconds);
    else {
      this.#countdown.stop();
      this.left = 0;
    }
    if (this.left > 0) this.over = '';
  }

  protected override render(): TemplateResult {
    const { tone, title, text, actions } = this.notice;
    const waiting = this.left > 0 ? 'retry' : undefined;
    return html`<section class="notice box-${tone}">
      <div class="said" role=${tone === 'bad' ? 'alert' : 'status'}>
        ${toneIcon(tone)}
        <div>
          <p class="said-title" dir="auto">${title}</p>
          ${text === '' ? nothing : html`<p dir="auto">${text}</p>`}
        </div>
      </div>
      ${actionButtons(
        actions.map((action) => this.#labelled(action)),
        { act: this.act, waiting },
      )}
      <p class="unseen" role="status">${this.over}</p>
    </section>`;
  }

  #labelled(action: Action): Action {
    const { wait } = this.notice;
    if (action.id !== 'retry' || !wait || this.left === 0) return action;
    return { ...action, label: wait.label.replace('{0}', clock(this.left)) };
  }
}
