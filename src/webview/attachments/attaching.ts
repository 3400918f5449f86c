import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AttachmentsView } from '../../protocol/attachments.ts';
import type { Post } from '../bridge.ts';
import { icon } from '../tone.ts';
import { chipsView } from './chips.ts';
import { News } from './news.ts';
import { Suggesting } from './suggesting.ts';
import { Taking } from './taking.ts';

/** All of attaching that is in the composer: what is attached, the list behind `#`, what is dropped or pasted, a button. */
export class Attaching {
  readonly #post: () => Post;
  readonly #suggesting: Suggesting;
  readonly #taking: Taking;
  readonly #news = new News();

  /** @param post looked up at each message: an element has it only once it is shown. */
  constructor(host: ReactiveControllerHost & HTMLElement, post: () => Post) {
    this.#post = post;
    this.#suggesting = new Suggesting(host, post);
    this.#taking = new Taking(host, post);
  }

  /** Above the text. */
  render(view: AttachmentsView): TemplateResult {
    return html`${chipsView(view, this.#post())}
      <p class="unseen" role="status">${this.#news.of(view.chips)}</p>
      ${this.#taking.render(view)}${this.#suggesting.render(view.labels.suggestions)}`;
  }

  /** In the bar below the text. */
  button({ labels }: AttachmentsView): TemplateResult {
    return html`<button
      type="button"
      class="round attach"
      aria-label=${labels.attach}
      title=${labels.attachTitle}
      @click=${() => this.#post()({ type: 'attach' })}
    >
      ${icon('attach')}
    </button>`;
  }
}
