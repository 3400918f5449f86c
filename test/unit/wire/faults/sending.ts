import type { Scan } from '../../../../src/detect/finding.ts';
import { createLoopbackFetch } from '../../../../src/host/loopback-fetch.ts';
import { seal } from '../../../../src/wire/cleared.ts';
import type { WireFormat } from '../../../../src/wire/format.ts';
import { type Patience, patienceWith } from '../../../../src/wire/patience.ts';
import { type RetryOptions, sendWithRetries } from '../../../../src/wire/retry.ts';
import { type NetworkOptions, networkTransport } from '../../../../src/wire/transport.ts';

/** Nothing is found in anything: these tests are about the wire. */
export const findsNothing: Scan = (texts) => Promise.resolve(texts.map(() => []));

/** The two ways out: Node's own `fetch`, as what goes elsewhere takes it, and the one for this machine. */
export const WAYS: Readonly<Record<string, typeof globalThis.fetch>> = {
  fetch: (input, init) => globalThis.fetch(input, init),
  'loopback fetch': createLoopbackFetch({ connect: 400 }),
};

/** What came of a request. */
export interface Came {
  readonly text: string;
  /** What it ended with, if not well. */
  readonly error: unknown;
}

export interface Sending extends NetworkOptions {
  readonly baseUrl: string;
  readonly format?: WireFormat;
  readonly way?: typeof globalThis.fetch;
  readonly limits?: Partial<Patience>;
  readonly more?: Partial<RetryOptions>;
  readonly signal?: AbortSignal;
  readonly onText?: (text: string) => void;
}

/** Sends a prompt and waits for all that comes of it. */
export async function send(sending: Sending): Promise<Came> {
  const { baseUrl, format = 'chat-completions', way = fetch, limits = {}, more = {}, onText } = sending;
  const request = seal({
    target: { baseUrl, model: 'm', format },
    messages: [{ role: 'user', content: 'my prompt' }],
    tools: [],
    fields: {},
    permits: {
      fingerprint: (value) => Promise.resolve(value),
      letThrough: new Set(),
      pictures: new Set(),
      isStandIn: () => false,
      holdsVaultValue: () => false,
      holdPackedVaultValue: () => Promise.resolve(false),
    },
  });
  const transport = networkTransport(way, {
    patience: () => ({ ...patienceWith(true), ...limits }),
    ...sending,
  });
  const signal = sending.signal ?? new AbortController().signal;
  let text = '';
  try {
    for await (const event of sendWithRetries(request, {
      scan: findsNothing,
      transport,
      key: undefined,
      signal,
      ...more,
    })) {
      if (event.type !== 'text') continue;
      text += event.text;
      onText?.(event.text);
    }
    return { text, error: undefined };
  } catch (error) {
    return { text, error };
  }
}
