import type { Scan } from '../detect/finding.ts';
import type { ClearedRequest } from '../wire/cleared.ts';
import type { OutgoingRequest } from '../wire/gate.ts';
import { sendWithRetries } from '../wire/retry.ts';
import { rehearsalTransport } from '../wire/transport.ts';
import type { Review } from './review.ts';

/**
 * The very request that would leave if everything held back were redacted, with the names it would give: all but its key.
 * No name is issued by it, and nothing is sent.
 *
 * @param clear clears what is reviewed, all that is held back redacted.
 * @throws what `clear` and a last look throw.
 */
export async function rehearseReviewed(
  reviewed: Review,
  clear: (forked: Review) => Promise<{ readonly request: ClearedRequest }>,
  scan: Scan,
): Promise<OutgoingRequest> {
  const { vault, rebuilt } = reviewed.conversation;
  const { request } = await clear({
    ...reviewed,
    conversation: { vault: vault.fork(), ...(rebuilt && { rebuilt }) },
  });
  let passed: OutgoingRequest | undefined;
  const events = sendWithRetries(request, {
    scan,
    transport: rehearsalTransport(() => undefined),
    key: undefined,
    signal: new AbortController().signal,
    onPassed: (outgoing) => (passed = outgoing),
  });
  for await (const _ of events);
  if (!passed) throw new Error('a rehearsal ended without its request');
  return passed;
}
