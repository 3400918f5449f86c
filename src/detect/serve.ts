import type { Aside, AsideReply, AsideRequest } from './aside.ts';
import { type Finding, ScanFailure, type ScanFailureReason } from './finding.ts';
import type { Detector } from './detector.ts';
import { DETECTORS } from './rules.ts';
import { findAside, scanText } from './scan-text.ts';
import { Places } from './survey/places.ts';

/** What a supervisor asks of the scanner it runs elsewhere. */
export interface ScanRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

/** What the scanner answers: findings a text, or why there are none. Never a piece of a text. */
export type ScanReply =
  | { readonly id: number; readonly findings: readonly (readonly Finding[])[] }
  | { readonly id: number; readonly failure: ScanFailureReason; readonly size?: number };

/** Answers one request with all its findings, or with the reason of the first text that failed. */
export async function serveScan(
  { id, texts }: ScanRequest,
  detectors: readonly Detector[] = DETECTORS,
  aside?: Aside,
): Promise<ScanReply> {
  try {
    const findings: Finding[][] = [];
    for (const text of texts) findings.push(await scanText(text, detectors, aside));
    return { id, findings };
  } catch (error) {
    if (!(error instanceof ScanFailure)) return { id, failure: 'rule-failed' };
    return { id, failure: error.reason, ...(error.size !== undefined && { size: error.size }) };
  }
}

/**
 * Answers what the scanner's thread asks of a second one: of a content as soon as it was told of the literals in it, one
 * content after the other.
 *
 * @param reply is called once for each content.
 */
export function asideServer(
  reply: (answer: AsideReply) => void,
  detectors: readonly Detector[] = DETECTORS,
): (request: AsideRequest) => void {
  let tell: (literals: Places) => void = () => undefined;

  async function serve(id: number, content: string): Promise<void> {
    const literals = new Promise<Places>((resolve) => (tell = resolve));
    try {
      reply({ id, each: await findAside(content, detectors, literals) });
    } catch (error) {
      reply({ id, failure: error instanceof ScanFailure ? error.reason : 'rule-failed' });
    }
  }

  return (request) => {
    if ('aside' in request) void serve(request.id, request.aside);
    else tell(Places.of(request.literals));
  };
}
