import type { OutgoingRequest } from '../../wire/gate.ts';

/** So many are kept to be looked at. */
const MOST = 20;

/** The requests of dry runs in this window, by random ids: whole, as they would have left, with stand-ins. */
export class Rehearsals {
  readonly #requests = new Map<string, OutgoingRequest>();

  /** Keeps one by the id of its receipt; the oldest goes when there are too many. */
  keep(id: string, request: OutgoingRequest): void {
    this.#requests.set(id, request);
    for (const oldest of this.#requests.keys()) {
      if (this.#requests.size <= MOST) break;
      this.#requests.delete(oldest);
    }
  }

  /** The request as a document: where it would go, and its body. Undefined where it is not kept any more. */
  document(id: string): string | undefined {
    const request = this.#requests.get(id);
    return request && `// POST ${request.url}\n${indented(request.body)}\n`;
  }
}

/** A body as people read it. */
export function indented(body: string): string {
  return JSON.stringify(JSON.parse(body) as unknown, null, 2);
}

/** A longer text is cut where a request is shown in an answer; whole, it would go round with every turn. */
const LONGEST = 600;

/** What an answer shows of a request: the messages behind the last answer, with long texts cut, and how much else there is. */
export function shortRequest(body: string, more: (characters: number) => string): string {
  const parsed: unknown = JSON.parse(body);
  return JSON.stringify(parsed, (_, value: unknown) => shortened(value, more), 2);
}

function shortened(value: unknown, more: (characters: number) => string): unknown {
  if (typeof value === 'string' && value.length > LONGEST) {
    return `${value.slice(0, LONGEST / 2)} … ${more(value.length - LONGEST)} … ${value.slice(-LONGEST / 2)}`;
  }
  // The last ones are those that are new.
  if (Array.isArray(value) && value.length > 4) {
    return [`… ${value.length - 3} …`, ...value.slice(-3)];
  }
  return value;
}
