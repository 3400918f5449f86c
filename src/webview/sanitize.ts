import DOMPurify from 'dompurify';
import { isOpenable } from '../markdown/links.ts';

/** What Markdown makes, and nothing else. */
const TAGS =
  'div p br hr h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong s a table thead tbody tr th td'.split(
    ' ',
  );
const TEXT_BLOCKS = 'p, ul, ol, th, td, h1, h2, h3, h4, h5, h6';

/**
 * Makes nodes of an answer's HTML, one element for each block: only what Markdown has, no attribute but a list's first
 * number. A link loses its address to {@link linkAddress}: the editor opens whatever has an `href` by itself when it
 * is clicked, asked or not.
 */
export function safeBlocks(blocks: readonly string[]): Element[] {
  const safe = [...sanitized(blocks).children];
  // Markdown's renderer closes what it opens. Should it ever not, no block gets into another.
  return safe.length === blocks.length
    ? safe
    : blocks.flatMap((block) => [...sanitized([block]).children].slice(0, 1));
}

/** In one go, since a parser's start costs more than a block does. */
function sanitized(blocks: readonly string[]): DocumentFragment {
  const nodes = DOMPurify.sanitize(blocks.map((block) => `<div>${block}</div>`).join(''), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOWED_URI_REGEXP: /^https?:\/\//i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const block of nodes.children) block.className = 'block';
  for (const anchor of nodes.querySelectorAll('a')) guardLink(anchor);
  // Each stands in its own direction, and cannot turn that of its neighbours.
  for (const block of nodes.querySelectorAll<HTMLElement>(TEXT_BLOCKS)) block.dir = 'auto';
  for (const pre of nodes.querySelectorAll('pre')) pre.tabIndex = 0;
  for (const table of nodes.querySelectorAll('table')) scrollable(table);
  return nodes;
}

/** Addresses of links; kept beside the page, so that nothing on it can be followed without us. */
const addresses = new WeakMap<Element, string>();

/** The address of the link an element stands in, if it stands in one. */
export function linkAddress(element: Element): string | undefined {
  const link = element.closest('a');
  return link ? addresses.get(link) : undefined;
}

function guardLink(anchor: HTMLAnchorElement): void {
  const address = anchor.getAttribute('href') ?? '';
  anchor.removeAttribute('href');
  if (!isOpenable(address)) return;
  addresses.set(anchor, new URL(address).href);
  anchor.setAttribute('role', 'link');
  anchor.tabIndex = 0;
  anchor.title = address;
}

function scrollable(table: HTMLTableElement): void {
  const frame = document.createElement('div');
  frame.className = 'table';
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}
