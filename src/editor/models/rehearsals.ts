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
    return request && `// POST ${request.url}\n${indented(request.body.text)}\n`;
  }
}

/** A body as people read it. */
function indented(body: string): string {
  return JSON.stringify(JSON.parse(body) as unknown, null, 2);
}

/** A longer text is cut where it is shown in an answer; the whole request is a click away. */
const LONGEST = 4_000;

/** Texts of a request in a block of code that nothing in them ends, cut where they are long. */
export function shownTexts(texts: readonly string[], more: (characters: number) => string): string {
  const all = texts.map((text) => text.trim()).join('\n\n');
  const cut = all.length <= LONGEST ? all : `${all.slice(0, LONGEST)}\n… ${more(all.length - LONGEST)}`;
  const longest = Math.max(2, ...Array.from(cut.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${cut}\n${fence}\n`;
}
