import { Worker } from 'node:worker_threads';
import type { ScanSettings } from '../detect/scan-settings.ts';
import type { ScanReply } from '../detect/serve.ts';
import type { RemoteScanner } from '../detect/supervise.ts';

/**
 * Starts a scanner in a thread of its own.
 *
 * @param file path or URL of the thread's script.
 * @param settings what it is told besides the rules there are.
 */
export function spawnScanThread(file: string | URL, settings: ScanSettings = {}): RemoteScanner {
  // No environment: what a library reads from it must not change what is found or print what is looked at.
  const worker = new Worker(file, { env: {}, stdout: true, stderr: true, workerData: { settings } });
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
      worker.on('message', (reply: ScanReply) => {
        worker.unref();
        listener(reply);
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
