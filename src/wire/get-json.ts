/** How far an answer is waited for and read. */
export interface Patience {
  readonly milliseconds: number;
  /** An answer longer than this, in UTF-16 code units, is not read to its end. */
  readonly longest: number;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/**
 * Asks a question that holds nothing of a prompt, and reads the answer as JSON. It follows no redirect, and sends no key
 * but one the caller put into `headers`.
 * @throws whatever went wrong: an `HttpStatus` for an answer that is no success.
 */
export async function getJson(
  fetch: typeof globalThis.fetch,
  url: URL,
  patience: Patience,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return (await getAnswer(fetch, url, patience, headers)).json;
}

/** What was answered. */
export interface JsonAnswer {
  readonly json: unknown;
  /** What the server calls itself; '' where it does not say. */
  readonly server: string;
}

/** The same, with what the server calls itself. */
export async function getAnswer(
  fetch: typeof globalThis.fetch,
  url: URL,
  { milliseconds, longest, signal }: Patience,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  const limit = AbortSignal.timeout(milliseconds);
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'application/json', 'user-agent': 'prompt-airlock', ...headers },
    signal: signal ? AbortSignal.any([limit, signal]) : limit,
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new HttpStatus(response.status);
  }
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) throw new NotReadable();
  }
  try {
    return { json: JSON.parse(text + decoder.decode()), server: response.headers.get('server') ?? '' };
  } catch {
    // The message would quote the answer.
    throw new NotReadable();
  }
}

/** An answer that is no success. */
export class HttpStatus extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** An answer that is no JSON, or that does not end. */
export class NotReadable extends Error {}
