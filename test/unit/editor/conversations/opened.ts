import { createAirlock } from '../../../../src/airlock.ts';
import type { Scan } from '../../../../src/detect/finding.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { Conversations } from '../../../../src/editor/conversations/conversations.ts';
import { DraftKeeper } from '../../../../src/editor/conversations/draft-keeper.ts';
import { ConversationStore } from '../../../../src/editor/conversations/store.ts';
import { WindowStates } from '../../../../src/editor/conversations/window-state.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { PrivateFolder } from '../../../../src/host/private-folder.ts';
import { loadCatalogue } from '../../../../src/policy/catalogue.ts';
import type { ConversationList } from '../../../../src/protocol/conversations.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import type { OpenAiServer } from '../../../servers/openai-server.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const catalogue = loadCatalogue();
export const realScan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));

/** A window: its chat, its conversations over a folder, and what it said. */
export interface Window {
  readonly chat: Chat;
  readonly conversations: Conversations;
  readonly drafts: DraftKeeper;
  readonly store: ConversationStore;
  /** The list as it was shown last. */
  readonly list: () => ConversationList;
  readonly isListShown: () => boolean;
  readonly said: string[];
  /** Tells of each change and of each piece of an answer. */
  readonly changes: EventTarget;
  readonly exported: string[];
  stored: boolean;
  now: number;
  scan: Scan;
  confirms: boolean;
}

let nextProcess = 1;
const running = new Set<number>();

/** As though every window that is open were closed. */
export function closeWindows(): void {
  running.clear();
}

const unsettled = new Set<Window>();

/** Resolves once no window that was opened has anything left to write, so that its folder can go. */
export async function settleWindows(): Promise<void> {
  for (const { conversations, drafts } of unsettled) {
    await conversations.settle();
    await drafts.keep();
  }
  unsettled.clear();
}

/** Opens a window over a folder, as the editor would. */
export function openWindow(folder: string, server: OpenAiServer): Window {
  const opened = {
    said: [] as string[],
    changes: new EventTarget(),
    exported: [] as string[],
    stored: true,
    now: Date.parse('2026-11-21T12:00:00Z'),
    scan: realScan,
    confirms: true,
  };
  let list: ConversationList | null = null;
  const airlock = createAirlock({
    scan: (texts) => opened.scan(texts),
    catalogue,
    transport: networkTransport(fetch),
    now: () => new Date(opened.now),
    receiptKey: freshReceiptKey,
  });
  const destination = {
    name: 'loop',
    baseUrl: server.baseUrl,
    model: 'm',
    key: false,
    policyOf: 'deepinfra',
  };
  const chat = new Chat({
    airlock,
    route: () => ({ ok: true, name: 'Loop', route: customRoute(destination, false) }),
    key: async () => ({ key: undefined }),
    allowValue: async () => undefined,
    allowKind: async () => undefined,
    onChange: () => conversations.changed(),
    onDelta: () => {
      conversations.changed();
      opened.changes.dispatchEvent(new Event('change'));
    },
    log: () => undefined,
  });
  const privateFolder = new PrivateFolder(folder);
  const store = new ConversationStore(privateFolder, () => opened.now);
  const own = nextProcess++;
  running.add(own);
  const windows = new WindowStates(privateFolder, {
    own,
    isRunning: (number) => running.has(number),
    since: 0,
  });
  const conversations = new Conversations({
    chat,
    airlock,
    store,
    isStored: () => opened.stored,
    now: () => opened.now,
    onTrouble: (trouble) => opened.said.push(trouble),
    onTitle: () => undefined,
    onStored: () => undefined,
    showList: (shown) => (list = shown),
    focus: () => undefined,
    language: 'en',
    t: english,
    saveMarkdown: async (text) => void opened.exported.push(text),
    confirmDeleteAll: async () => opened.confirms,
    say: (text) => opened.said.push(text),
    forgetWindows: () => windows.forgetAll(),
  });
  const drafts = new DraftKeeper({
    chat,
    airlock,
    windows,
    conversations,
    isStored: () => opened.stored,
    now: () => opened.now,
    pause: async () => undefined,
    t: english,
  });
  const window = Object.assign(opened, {
    chat,
    conversations,
    drafts,
    store,
    list() {
      if (!list) throw new Error('No list is shown.');
      return list;
    },
    isListShown: () => list !== null,
  });
  unsettled.add(window);
  return window;
}

/** Asks something, in the way given where it is held. */
export async function ask(
  { chat, conversations }: Window,
  text: string,
  way: 'redacted' | 'as-is' = 'redacted',
): Promise<void> {
  await chat.submit(text);
  if (chat.pending?.held) await chat.proceed(chat.pending.id, way);
  await conversations.settle();
}
