import { getAnswer, type JsonAnswer } from './get-json.ts';
import { LOCAL_KINDS, type LocalKind, type LocalModel } from './local-kinds.ts';

/** A server on this machine that answered as one of the kinds there are. */
export interface FoundServer {
  readonly kind: LocalKind;
  /** At most `MOST_MODELS`, each with a name that can be written; in its own order. */
  readonly models: readonly LocalModel[];
  /** Whether it lists more than that. */
  readonly more: boolean;
}

/** How servers are looked for. */
export interface FindOptions {
  readonly kinds?: readonly LocalKind[];
  readonly signal?: AbortSignal;
  /** How long all of it may take. */
  readonly milliseconds?: number;
}

/** In UTF-16 code units, of one answer. */
const LONGEST = 1_000_000;
export const MOST_MODELS = 100;
/** What `localhost` may be. */
const ADDRESSES = ['127.0.0.1', '[::1]'];

/**
 * Looks for servers on the usual ports of this machine, by questions of their own APIs, all at once. Nothing of a prompt
 * is in a question, no key goes with it, no redirect is followed, and no answer is waited for or read beyond its bounds. It
 * never rejects.
 *
 * A destination is written for `localhost`, which may be either address: where both answer, what they do not agree on is
 * unknown.
 * @param onFound called whenever a server answered, once more where its other address answered as well.
 * @returns the kinds that were found, in the order of the table.
 */
export async function findLocalServers(
  fetch: typeof globalThis.fetch,
  onFound: (found: FoundServer) => void,
  { kinds = LOCAL_KINDS, signal, milliseconds = 1_500 }: FindOptions = {},
): Promise<readonly FoundServer[]> {
  const limit = AbortSignal.timeout(milliseconds);
  const until = signal ? AbortSignal.any([limit, signal]) : limit;
  const found = await Promise.all(
    kinds.map(async (kind): Promise<FoundServer[]> => {
      let before: FoundServer | undefined;
      await Promise.all(
        ADDRESSES.map(async (address) => {
          const models = await ask(fetch, kind, `http://${address}:${kind.port}`, until);
          if (models === undefined || until.aborted) return;
          before = before ? agreed(before, models) : { kind, ...bounded(models) };
          onFound(before);
        }),
      );
      return before ? [before] : [];
    }),
  );
  return found.flat();
}

async function ask(
  fetch: typeof globalThis.fetch,
  kind: LocalKind,
  origin: string,
  signal: AbortSignal,
): Promise<readonly LocalModel[] | undefined> {
  const answers = await Promise.all(
    kind.questions.map(async (path): Promise<JsonAnswer | undefined> => {
      try {
        // The signal has the time; this is but what the question wants to be told.
        return await getAnswer(fetch, new URL(path, origin), {
          milliseconds: 10_000,
          longest: LONGEST,
          signal,
        });
      } catch {
        return undefined;
      }
    }),
  );
  return kind.read(answers);
}

function agreed(before: FoundServer, models: readonly LocalModel[]): FoundServer {
  const other = new Map(models.map((model) => [model.id, model]));
  const ids = new Set(before.models.map(({ id }) => id));
  const told = before.models.map((model): LocalModel => {
    const twin = other.get(model.id);
    return twin?.served === model.served && twin.forwardedTo === model.forwardedTo
      ? model
      : { id: model.id, served: 'unknown' };
  });
  const rest = models
    .filter(({ id }) => !ids.has(id))
    .map(({ id }): LocalModel => ({ id, served: 'unknown' }));
  const { models: all, more } = bounded([...told, ...rest]);
  return { ...before, models: all, more: more || before.more };
}

/** Each model once, by a name that can stand in a destination, and no more of them than anybody would look through. */
function bounded(models: readonly LocalModel[]): Pick<FoundServer, 'models' | 'more'> {
  const named = new Map<string, LocalModel>();
  for (const model of models) {
    if (!isName(model.id) || named.has(model.id)) continue;
    if (named.size === MOST_MODELS) return { models: [...named.values()], more: true };
    named.set(model.id, model);
  }
  return { models: [...named.values()], more: false };
}

/** Printable ASCII without blanks; `$(` begins an icon where the editor shows it. */
function isName(id: string): boolean {
  return /^[!-~]{1,200}$/.test(id) && !id.includes('$(');
}
