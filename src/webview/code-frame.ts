import { TAKES, type AnswerLabels, type Take } from '../protocol/answer.ts';
import { nameOfLanguage } from './code/languages.ts';

/** What can be done with a block of code, and under which icon. */
const BUTTONS = [
  ['copy', 'copy', 'copyCode'],
  ['insert', 'insert', 'insert'],
  ['apply', 'git-pull-request-go-to-changes', 'apply'],
  ['new', 'new-file', 'newFile'],
] as const satisfies readonly (readonly [Take['as'], string, keyof AnswerLabels])[];

/**
 * Puts each block of code below an element into a frame, with a bar above it that names its language and has its buttons.
 *
 * @param languages one for each block, as it was written; empty where none is said.
 */
export function frameCode(root: Element, languages: readonly string[], labels: AnswerLabels): void {
  for (const [at, pre] of root.querySelectorAll('pre').entries()) {
    const frame = document.createElement('div');
    frame.className = 'code';
    const bar = document.createElement('div');
    bar.className = 'code-bar';
    const language = document.createElement('span');
    language.className = 'code-language';
    language.textContent = nameOfLanguage(languages[at] ?? '');
    bar.append(language, ...BUTTONS.map(([as, icon, label]) => button(as, icon, labels[label])));
    pre.replaceWith(frame);
    frame.append(bar, pre);
  }
}

function button(as: Take['as'], icon: string, label: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'round';
  element.dataset['take'] = as;
  element.title = label;
  element.setAttribute('aria-label', label);
  const picture = document.createElement('span');
  picture.className = `codicon codicon-${icon}`;
  picture.ariaHidden = 'true';
  element.append(picture);
  return element;
}

/** What a button in an answer asks for: of which block, null for the answer as a whole. */
export function takenAt(target: EventTarget | null, answer: Element): Pick<Take, 'as' | 'block'> | undefined {
  const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-take]') : null;
  const as = TAKES.find((one) => one === pressed?.dataset['take']);
  if (as === undefined) return undefined;
  const pre = pressed?.closest('.code')?.querySelector('pre');
  // The blocks stand in the order in which the extension reads them.
  return { as, block: pre ? [...answer.querySelectorAll('pre')].indexOf(pre) : null };
}
