import { type Conversation, createAirlock, type OutgoingMessage, type Way } from '../../../src/airlock.ts';
import { detectorsFor } from '../../../src/detect/detectors-for.ts';
import type { Scan } from '../../../src/detect/finding.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import type { Route } from '../../../src/wire/route.ts';
import { catalogue, catalogued, plainScan } from './opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

type Airlock = ReturnType<typeof createAirlock>;
type ScanSettings = Parameters<typeof detectorsFor>[0];

/** A rehearsal in each format. */
export const ROUTES: Readonly<Record<Route['target']['format'], Route>> = {
  'chat-completions': catalogued('dry-run:openai/gpt-5'),
  responses: catalogued('dry-run:openai-responses/gpt-5'),
  messages: catalogued('dry-run:anthropic/claude-sonnet-4-5'),
};

const NO_SETTINGS: ScanSettings = {
  secretPatterns: [],
  internalPatterns: [],
  terms: [],
  domains: [],
  kinds: {},
};

/** A scan with settings of the user's. */
export function scanWith(settings: Partial<ScanSettings>): Scan {
  const detectors = detectorsFor({ ...NO_SETTINGS, ...settings });
  return (texts) => Promise.all(texts.map((text) => scanText(text, detectors)));
}

/** An airlock that rehearses, and nothing more. */
export function openRehearsing(scan: Scan = rememberScans(plainScan)): Airlock {
  return createAirlock({
    scan,
    catalogue,
    transport: () => Promise.reject(new Error('nothing is sent here')),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: freshReceiptKey,
  });
}

/** Reviews, clears and rehearses a request, and gives its body. Rejects with what any of it rejected with. */
export async function bodyOf(
  airlock: Airlock,
  conversation: Conversation,
  route: Route,
  messages: readonly OutgoingMessage[],
  way: Way = 'redacted',
): Promise<string> {
  const cleared = await airlock.clear(await airlock.review(conversation, route, messages), way);
  let body = '';
  const sending = { key: undefined, signal: new AbortController().signal };
  for await (const event of airlock.send(cleared, sending))
    if (event.type === 'rehearsed') body = event.request.body.text;
  return body;
}

/** The body of a request that is the first of its conversation. */
export function firstBody(
  route: Route,
  messages: readonly OutgoingMessage[],
  settings?: Partial<ScanSettings>,
): Promise<string> {
  const airlock = openRehearsing(settings && scanWith(settings));
  return bodyOf(airlock, airlock.newConversation(), route, messages);
}
