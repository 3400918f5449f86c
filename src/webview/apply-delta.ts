import type { PanelState, ToPanel } from '../protocol.ts';

type Delta = Extract<ToPanel, { type: 'delta' }>;

/** The state with more text in the turn it belongs to; the other turns stay the same objects. */
export function applyDelta(state: PanelState, delta: Delta): PanelState {
  return {
    ...state,
    turns: state.turns.map((turn) =>
      turn.id === delta.turn
        ? {
            ...turn,
            text: turn.text + delta.text,
            thought: turn.thought + delta.thought,
            // The same list where nothing is new: by it one knows that nothing has to be indexed again.
            standIns: delta.standIns.length === 0 ? turn.standIns : [...turn.standIns, ...delta.standIns],
          }
        : turn,
    ),
  };
}
