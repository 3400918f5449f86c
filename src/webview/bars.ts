import { nothing, svg, type SVGTemplateResult, type TemplateResult, html } from 'lit';
import type { ComparisonRow, ComparisonView, Span } from '../protocol/comparison.ts';
import { placeOnAxis, TICKS } from './axis.ts';

type Ticks = ComparisonView['labels']['ticks'];

const WIDTH = 168;
const MARGIN = 6;
/** Where what is stated ends and the marks for what is not begin. */
const STATED = placeOnAxis({ is: 'stated', days: 180 });

/** The axis alone, for the head of the column. */
export function axisView(ticks: Ticks): TemplateResult {
  return html`<svg class="bars" width=${WIDTH} height="16" viewBox="0 0 ${WIDTH} 16" aria-hidden="true">
    ${tickLabels(ticks, 12)}
  </svg>`;
}

/**
 * How long things are kept, as bars on the axis that all rows share. Attributes only: the page's policy allows no
 * styles in line.
 */
export function barsView(
  { content, flagged, range, text }: ComparisonRow['bars'],
  ticks: Ticks,
): TemplateResult {
  return html`<svg
    class="bars"
    width=${WIDTH}
    height="36"
    viewBox="0 0 ${WIDTH} 36"
    role="img"
    aria-label=${text}
  >
    ${TICKS.map(([, at]) => svg`<line class="tick" x1=${x(at)} x2=${x(at)} y1="0" y2="24" />`)}
    ${bar(content, 4, 7, 'content')} ${range === null ? nothing : rangeLine(range.best, range.worst)}
    ${flagged === null ? nothing : bar(flagged, 19, 3, 'flagged')}
    <g class="only-cards">${tickLabels(ticks, 34)}</g>
  </svg>`;
}

/** What each mark of the bars means. */
export function legendView({ legend, ticks }: ComparisonView['labels']): TemplateResult {
  const mark = (name: (typeof legend)[number]['mark']): TemplateResult | string => {
    if (name === 'endless' || name === 'unstated') return ticks[name];
    return html`<svg class="bars" width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">
      ${
        name === 'range'
          ? svg`<path class="range" d="M1 5H21M1 2V8M21 2V8" />`
          : svg`<rect class=${name} x="1" y=${name === 'content' ? 2 : 4} width="20" height=${name === 'content' ? 7 : 3} />`
      }
    </svg>`;
  };
  return html`<ul class="legend">
    ${legend.map((one) => html`<li><span class="mark" aria-hidden="true">${mark(one.mark)}</span> ${one.text}</li>`)}
  </ul>`;
}

/** A span from nothing to its end: full where days are stated, dashed on to the mark where they are not. */
function bar(span: Span, y: number, height: number, name: 'content' | 'flagged'): SVGTemplateResult {
  const end = placeOnAxis(span);
  const middle = y + height / 2;
  if (end === 0) return svg`<circle class=${name} cx=${x(0)} cy=${middle} r="3.5" />`;
  if (span.is === 'stated') {
    return svg`<rect class=${name} x=${x(0)} y=${y} width=${Math.max(2, x(end) - x(0))} height=${height} />`;
  }
  return svg`<rect class=${name} x=${x(0)} y=${y} width=${x(STATED) - x(0)} height=${height} />
    <line class="beyond ${name}" x1=${x(STATED)} x2=${x(end) - 6} y1=${middle} y2=${middle} />
    <text class="end" x=${x(end)} y=${middle + 4}>${span.is === 'endless' ? '∞' : '?'}</text>`;
}

function rangeLine(best: Span, worst: Span): SVGTemplateResult {
  const [from, to] = [x(placeOnAxis(best)), x(placeOnAxis(worst))];
  return svg`<path class="range" d=${`M${from} 15H${to}M${from} 12V18M${to} 12V18`} />`;
}

function tickLabels(ticks: Ticks, y: number): SVGTemplateResult[] {
  return TICKS.map(([name, at]) => svg`<text class="label" x=${x(at)} y=${y}>${ticks[name]}</text>`);
}

function x(at: number): number {
  return MARGIN + at * (WIDTH - 2 * MARGIN);
}
