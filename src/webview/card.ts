/** The policy card: every fact in force, its sources as links, contradictions side by side. */
import { html, nothing, render, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { type CardView, type CitationView, type FromCard, ToCard } from '../protocol.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromCard): void };

const ICONS: Readonly<Record<string, string>> = {
  good: 'pass',
  info: 'info',
  caution: 'eye',
  bad: 'error',
  unknown: 'question',
};

const api = acquireVsCodeApi();

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = v.safeParse(ToCard, event.data);
  const app = document.getElementById('app');
  if (message.success && app) render(cardTemplate(message.output.card), app);
});
api.postMessage({ type: 'ready' });

function cardTemplate(card: CardView): TemplateResult {
  return html`<main class="card">
    <header>
      <h1>${card.title}</h1>
      <p class="soft">${card.destination}</p>
      <p class="summary">
        <span class="grade tone-${card.gradeTone}" role="img" aria-label="${card.labels.grade} ${card.grade}"
          >${card.grade}</span
        >
        <span>${card.gradeSentence}</span>
      </p>
      ${card.problem === null ? nothing : html`<p class="tone-bad">${card.problem}</p>`}
      <p class="soft">${card.asOf}</p>
    </header>
    <h2>${card.labels.facts}</h2>
    <table>
      <tbody>
        ${card.rows.map(
          ({ label, tone, text, note, citations }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>
                <span class="codicon codicon-${ICONS[tone] ?? 'info'} tone-${tone}" aria-hidden="true"></span>
                ${text} ${note === null ? nothing : html`<p class="soft">${note}</p>`} ${sources(citations)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      card.contradictions.length === 0
        ? nothing
        : html`<h2>${card.labels.contradictions}</h2>
            ${card.contradictions.map(
              ({ what, reading, sides }) =>
                html`<section class="contradiction">
                  <p>${what}</p>
                  <div class="sides">
                    ${sides.map(
                      (side) =>
                        html`<div class="side">
                          <h3>${side.label}</h3>
                          <p>${side.text}</p>
                          ${sources(side.citations)}
                        </div>`,
                    )}
                  </div>
                  <p><strong>${card.labels.reading}:</strong> ${reading}</p>
                </section>`,
            )}`
    }
    ${card.lists.map(
      ({ heading, items }) =>
        html`<h2>${heading}</h2>
          <ul>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ul>`,
    )}
    ${
      card.alsoRead.length === 0
        ? nothing
        : html`<h2>${card.labels.alsoRead}</h2>
            ${sources(card.alsoRead)}`
    }
  </main>`;
}

function sources(citations: readonly CitationView[]): TemplateResult | typeof nothing {
  if (citations.length === 0) return nothing;
  return html`<ul class="sources">
    ${citations.map(
      ({ label, url, remark, doubtful }) =>
        html`<li>
          ${
            url === null
              ? label
              : html`<a
                  role="link"
                  tabindex="0"
                  title=${url}
                  @click=${() => open(url)}
                  @keydown=${(event: KeyboardEvent) => onKey(event, url)}
                  >${label}</a
                >`
          }
          <span class="soft"
            >${doubtful ? html`<span class="codicon codicon-history" aria-hidden="true"></span>` : nothing}
            ${remark}</span
          >
        </li>`,
    )}
  </ul>`;
}

/** The extension shows the whole address before anything opens; an `href` would open by itself as well. */
function open(url: string): void {
  api.postMessage({ type: 'open-link', url });
}

function onKey(event: KeyboardEvent, url: string): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  open(url);
}
