/** The policy card: every fact in force, its sources as links, contradictions side by side. */
import { html, nothing, render, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { type CardView, type FromCard, ToCard } from '../protocol.ts';
import { sources } from './sources.ts';
import { icon, toneIcon } from './tone.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromCard): void };

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
      <p>
        <button type="button" class="plain" @click=${() => api.postMessage({ type: 'compare' })}>
          ${card.labels.compare}
        </button>
      </p>
    </header>
    ${
      card.demands.length === 0
        ? nothing
        : html`<h2>${card.labels.demands}</h2>
            <ul class="demands">
              ${card.demands.map(
                ({ text, met, verdict, why, citations }) =>
                  html`<li>
                    ${met ? icon('pass', 'tone-good') : icon('error', 'tone-bad')}
                    <div>
                      <strong>${verdict}</strong> · ${text}
                      ${why === null ? nothing : html`<p class="soft">${why}</p>`}
                      ${sources(citations, openLink)}
                    </div>
                  </li>`,
              )}
            </ul>`
    }
    ${
      card.question === null
        ? nothing
        : html`<p class="question">
            ${icon('question', 'soft')}
            <span>${card.question}</span>
            <button type="button" class="plain" @click=${() => api.postMessage({ type: 'answer-question' })}>
              ${card.labels.answer}
            </button>
          </p>`
    }
    <h2>${card.labels.facts}</h2>
    <table>
      <tbody>
        ${card.rows.map(
          ({ label, tone, text, note, citations }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>
                ${toneIcon(tone)} ${text} ${note === null ? nothing : html`<p class="soft">${note}</p>`}
                ${sources(citations, openLink)}
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
                          ${sources(side.citations, openLink)}
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
            ${sources(card.alsoRead, openLink)}`
    }
  </main>`;
}

function openLink(url: string): void {
  api.postMessage({ type: 'open-link', url });
}
