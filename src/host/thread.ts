import { Worker } from 'node:worker_threads';
import type { CustomPattern } from '../detect/custom.ts';
import type { ScanReply } from '../detect/serve.ts';
import type { RemoteScanner } from '../detect/supervise.ts';

/**
 * Starts a scanner in a thread of its own.
 *
 * @param file path or URL of the thread's script.
 * @param custom patterns of the user's own, on top of the rules there are.
 */
export function spawnScanThread(file: string | URL, custom: readonly CustomPattern[] = []): RemoteScanner {
  // No environment: what a library reads from it must not change what is found or print what is looked at.
  const worker = new Worker(file, { env: {}, stdout: true, stderr: true, workerData: { custom } });
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
