import { findLocalServers, type FoundServer } from '../wire/find-local.ts';
import { LOCAL_KINDS, type LocalKind } from '../wire/local-kinds.ts';
import type { CustomDestination } from './custom-destination.ts';

/** How servers on this machine are watched. */
export interface WatchOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly kinds: readonly LocalKind[];
  /** Called whenever what is found has changed. */
  readonly onChange: (servers: readonly FoundServer[]) => void;
  /** Called when a round of questions begins and ends. */
  readonly onBusy: (isBusy: boolean) => void;
  /** Aborted once nobody looks any more. */
  readonly signal: AbortSignal;
  /** Between two rounds of questions. */
  readonly pause?: number;
}

/** Looks for servers until it is told to stop: what answers is told at once, what is gone after a round without it. */
export async function watchLocalServers({
  fetch,
  kinds,
  onChange,
  onBusy,
  signal,
  pause = 5_000,
}: WatchOptions): Promise<void> {
  if (kinds.length === 0) return;
  let shown: readonly FoundServer[] = [];
  const show = (servers: readonly FoundServer[]): void => {
    if (signal.aborted || said(servers) === said(shown)) return;
    shown = servers;
    onChange(servers);
  };
  for (let round = 0; !signal.aborted; round++) {
    // Only the first is worth a sign that something is going on.
    if (round === 0) onBusy(true);
    const found = await findLocalServers(fetch, (server) => show(withServer(shown, server, kinds)), {
      kinds,
      signal,
    });
    show(found);
    if (round === 0) onBusy(false);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}

/**
 * The kinds of servers that are looked for. In a window onto another machine what answers at loopback is somebody's: only
 * those ports are asked at which the user said that it is theirs.
 */
export function kindsToAsk(
  isRemote: boolean,
  custom: readonly CustomDestination[],
  kinds: readonly LocalKind[] = LOCAL_KINDS,
): readonly LocalKind[] {
  if (!isRemote) return kinds;
  const mine = new Set(
    custom
      .filter((one) => one.mine === true)
      .map(({ baseUrl }) => new URL(baseUrl))
      .filter(({ hostname }) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname))
      .map(({ port }) => Number(port)),
  );
  return kinds.filter(({ port }) => mine.has(port));
}

function withServer(
  shown: readonly FoundServer[],
  server: FoundServer,
  kinds: readonly LocalKind[],
): readonly FoundServer[] {
  const others = shown.filter(({ kind }) => kind.provider !== server.kind.provider);
  return [...others, server].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

function said(servers: readonly FoundServer[]): string {
  return JSON.stringify(servers.map(({ kind, models, more }) => [kind.provider, models, more]));
}
