import type { AnswerLabels } from '../protocol/answer.ts';
import { frameCode } from './code-frame.ts';
import { markdownBlocks } from './markdown.ts';
import type { StandIns } from './pieces.ts';
import { restoreNodes, showNodes } from './restore-nodes.ts';
import { safeBlocks } from './sanitize.ts';
import type { IsShownAsSent } from './stand-in-span.ts';

/**
 * Draws an answer's Markdown. While it streams only the blocks that changed are drawn again, so that nothing
 * flickers and a selection further up stays.
 */
export class AnswerView {
  #container: Element | undefined;
  #source = '';
  #standIns = 0;
  #blocks: string[] = [];
  #isSent: IsShownAsSent | undefined;

  /**
   * Makes the container show the source, with the values put back for the stand-ins but those shown as they left.
   * @param shown another object whenever others are.
   */
  draw(
    container: Element,
    source: string,
    standIns: StandIns,
    shown: { readonly isSent: IsShownAsSent; readonly labels: AnswerLabels },
  ): void {
    if (container === this.#container && shown.isSent !== this.#isSent) {
      showNodes(container, standIns, shown.isSent);
    }
    this.#isSent = shown.isSent;
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
      restoreNodes(block, standIns, shown.isSent);
      frameCode(block, shown.labels);
      const old = container.children[at];
      if (old) old.replaceWith(block);
      else container.append(block);
    }
    while (container.childElementCount > blocks.length) container.lastElementChild?.remove();
    this.#blocks = blocks;
  }
}
