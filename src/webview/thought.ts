import { html, type TemplateResult } from 'lit';
import type { AnswerLabels } from '../protocol/answer.ts';
import type { StandIns } from './pieces.ts';
import { plainText, type Shown } from './plain-text.ts';

/** What a model thought aloud before it answered: open while that is all there is, folded away behind the answer. */
export function thoughtView(
  thought: string,
  isThinking: boolean,
  standIns: StandIns,
  shown: Shown,
  { thinking, thought: label }: AnswerLabels,
): TemplateResult {
  return html`<details class="thought" ?open=${isThinking}>
    <summary>${isThinking ? thinking : label}</summary>
    ${plainText(thought, standIns, shown)}
  </details>`;
}
