import type { Target } from './cleared.ts';
import { FORMATS, type WireFormat } from './format.ts';

/** Hosts that answer questions in another format than they may take prompts in. */
const ASKED_AS: Readonly<Record<string, WireFormat>> = {
  // https://docs.anthropic.com/en/api/openai-sdk: chat completions alone take a bearer token.
  'api.anthropic.com': 'messages',
};

/** The format in which a host is asked what holds nothing of a prompt. */
export function formatAsked({ baseUrl, format }: Target): WireFormat {
  const { hostname } = new URL(baseUrl);
  return (Object.hasOwn(ASKED_AS, hostname) ? ASKED_AS[hostname] : undefined) ?? format;
}

/** The headers a host wants with such a question, the key among them. */
export function headersWithKey(target: Target, key: string | undefined): Readonly<Record<string, string>> {
  const row = FORMATS[formatAsked(target)];
  const { keyHeader = row.keyHeader } = target;
  return {
    ...row.headers,
    ...(key !== undefined && { [keyHeader]: keyHeader === 'authorization' ? `Bearer ${key}` : key }),
  };
}
