import type { PanelState, ToPanel } from '../protocol.ts';

type Delta = Extract<ToPanel, { type: 'delta' }>;

/** The state with more text in the turn it belongs to; the other turns stay the same objects. */
export function applyDelta(state: PanelState, delta: Delta): PanelState {
  return {
    ...state,
    turns: state.turns.map((turn) =>
      turn.id === delta.turn
        ? { ...turn, text: turn.text + delta.text, standIns: [...turn.standIns, ...delta.standIns] }
        : turn,
    ),
  };
}
