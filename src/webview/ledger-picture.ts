import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LaneView, LedgerView } from '../protocol/ledger.ts';
import { icon, toneIcon } from './tone.ts';

type Axis = LedgerView['axis'];

/** What can be pressed in the picture. */
export interface PictureActions {
  readonly only: (to: string) => void;
  readonly copyRequest: (to: string) => void;
  readonly openLink: (url: string) => void;
}

/** What is held where, and until when: a lane for each destination over one axis of time. */
export function pictureView(
  { lanes, axis, labels }: LedgerView,
  chosen: string,
  actions: PictureActions,
): TemplateResult {
  return html`<section class="picture" aria-labelledby="picture">
    <h2 id="picture">${labels.picture}</h2>
    <ul class="legend">
      ${labels.legend.map(
        ({ mark, text }) =>
          html`<li><svg width="26" height="12" aria-hidden="true">${legendMark(mark)}</svg>${text}</li>`,
      )}
    </ul>
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <linearGradient id="fade">
          <stop offset="0" class="full" />
          <stop offset="1" class="gone" />
        </linearGradient>
      </defs>
    </svg>
    <div class="lane axis" aria-hidden="true">
      <span></span>
      <svg class="time" height="18">
        ${axis.ticks.map(({ at, label }) => tickLabel(at, label, axis))}
        <text class="today-label" x=${x(axis.today, axis)} y="13">${labels.today}</text>
      </svg>
    </div>
    <ul class="lanes">
      ${repeat(
        lanes,
        ({ to }) => to,
        (lane) => html`<li>${laneView(lane, axis, chosen === lane.to, labels, actions)}</li>`,
      )}
    </ul>
  </section>`;
}

function laneView(
  lane: LaneView,
  axis: Axis,
  isOnly: boolean,
  labels: LedgerView['labels'],
  { only, copyRequest, openLink }: PictureActions,
): TemplateResult {
  const { to, name, tone, summary, counts, spans, todo } = lane;
  const words = [`${name}: ${summary}`, ...spans.map(({ text }) => text)].join('; ');
  return html`<div class="lane">
      <div class="who">
        <button
          type="button"
          class="name"
          title=${labels.only}
          aria-pressed=${isOnly}
          @click=${() => only(to)}
        >
          ${name}
        </button>
        <span class="until">${toneIcon(tone)}<span>${summary}</span></span>
        <span class="soft">${counts}</span>
      </div>
      <svg class="time" height="34" role="img" aria-label=${words}>
        ${axis.ticks.map(
          ({ at }) => svg`<line class="tick" x1=${x(at, axis)} x2=${x(at, axis)} y1="0" y2="34" />`,
        )}
        <line class="base" x1="0" x2="100%" y1="28" y2="28" />
        ${spans.map((span) => spanView(span, axis))} ${lane.sends.map((at) => sendView(at, axis))}
        <line class="today" x1=${x(axis.today, axis)} x2=${x(axis.today, axis)} y1="0" y2="34" />
      </svg>
    </div>
    <details class="todo">
      <summary>${icon('chevron-right', 'twist')}${labels.todo}<span class="unseen">: ${name}</span></summary>
      <ul>
        ${todo.steps.map(
          ({ text, link }) =>
            html`<li>
              ${text}
              ${
                link === null
                  ? nothing
                  : html`<a
                      role="link"
                      tabindex="0"
                      title=${link.url}
                      @click=${() => openLink(link.url)}
                      @keydown=${(event: KeyboardEvent) => {
                        if (event.key === 'Enter') openLink(link.url);
                      }}
                      >${link.label}</a
                    >`
              }
            </li>`,
        )}
      </ul>
      ${
        todo.copy
          ? html`<button type="button" class="plain" @click=${() => copyRequest(to)}>
              ${icon('copy')} ${labels.copyRequest}
            </button>`
          : nothing
      }
    </details>`;
}

/** A label that would run into that of today, or out of the picture, is left out; the narrower, the more of them are. */
function tickLabel(at: number, label: string, axis: Axis): SVGTemplateResult | typeof nothing {
  const place = share(at, axis);
  const apart = Math.abs(place - share(axis.today, axis));
  if (apart < 0.075 || place < 0.03 || place > 0.97) return nothing;
  const near = apart < 0.18 || place < 0.1 || place > 0.9;
  return svg`<text class=${near ? 'tick-label near' : 'tick-label'} x=${x(at, axis)} y="13">${label}</text>`;
}

/** Attributes only, in percent of the width: the page's policy allows no styles in line. */
function spanView({ from, to, text }: LaneView['spans'][number], axis: Axis): SVGTemplateResult {
  const [start, end] = [share(from, axis), to === null ? 1 : share(to, axis)];
  // However short, it is to be seen.
  const width = Math.max(end - start, 0.004);
  if (to !== null)
    return svg`<rect class="held" x=${percent(start)} width=${percent(width)} y="8" height="13" rx="2"><title>${text}</title></rect>`;
  const known = Math.max(share(axis.today, axis) - start, 0.004);
  return svg`<rect class="held" x=${percent(start)} width=${percent(known)} y="8" height="13"><title>${text}</title></rect>
    <rect class="open" fill="url(#fade)" x=${percent(start + known)} width=${percent(Math.max(0, 1 - start - known))} y="8" height="13"><title>${text}</title></rect>
    <text class="end" x="100%" y="19">?</text>`;
}

function sendView(at: number, axis: Axis): SVGTemplateResult | typeof nothing {
  if (at < axis.from) return nothing;
  return svg`<line class="sent" x1=${x(at, axis)} x2=${x(at, axis)} y1="24" y2="32" />`;
}

function legendMark(mark: LedgerView['labels']['legend'][number]['mark']): SVGTemplateResult {
  if (mark === 'sent') return svg`<line class="sent" x1="13" x2="13" y1="2" y2="10" />`;
  if (mark === 'held') return svg`<rect class="held" x="1" y="2" width="24" height="8" rx="2" />`;
  return svg`<rect class="open" fill="url(#fade)" x="1" y="2" width="24" height="8" />`;
}

function x(at: number, axis: Axis): string {
  return percent(share(at, axis));
}

function share(at: number, { from, to }: Axis): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
