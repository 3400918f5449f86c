import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ScanBar, ScanView } from '../../protocol/scan.ts';
import { icon } from '../tone.ts';

/** Where what was found lies: a bar for each of the worst folders, taken apart by class, all over one scale. */
export function scanPicture(
  { bars, classes, labels }: ScanView,
  isChosen: (bar: ScanBar) => boolean,
  only: (bar: ScanBar) => void,
): TemplateResult {
  const most = bars.reduce((max, { total }) => Math.max(max, total), 1);
  return html`<section class="picture" aria-labelledby="picture">
    <h2 id="picture">${labels.picture}</h2>
    <svg class="defs" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="ink" d="M0 6 L6 0" />
        </pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle class="dot" cx="3" cy="3" r="1.2" />
        </pattern>
        <pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse">
          <path class="ink" d="M0 2 L4 2" />
        </pattern>
      </defs>
    </svg>
    <ul class="legend">
      ${classes.map(
        ({ value, label }) =>
          html`<li>
            <svg width="26" height="12" aria-hidden="true">${piece(value, 1, 24, 2, 8)}</svg>${label}
          </li>`,
      )}
    </ul>
    <ul class="lanes">
      ${repeat(
        bars,
        ({ path, isFlat }) => `${path} ${isFlat}`,
        (bar) => html`<li>${barView(bar, most, isChosen(bar), labels, only)}</li>`,
      )}
    </ul>
  </section>`;
}

function barView(
  bar: ScanBar,
  most: number,
  isOnly: boolean,
  labels: ScanView['labels'],
  only: (bar: ScanBar) => void,
): TemplateResult {
  const { name, path, total, parts, text, held } = bar;
  return html`<div class="lane">
    <div class="who">
      ${
        path === null
          ? html`<strong>${name}</strong>`
          : html`<button
              type="button"
              class="name"
              title=${labels.only}
              aria-pressed=${isOnly}
              @click=${() => only(bar)}
            >
              ${name}
            </button>`
      }
      <span class="soft">${text}</span>
      ${held === '' ? nothing : html`<span class="soft held-back">${icon('shield')} ${held}</span>`}
    </div>
    <svg class="folder-bar" height="22" role="img" aria-label=${`${name}: ${text}`}>
      ${stacked(parts, total, most)}
    </svg>
  </div>`;
}

/** Attributes only, in percent of the width: the page's policy allows no styles in line. */
function stacked(parts: ScanBar['parts'], total: number, most: number): SVGTemplateResult[] {
  // However few, they are to be seen.
  const width = Math.max(total / most, 0.006) * 100;
  let from = 0;
  return parts.map(({ class: className, count, text }) => {
    const part = (count / total) * width;
    const drawn = piece(className, `${from.toFixed(3)}%`, `${part.toFixed(3)}%`, 3, 16, text);
    from += part;
    return drawn;
  });
}

/** Each class has a pattern of its own besides its colour. */
const PATTERNS: Readonly<Record<ScanView['classes'][number]['value'], string>> = {
  secret: '',
  pii: 'stripes',
  internal: 'dots',
  path: 'lines',
  opaque: 'lines',
};

function piece(
  className: keyof typeof PATTERNS,
  x: number | string,
  width: number | string,
  y: number,
  height: number,
  text = '',
): SVGTemplateResult {
  const pattern = PATTERNS[className];
  return svg`<rect class="class-${className}" x=${x} y=${y} width=${width} height=${height}><title>${text}</title></rect>
    ${pattern === '' ? nothing : svg`<rect class="over" fill="url(#${pattern})" x=${x} y=${y} width=${width} height=${height}><title>${text}</title></rect>`}`;
}
