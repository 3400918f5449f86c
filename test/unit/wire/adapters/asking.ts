import type { Scan } from '../../../../src/detect/finding.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import type { AnswerEvent } from '../../../../src/wire/answer-event.ts';
import type { ClearedRequest } from '../../../../src/wire/cleared.ts';
import { sendCleared } from '../../../../src/wire/send.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';

export { type Asked, clearedFor, collect } from './clearing.ts';

export const plainScan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));

/** Sends a request over the network of this machine, through the gate. */
export function send(
  cleared: ClearedRequest,
  signal: AbortSignal = new AbortController().signal,
): AsyncGenerator<AnswerEvent> {
  return sendCleared(cleared, {
    scan: plainScan,
    transport: networkTransport(fetch),
    key: 'made-up-key',
    signal,
  });
}
