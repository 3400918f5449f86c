import type { BrowserContext, Frame, Request } from 'playwright-core';

/** A request that would have left this machine. It was aborted. */
export interface OutsideRequest {
  readonly url: string;
  /** The extension whose webview asked, as PUBLISHER.NAME, or what else asked. */
  readonly from: string;
}

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the address stays on this machine; `data:`, `blob:` and the like never leave the page. */
export function staysHere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return !/^(https?|wss?):$/.test(protocol) || loopbackHosts.has(hostname);
}

/**
 * Aborts every request of the context that is not loopback, and lists it.
 *
 * @returns the list, which grows while the context lives.
 */
export async function keepOnThisMachine(context: BrowserContext): Promise<readonly OutsideRequest[]> {
  const outside: OutsideRequest[] = [];
  await context.route(
    (url) => !staysHere(url.href),
    async (route) => {
      outside.push({ url: route.request().url(), from: originOf(route.request()) });
      await route.abort('blockedbyclient');
    },
  );
  // A WebSocket cannot be routed without putting another in its place; the browser resolves no outside name anyway.
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!staysHere(socket.url())) outside.push({ url: socket.url(), from: 'a WebSocket' });
    });
  });
  return outside;
}

function originOf(request: Request): string {
  if (request.serviceWorker()) return 'a service worker';
  let frame: Frame | null = request.frame();
  while (frame) {
    const extension = /[?&]extensionId=([^&]+)/.exec(frame.url())?.[1];
    if (extension) return decodeURIComponent(extension);
    frame = frame.parentFrame();
  }
  return 'the workbench';
}
