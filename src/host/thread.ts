import { Worker } from 'node:worker_threads';
import type { RemoteAside } from '../detect/aside.ts';
import type { ScanSettings } from '../detect/scan-settings.ts';
import type { RemoteScanner } from '../detect/supervise.ts';
import {
  type PackedAsideReply,
  type PackedScanReply,
  unpackedAsideReply,
  unpackedScanReply,
} from './packed-replies.ts';

/** No environment: what a library reads from it must not change what is found or print what is looked at. */
const QUIET = { env: {}, stdout: true, stderr: true } as const;

/**
 * Starts a scanner in a thread of its own.
 *
 * @param file path or URL of the thread's script.
 * @param settings what it is told besides the rules there are.
 */
export function spawnScanThread(file: string | URL, settings: ScanSettings = {}): RemoteScanner {
  const worker = new Worker(file, { ...QUIET, workerData: { settings, script: String(file) } });
  // An uncaught error arrives here as well as at `exit`; its message may quote the text, so it is dropped.
  worker.on('error', () => undefined);
  worker.unref();
  return {
    post(request) {
      // Referenced while it works, so that a terminal's process waits for the answer and ends after it.
      worker.ref();
      worker.postMessage(request);
    },
    onReply(listener) {
      worker.on('message', (reply: PackedScanReply) => {
        worker.unref();
        listener(unpackedScanReply(reply));
      });
    },
    onExit(listener) {
      worker.once('exit', listener);
    },
    kill() {
      void worker.terminate();
    },
  };
}

/**
 * Starts a second thread beside the scanner's own, to be called in that one: it ends with it.
 *
 * @param script path or URL of the script, which is the same for both.
 */
export function spawnAsideThread(script: string, settings: ScanSettings): RemoteAside {
  const file = script.startsWith('file:') ? new URL(script) : script;
  const worker = new Worker(file, { ...QUIET, workerData: { settings } });
  worker.on('error', () => undefined);
  return {
    post: (request) => worker.postMessage(request),
    onReply(listener) {
      worker.on('message', (reply: PackedAsideReply) => listener(unpackedAsideReply(reply)));
      // Whoever listens would have the process wait for it.
      worker.unref();
    },
    onExit: (listener) => void worker.once('exit', listener),
  };
}
