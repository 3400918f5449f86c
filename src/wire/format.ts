/**
 * How a request and its answer are written: OpenAI's chat completions and whoever speaks the same, OpenAI's responses, or
 * Anthropic's messages.
 */
export type WireFormat = 'chat-completions' | 'responses' | 'messages';

/** The headers a key may go in; in the first it stands behind `Bearer`. */
export type KeyHeader = 'authorization' | 'x-api-key' | 'api-key';

/** What is particular to a format. */
export interface FormatRow {
  /** Appended to the base URL. */
  readonly path: string;
  readonly keyHeader: KeyHeader;
  /** Further headers a host wants. */
  readonly headers: Readonly<Record<string, string>>;
}

export const FORMATS: Readonly<Record<WireFormat, FormatRow>> = {
  'chat-completions': {
    path: '/chat/completions',
    keyHeader: 'authorization',
    headers: {},
  },
  responses: { path: '/responses', keyHeader: 'authorization', headers: {} },
  messages: {
    path: '/messages',
    keyHeader: 'x-api-key',
    headers: { 'anthropic-version': '2023-06-01' },
  },
};

/** The format of an endpoint, by its path as its maker documents it; most hosts speak chat completions. */
export function formatOf(endpoint: string): WireFormat {
  for (const format of ['responses', 'messages'] as const) {
    if (endpoint.endsWith(FORMATS[format].path)) return format;
  }
  return 'chat-completions';
}
