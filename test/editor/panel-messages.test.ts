import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { Chat } from '../../src/editor/panel/chat.ts';
import type { Tour } from '../../src/editor/first-steps/tour.ts';
import type { Leaving } from '../../src/editor/panel/leaving-view.ts';
import { OfferedKeys } from '../../src/editor/panel/offered-keys.ts';
import { Panel } from '../../src/editor/panel/panel.ts';
import { english } from '../../src/sentences/translate.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';

/** A panel whose view is the test's own: what its page would say is said by `say`. */
function panelWith(): { chat: Chat; opened: string[]; say: (message: unknown) => void; html: () => string } {
  const opened: string[] = [];
  const said = new vscode.EventEmitter<unknown>();
  const chat = new Chat({
    airlock: openAirlock(),
    route: () => ({ ok: false, text: 'none' }),
    key: async () => undefined,
    allowValue: async () => undefined,
    allowKind: async () => undefined,
    onChange: () => undefined,
    onDelta: () => undefined,
    log: () => undefined,
  });
  const note = (what: string) => async (): Promise<void> => void opened.push(what);
  const panel = new Panel({
    extensionUri: vscode.Uri.file('/extension'),
    chat,
    chosen: () => ({ ok: false, text: 'none' }),
    t: english,
    chooseDestination: note('destination'),
    showPolicy: note('policy'),
    showLedger: note('ledger'),
    setKey: async () => false,
    offeredKeys: {} as OfferedKeys,
    conversations: { do: async () => undefined, pageIsThere: () => undefined },
    onDraft: () => undefined,
    leaving: {} as Leaving,
    tour: {} as Tour,
    attaching: { items: [], receive: async () => undefined },
    openLink: async (url) => void opened.push(url),
  });
  const webview = {
    html: '',
    options: {},
    cspSource: 'https://*.vscode-cdn.example',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: said.event,
    postMessage: async () => true,
  };
  const view = { webview, onDidDispose: () => ({ dispose: () => undefined }) };
  panel.attach(view as unknown as vscode.WebviewView);
  return { chat, opened, say: (message) => said.fire(message), html: () => webview.html };
}

describe('the extension’s side of the panel', () => {
  it('drops what is no message of the protocol, and takes what is', () => {
    const { chat, opened, say } = panelWith();
    for (const message of [
      null,
      'show-policy',
      { type: 'show-policy', also: 'this' },
      { type: 'draft', text: 1 },
      { type: 'draft', text: 'forged', html: '' },
      { type: 'open-link', url: 'x'.repeat(4097) },
      { type: 'workbench.action.terminal.new' },
      [{ type: 'show-policy' }],
    ])
      say(message);
    assert.deepEqual([chat.draft, opened], ['', []]);
    say({ type: 'draft', text: 'typed' });
    say({ type: 'show-policy' });
    assert.deepEqual([chat.draft, opened], ['typed', ['policy']]);
  });

  it('makes a page that loads nothing but its own files, by a nonce that is another each time', () => {
    const [one, other] = [panelWith().html(), panelWith().html()];
    assert.match(one, /content="default-src 'none'; script-src 'nonce-([0-9a-f]+)'; style-src [^;]+;/);
    assert.equal(/<script(?![^>]*\bsrc=)/.test(one) || /<style|\sstyle=|\son[a-z]+=/.test(one), false, one);
    assert.notEqual(/'nonce-([^']+)'/.exec(one)?.[1], /'nonce-([^']+)'/.exec(other)?.[1]);
  });
});
