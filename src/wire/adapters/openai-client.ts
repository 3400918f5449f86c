import OpenAI from 'openai';
import type { Gate } from '../adapter.ts';

const SAY_NOTHING = (): void => undefined;

/**
 * The client of OpenAI's two formats. Every option is explicit, since it would read the missing ones from environment
 * variables. Headers it is told to send by one (`OPENAI_CUSTOM_HEADERS`) end at the gate, which sends its own.
 */
export function openAiClient(baseURL: string, fetch: Gate): OpenAI {
  return new OpenAI({
    baseURL,
    fetch,
    // The gate sets the key itself; the client must merely not look for one.
    apiKey: 'set-by-the-gate',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    dataResidency: null,
    workloadIdentity: undefined,
    provider: undefined,
    defaultHeaders: {},
    defaultQuery: undefined,
    fetchOptions: undefined,
    // In milliseconds, and only until the head of the answer: the transport has limits of its own.
    timeout: 600_000,
    // A retry is the user's to decide, and passes the gate again.
    maxRetries: 0,
    logLevel: 'off',
    logger: { error: SAY_NOTHING, warn: SAY_NOTHING, info: SAY_NOTHING, debug: SAY_NOTHING },
    dangerouslyAllowBrowser: true,
  });
}
