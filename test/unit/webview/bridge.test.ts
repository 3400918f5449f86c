import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FromPanel, ToPanel } from '../../../src/protocol.ts';
import { connect } from '../../../src/webview/bridge.ts';
import { emptyState } from './state.ts';

describe('the line from the panel to the extension', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  let page: EventTarget;
  let said: FromPanel[];

  beforeEach(() => {
    page = new EventTarget();
    said = [];
    Object.assign(globalThis, {
      window: page,
      acquireVsCodeApi: () => ({ postMessage: (message: FromPanel) => void said.push(message) }),
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'acquireVsCodeApi');
    Reflect.deleteProperty(globalThis, 'window');
    if (before) Object.defineProperty(globalThis, 'window', before);
  });

  function receivedOf(messages: readonly unknown[]): ToPanel[] {
    const received: ToPanel[] = [];
    connect((message) => received.push(message));
    for (const data of messages) page.dispatchEvent(Object.assign(new Event('message'), { data }));
    return received;
  }

  it('drops what does not parse, and hands on what does', () => {
    const state: ToPanel = { type: 'state', state: emptyState };
    const received = receivedOf([
      undefined,
      '<img src=x onerror=alert(1)>',
      { type: 'state' },
      { type: 'state', state: { ...emptyState, html: '<b>forged</b>' } },
      { type: 'delta', turn: 'x', text: 'forged', thought: '', standIns: 'none' },
      state,
      { type: 'run', script: 'alert(1)' },
      { type: 'focus' },
    ]);
    assert.deepEqual(received, [state, { type: 'focus' }]);
  });

  it('says what it is given', () => {
    connect(() => undefined)({ type: 'stop' });
    assert.deepEqual(said, [{ type: 'stop' }]);
  });
});
