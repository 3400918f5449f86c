/** The script of the scanner's thread: nothing but the engine, answering one request after another. */
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { detectorsFor } from '../detect/detectors-for.ts';
import { ScanSettings } from '../detect/scan-settings.ts';
import { serveScan, type ScanRequest } from '../detect/serve.ts';

const port = parentPort;
if (!port) throw new Error('not in a thread');
const detectors = detectorsFor(v.parse(v.object({ settings: ScanSettings }), workerData).settings);
port.on('message', (request: ScanRequest) => {
  void serveScan(request, detectors).then((reply) => port.postMessage(reply));
});
