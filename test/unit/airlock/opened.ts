import assert from 'node:assert/strict';
import { createAirlock, type Airlock, type AirlockEvent, type Demands } from '../../../src/airlock.ts';
import type { Scan } from '../../../src/detect/finding.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { loadCatalogue } from '../../../src/policy/catalogue.ts';
import { parseDestination } from '../../../src/policy/destination.ts';
import type { Known } from '../../../src/policy/prepare.ts';
import type { Served } from '../../../src/wire/local-server.ts';
import { type Route, routeTo } from '../../../src/wire/route.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

export const catalogue = loadCatalogue();
/** Looks at everything anew each time. */
export const plainScan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));

/** An airlock on a fixed day, over the network of this machine. */
export function open(
  scan: Scan = rememberScans(plainScan),
  known?: () => Known,
  askLocal?: (host: string, model: string) => Promise<Served>,
  demands?: () => Demands,
): Airlock {
  const receiptKey = freshReceiptKey();
  return createAirlock({
    scan,
    catalogue,
    transport: networkTransport(fetch),
    ...(known && { known }),
    ...(askLocal && { askLocal }),
    ...(demands && { demands }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: () => receiptKey,
  });
}

/** The route of a destination as it is written. */
export function catalogued(written: string): Route {
  const parsed = parseDestination(written);
  assert.ok(parsed.ok);
  return routeTo(parsed.destination);
}

/** The events of an answer, and its text with the values back in it. */
export async function collect(
  events: AsyncIterable<AirlockEvent>,
): Promise<{ answer: string; events: AirlockEvent[] }> {
  const all: AirlockEvent[] = [];
  let answer = '';
  for await (const event of events) {
    all.push(event);
    if (event.type !== 'answer') continue;
    for (const segment of event.segments)
      answer += 'standIn' in segment ? segment.standIn.value : segment.text;
  }
  return { answer, events: all };
}
