/** The script of the scanner's thread: nothing but the engine, answering one request after another. */
import { parentPort } from 'node:worker_threads';
import { serveScan, type ScanRequest } from '../detect/serve.ts';

const port = parentPort;
if (!port) throw new Error('not in a thread');
port.on('message', (request: ScanRequest) => {
  void serveScan(request).then((reply) => port.postMessage(reply));
});
