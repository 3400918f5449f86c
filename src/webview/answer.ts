import { markdownBlocks } from './markdown.ts';
import type { StandIns } from './pieces.ts';
import { restoreNodes } from './restore-nodes.ts';
import { safeBlocks } from './sanitize.ts';

/**
 * Draws an answer's Markdown. While it streams only the blocks that changed are drawn again, so that nothing
 * flickers and a selection further up stays.
 */
export class AnswerView {
  #container: Element | undefined;
  #source = '';
  #standIns = 0;
  #blocks: string[] = [];

  /** Makes the container show the source, with the values put back for the stand-ins. */
  draw(container: Element, source: string, standIns: StandIns): void {
    if (container !== this.#container || standIns.size !== this.#standIns) {
      this.#container = container;
      this.#standIns = standIns.size;
      this.#blocks = [];
      container.replaceChildren();
    } else if (source === this.#source) return;
    this.#source = source;
    const blocks = markdownBlocks(source);
    const changed = [...blocks.keys()].filter((at) => blocks[at] !== this.#blocks[at]);
    const fresh = safeBlocks(changed.map((at) => blocks[at] ?? ''));
    for (const [i, at] of changed.entries()) {
      const block = fresh[i];
      if (!block) continue;
      restoreNodes(block, standIns);
      const old = container.children[at];
      if (old) old.replaceWith(block);
      else container.append(block);
    }
    while (container.childElementCount > blocks.length) container.lastElementChild?.remove();
    this.#blocks = blocks;
  }
}
