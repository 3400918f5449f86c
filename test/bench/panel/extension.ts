/** What stands for the extension: the real chat over the real airlock, whose answers come from no host. */
import * as v from 'valibot';
import { createAirlock } from '../../../src/airlock.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { standInView } from '../../../src/editor/panel/answer-view.ts';
import { Chat } from '../../../src/editor/panel/chat.ts';
import { panelState, reviewOf } from '../../../src/editor/panel/panel-view.ts';
import type { Turn } from '../../../src/editor/panel/turn.ts';
import { FromPanel, type ToPanel } from '../../../src/protocol.ts';
import { english } from '../../../src/sentences/translate.ts';
import { catalogue, plainScan } from '../../unit/airlock/opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

/** What an answer is made of, and how long after one piece the next comes, in milliseconds. */
export interface Answer {
  readonly pieces: readonly string[];
  readonly every: number;
}

const KEY = 'made-up-key';

/** An extension whose window shows one panel. */
export class Extension {
  answer: Answer = { pieces: ['ok'], every: 0 };
  /** How often the whole state was said, and how much that was in characters of JSON. */
  states = { count: 0, size: 0 };

  readonly chat: Chat;
  readonly #post: (message: ToPanel) => unknown;
  readonly #changed = new EventTarget();

  /** @param post says something to the panel */
  constructor(post: (message: ToPanel) => unknown) {
    this.#post = post;
    const airlock = createAirlock({
      scan: rememberScans(plainScan),
      catalogue,
      transport: async () => new Response(streamOf(this.answer), { headers: STREAM }),
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: freshReceiptKey,
    });
    const server = { name: 'bench', baseUrl: 'http://127.0.0.1:9/v1', model: 'm', key: true };
    const route = customRoute({ ...server, policyOf: 'deepinfra' }, false);
    const policy = airlock.policyFor(route.destination);
    const refresh = (): void => {
      const state = panelState(this.chat, { ok: true, name: 'Bench', policy }, english);
      this.states = {
        count: this.states.count + 1,
        size: this.states.size + JSON.stringify(state).length,
      };
      this.#post({ type: 'state', state });
      this.#changed.dispatchEvent(new Event('change'));
    };
    this.#refresh = refresh;
    this.chat = new Chat({
      airlock,
      route: () => ({ ok: true, name: 'Bench', route }),
      key: async () => ({ key: KEY }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: refresh,
      onLooked: () => {
        this.#post({ type: 'review', review: reviewOf(this.chat, english) });
        this.#changed.dispatchEvent(new Event('change'));
      },
      onDelta: (turn, delta, standIns) =>
        this.#post({
          type: 'delta',
          turn: turn.id,
          ...delta,
          standIns: standIns.map((one) => standInView(one, english)),
        }),
      log: () => undefined,
    });
  }

  readonly #refresh: () => void;

  /** Hears the panel: only what a bench makes it say is answered. */
  receive(message: unknown): void {
    const event = v.parse(FromPanel, message);
    if (event.type === 'ready') this.#refresh();
    else if (event.type === 'draft') this.chat.composing.setDraft(event.text);
    else if (event.type === 'submit') void this.chat.submit(event.text);
    else if (event.type === 'action' && event.action === 'send-redacted')
      void this.chat.proceed(event.review, 'redacted');
  }

  /** Resolves with the next change after which something is so. */
  async until(is: (chat: Chat) => boolean): Promise<void> {
    while (!is(this.chat))
      await new Promise((resolve) => this.#changed.addEventListener('change', resolve, { once: true }));
  }

  /** Has had a conversation of so many turns already. */
  begin(turns: readonly Turn[]): void {
    this.chat.restart();
    this.chat.turns = [...turns];
    this.#refresh();
  }
}

const STREAM = { 'content-type': 'text/event-stream' };

function streamOf({ pieces, every }: Answer): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (data: string): Uint8Array => encoder.encode(`data: ${data}\n\n`);
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const content = pieces[at++];
      if (content === undefined) {
        controller.enqueue(line('{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}'));
        controller.enqueue(line('[DONE]'));
        controller.close();
        return;
      }
      if (every > 0) await new Promise((resolve) => setTimeout(resolve, every));
      controller.enqueue(line(JSON.stringify({ choices: [{ index: 0, delta: { content } }] })));
    },
  });
}
