import { html, nothing, type TemplateResult } from 'lit';
import type { NoticeView } from '../protocol.ts';
import type { ActionId } from '../protocol/atoms.ts';
import { actionButtons } from './actions.ts';
import { toneIcon } from './tone.ts';

/** Something that went wrong or has to be said; read out as soon as it is there. */
export function noticeBox(notice: NoticeView, act: (action: ActionId) => void): TemplateResult {
  return html`<section class="notice box-${notice.tone}">
    <div class="said" role=${notice.tone === 'bad' ? 'alert' : 'status'}>
      ${toneIcon(notice.tone)}
      <div>
        <p class="said-title" dir="auto">${notice.title}</p>
        ${notice.text === '' ? nothing : html`<p dir="auto">${notice.text}</p>`}
      </div>
    </div>
    ${actionButtons(notice.actions, { act })}
  </section>`;
}
