/** Distance from what is spoken of and from the edges, in CSS pixels. */
const GAP = 4;

/** Puts a box right below what it speaks of, or above where there is no room, and wholly within the window. */
export function placeTip(tip: HTMLElement, about: HTMLElement): void {
  const [box = about.getBoundingClientRect()] = about.getClientRects();
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.bottom + GAP;
  const top = below + height + GAP <= clientHeight ? below : Math.max(GAP, box.top - GAP - height);
  tip.style.left = `${Math.max(GAP, Math.min(box.left, clientWidth - width - GAP))}px`;
  tip.style.top = `${top}px`;
}
