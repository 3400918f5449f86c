/**
 * The script of the scanner's thread: nothing but the engine, answering one request after another. For long texts it
 * starts itself once more, as the second thread that takes over some of the detectors.
 */
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { asideBy, type AsideRequest } from '../detect/aside.ts';
import { detectorsFor } from '../detect/detectors-for.ts';
import { ScanSettings } from '../detect/scan-settings.ts';
import { asideServer, serveScan, type ScanRequest } from '../detect/serve.ts';
import { packedAsideReply, packedScanReply } from './packed-replies.ts';
import { spawnAsideThread } from './thread.ts';

const port = parentPort;
if (!port) throw new Error('not in a thread');
const Started = v.object({ settings: ScanSettings, script: v.optional(v.string()) });
const { settings, script } = v.parse(Started, workerData);
const detectors = detectorsFor(settings);
const aside = script === undefined ? undefined : asideBy(() => spawnAsideThread(script, settings));
const answerAside = asideServer((reply) => port.postMessage(packedAsideReply(reply)), detectors);
port.on('message', (request: ScanRequest | AsideRequest) => {
  if ('texts' in request)
    void serveScan(request, detectors, aside).then((reply) => port.postMessage(packedScanReply(reply)));
  else answerAside(request);
});
