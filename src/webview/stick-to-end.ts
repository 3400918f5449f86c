import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How near to the end, in CSS pixels, counts as being there. */
const NEAR = 24;

/** Keeps a scrolling element at its end while its content or its own size changes, if the reader had it there. */
export class StickToEnd implements ReactiveController {
  readonly #find: () => HTMLElement | null;
  #scroller: HTMLElement | null = null;
  #atEnd = true;
  readonly #sizes = new ResizeObserver(() => this.#follow());

  /** @param find the scrolling element, whose only child is what grows. */
  constructor(host: ReactiveControllerHost, find: () => HTMLElement | null) {
    this.#find = find;
    host.addController(this);
  }

  hostUpdated(): void {
    const scroller = this.#find();
    if (scroller === this.#scroller) return;
    this.hostDisconnected();
    this.#scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#sizes.observe(scroller);
    for (const content of scroller.children) this.#sizes.observe(content);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = null;
  }

  /** Goes to the end wherever the reader was: something new of their own is there. */
  toEnd(): void {
    this.#atEnd = true;
    this.#follow();
  }

  readonly #onScroll = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.#scroller ?? {};
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
  };

  #follow(): void {
    if (this.#atEnd && this.#scroller) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }
}
