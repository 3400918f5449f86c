import type { StandInView } from '../protocol/answer.ts';

/** Whether a stand-in is shown as it left, and not as what it stands for. */
export type IsShownAsSent = (name: string) => boolean;

/**
 * A span that shows a value or, turned back, its stand-in. Its attributes name the stand-in and what it is, never the
 * value.
 */
export function standInSpan(standIn: StandInView, asSent: boolean): HTMLSpanElement {
  const span = document.createElement('span');
  span.dataset['standIn'] = standIn.name;
  span.title = standIn.what;
  if (standIn.gone) {
    // There is nothing to turn it into.
    span.className = 'chip gone';
    span.textContent = standIn.name;
    return span;
  }
  span.tabIndex = 0;
  span.setAttribute('role', 'button');
  showSpan(span, standIn, asSent);
  return span;
}

/** Makes a span show the value, or the stand-in. */
export function showSpan(span: HTMLElement, { name, value, gone }: StandInView, asSent: boolean): void {
  if (gone) return;
  span.className = asSent ? 'chip turned' : 'restored';
  span.setAttribute('aria-pressed', String(asSent));
  const text = asSent ? name : value;
  if (span.textContent !== text) span.textContent = text;
}

/** The stand-in's name of the span that a target of an event lies in. */
export function nameAt(target: EventTarget | null): string | undefined {
  const span = target instanceof Element ? target.closest<HTMLElement>('[data-stand-in]') : null;
  return span?.getAttribute('role') === 'button' ? span.dataset['standIn'] : undefined;
}
