import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { AttachmentsView } from '../../protocol/attachments.ts';
import type { Post } from '../bridge.ts';
import { icon } from '../tone.ts';
import { isAttachable, listsOf, pastedFiles } from './dropped-data.ts';

/** A larger file is only named, and the extension says that it is too large. In bytes. */
const LARGEST = 5 * 1024 * 1024;
/**
 * A longer text is attached. The browser takes minutes to lay out five megabytes in a text area, any page's, and a second for
 * each key after. In code units.
 */
const LONGEST_PASTE = 200_000;
/** More files are not taken at once. */
const MOST = 50;
/** How long it is said that Shift has to be held, in milliseconds. */
const SAID = 6_000;
/** Nearer to the border something that is dragged leaves; further in, Shift was let go of. In pixels. */
const BORDER = 6;

/**
 * Takes what is dropped on the panel and what is pasted into the composer. The workbench keeps what is dragged in it from
 * a page as long as Shift is not held, and then the page does not see it at all; where Shift is let go of over the page,
 * it can say so.
 */
export class Taking implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #post: () => Post;
  #state: 'none' | 'over' | 'let-go' = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, post: () => Post) {
    this.#host = host;
    this.#post = post;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('paste', this.#onPaste);
    document.addEventListener('dragenter', this.#onDrag);
    document.addEventListener('dragover', this.#onDrag);
    document.addEventListener('dragleave', this.#onLeave);
    document.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('paste', this.#onPaste);
    document.removeEventListener('dragenter', this.#onDrag);
    document.removeEventListener('dragover', this.#onDrag);
    document.removeEventListener('dragleave', this.#onLeave);
    document.removeEventListener('drop', this.#onDrop);
    clearTimeout(this.#timer);
  }

  render({ labels }: AttachmentsView): TemplateResult {
    const words = this.#state === 'over' ? labels.drop : this.#state === 'let-go' ? labels.holdShift : '';
    return html`<p class="dropping ${this.#state}" role="status">
      ${words === '' ? nothing : html`${icon('attach')}<span>${words}</span>`}
    </p>`;
  }

  #become(state: 'none' | 'over' | 'let-go'): void {
    clearTimeout(this.#timer);
    if (state === 'let-go') this.#timer = setTimeout(() => this.#become('none'), SAID);
    if (state === this.#state) return;
    this.#state = state;
    this.#host.requestUpdate();
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer || !isAttachable(event.dataTransfer)) return;
    event.preventDefault();
    // What comes from outside the workbench would be kept from the page by the page's own frame.
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    this.#become('over');
  };

  readonly #onLeave = ({ relatedTarget, clientX: x, clientY: y }: DragEvent): void => {
    if (relatedTarget !== null || this.#state !== 'over') return;
    const isInside =
      x > BORDER && y > BORDER && x < window.innerWidth - BORDER && y < window.innerHeight - BORDER;
    this.#become(isInside ? 'let-go' : 'none');
  };

  readonly #onDrop = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (!dataTransfer || !isAttachable(dataTransfer)) return;
    event.preventDefault();
    this.#become('none');
    const lists = listsOf(dataTransfer);
    if (lists.length > 0) this.#post()({ type: 'attach-dropped', lists });
    else void this.#take([...dataTransfer.files]);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData ? pastedFiles(event.clipboardData) : [];
    if (files.length > 0) {
      event.preventDefault();
      void this.#take(files, true);
      return;
    }
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= LONGEST_PASTE) return;
    event.preventDefault();
    this.#post()({ type: 'attach-text', text });
  };

  async #take(files: readonly File[], isPasted = false): Promise<void> {
    for (const file of files.slice(0, MOST)) {
      const base64 = file.size > LARGEST ? '' : await base64Of(file);
      // Every picture that is pasted has the same name, which says nothing.
      const name = isPasted && file.type.startsWith('image/') ? '' : file.name;
      this.#post()({ type: 'attach-bytes', name: name.slice(-1000), base64 });
    }
  }
}

/** A file as base64; empty where it cannot be read, as with a folder. */
async function base64Of(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => resolve(''));
    reader.readAsDataURL(file);
  });
}
