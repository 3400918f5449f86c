/** The script of the scanner's thread: nothing but the engine, answering one request after another. */
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { customDetector, CustomPatterns } from '../detect/custom.ts';
import { DETECTORS } from '../detect/rules.ts';
import { serveScan, type ScanRequest } from '../detect/serve.ts';

const port = parentPort;
if (!port) throw new Error('not in a thread');
const { custom } = v.parse(v.object({ custom: CustomPatterns }), workerData);
const detectors = [...DETECTORS, customDetector(custom)];
port.on('message', (request: ScanRequest) => {
  void serveScan(request, detectors).then((reply) => port.postMessage(reply));
});
