import type { AnswerLabels } from '../protocol/answer.ts';
import { frameCode } from './code-frame.ts';
import { colour } from './code/colour.ts';
import { type Block, markdownBlocks } from './markdown.ts';
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
  #blocks: Block[] = [];
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
    const changed = [...blocks.keys()].filter((at) => !isSame(blocks[at], this.#blocks[at]));
    const fresh = safeBlocks(changed.map((at) => blocks[at]?.html ?? ''));
    for (const [i, at] of changed.entries()) {
      const block = fresh[i];
      if (!block) continue;
      const languages = blocks[at]?.languages ?? [];
      for (const [n, code] of block.querySelectorAll('pre > code').entries())
        colour(code, languages[n] ?? '', standIns, shown.isSent);
      restoreNodes(block, standIns, shown.isSent);
      frameCode(block, languages, shown.labels);
      const old = container.children[at];
      if (old) old.replaceWith(block);
      else container.append(block);
    }
    while (container.childElementCount > blocks.length) container.lastElementChild?.remove();
    this.#blocks = blocks;
  }
}

function isSame(one: Block | undefined, other: Block | undefined): boolean {
  return one?.html === other?.html && one?.languages.join(' ') === other?.languages.join(' ');
}
