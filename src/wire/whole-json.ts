import * as v from 'valibot';
import { WireFault } from './fault.ts';

/** The beginning of a page; some hosts call one JSON. */
const PAGE = /^\s{0,100}<(?:!doctype|html)\b/i;
const SaysError = v.object({ error: v.union([v.string(), v.record(v.string(), v.unknown())]) });

/**
 * The JSON value that a host which does not stream, although it was asked to, answers with.
 * @throws WireFault `web-page`, `error-in-answer` for an error under a status of success, `not-an-answer`.
 */
export async function wholeJson(response: Response, type: string): Promise<unknown> {
  const text = await response.text();
  if (/^text\/html\b/i.test(type) || PAGE.test(text)) throw new WireFault('web-page', 'yes');
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new WireFault('not-an-answer', 'yes');
  }
  if (v.is(SaysError, answer)) throw new WireFault('error-in-answer', 'yes');
  return answer;
}
