import type { StandInView } from '../protocol/answer.ts';
import { NameIndex } from '../redact/names.ts';
import type { StandIns } from './pieces.ts';

/** What a selection becomes on its way out of the panel. */
export interface Copied {
  readonly text: string;
  /** What is in it that looks like a stand-in and stands for nothing. */
  readonly unknown: readonly string[];
}

/**
 * The text of a selection with the values put back, however its stand-ins are shown.
 *
 * @param unknown names that look like stand-ins and were never issued.
 * @returns undefined where the selection can be copied as it is.
 */
export function copied(
  selection: Selection,
  standIns: StandIns,
  unknown: readonly string[],
): Copied | undefined {
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  takeWhole(range);
  const content = range.cloneContents();
  const restored = restoreIn(content, standIns);
  const names = new NameIndex<string>();
  for (const name of unknown) names.add(name, name);
  const left = [...names.matches(content.textContent ?? '')].map(({ item }) => item);
  if (!restored && left.length === 0) return undefined;
  return { text: textOf(content, range), unknown: [...new Set(left)] };
}

/** A stand-in is taken whole or not at all: half a name could not be put back. */
function takeWhole(range: Range): void {
  const first = chipAt(range.startContainer);
  if (first) range.setStartBefore(first);
  const last = chipAt(range.endContainer);
  if (last) range.setEndAfter(last);
}

function chipAt(node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.chip[data-stand-in]') ?? undefined;
}

/** Puts the values into what was cloned. Spans that show a value already may be cut, and stay as they are. */
function restoreIn(content: DocumentFragment, standIns: StandIns): boolean {
  let restored = false;
  for (const bar of content.querySelectorAll('.code-bar, .answer-bar')) bar.remove();
  const chips = new Set<Node>();
  for (const span of content.querySelectorAll<HTMLElement>('[data-stand-in]')) {
    const standIn = standIns.get(span.dataset['standIn'] ?? '');
    for (const child of span.childNodes) chips.add(child);
    if (!standIn || !span.classList.contains('chip')) continue;
    const text = document.createTextNode(standIn.value);
    span.replaceChildren(text);
    chips.add(text);
    restored = true;
  }
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || chips.has(node)) continue;
    const text = valuesIn(node.data, standIns);
    if (text === node.data) continue;
    node.data = text;
    restored = true;
  }
  return restored;
}

/** A text with every stand-in's value in its place. */
export function valuesIn(text: string, standIns: NameIndex<Pick<StandInView, 'value'>>): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, item } of standIns.matches(text)) {
    pieces.push(text.slice(from, start), item.value);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** The text of nodes as it is laid out, with the line breaks between blocks. */
function textOf(content: DocumentFragment, range: Range): string {
  const around = range.commonAncestorContainer;
  const element = around instanceof Element ? around : around.parentElement;
  const host = document.createElement('div');
  host.className = 'copying turn';
  const answer = document.createElement('div');
  answer.className = 'answer';
  if (element) answer.style.whiteSpace = getComputedStyle(element).whiteSpace;
  // An element of ours would begin to work as soon as it is in the page.
  for (const own of content.querySelectorAll('airlock-turn')) {
    const plain = document.createElement('div');
    plain.append(...own.childNodes);
    own.replaceWith(plain);
  }
  answer.append(content);
  host.append(answer);
  document.body.append(host);
  const text = answer.innerText;
  host.remove();
  return text;
}
