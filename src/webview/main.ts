/** The panel's entry: holds what is shown, and hands it on. */
import type { PanelState, ToPanel } from '../protocol.ts';
import { applyDelta } from './apply-delta.ts';
import { suggest } from './attachments/suggesting.ts';
import { connect } from './bridge.ts';
import { AirlockPanel, definePanel } from './panel.ts';

let state: PanelState | undefined;
let frame = 0;
/** The page whose button was pressed may take the focus back within this time. */
const SETTLED_MS = 300;

definePanel();
const panel = new AirlockPanel();
panel.post = connect(receive);
document.getElementById('app')?.replaceChildren(panel);
panel.post({ type: 'ready' });

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'state':
      state = message.state;
      show();
      break;
    case 'delta':
      if (!state) break;
      state = applyDelta(state, message);
      // An answer comes in faster than it can be painted.
      frame ||= requestAnimationFrame(show);
      break;
    case 'review':
      if (!state) break;
      state = { ...state, review: message.review };
      show();
      break;
    case 'conversations':
      panel.conversations = message.list;
      break;
    case 'suggestions':
      suggest(message);
      break;
    case 'leaving':
      panel.leaving?.show(message.leaving);
      break;
    case 'leaving-part':
      panel.leaving?.showText(message);
      break;
    case 'focus':
      panel.focusComposer();
      if (message.insists) setTimeout(tellUnfocused, SETTLED_MS);
      break;
    case 'recalled':
      panel.querySelector('airlock-composer')?.recalled(message);
      break;
  }
}

function tellUnfocused(): void {
  if (!document.hasFocus()) panel.post({ type: 'unfocused' });
}

function show(): void {
  cancelAnimationFrame(frame);
  frame = 0;
  if (state) panel.state = state;
}
