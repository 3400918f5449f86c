/** The script of a process with a proxy in its environment: sends to loopback, by our ways out and by Node's own `fetch`. */
import { createRequire } from 'node:module';
import { openNetwork } from '../../../../src/host/network.ts';
import { WrittenBody } from '../../../../src/wire/written-body.ts';

const [how, url = ''] = process.argv.slice(2);
const require = createRequire(import.meta.url);

/** The editor puts its own in the place of these, for every extension. */
function refuse(): never {
  throw new Error('the patched one was called');
}
for (const name of ['http', 'https'] as const) {
  const module = require(name) as Record<string, unknown>;
  module['request'] = refuse;
  module['get'] = refuse;
}

const network = openNetwork(globalThis.fetch);
const request = { url, method: 'POST', headers: {}, body: new WrittenBody(['{"a":1}']) } as const;
const ways: Readonly<Record<string, () => Promise<Response>>> = {
  transport: () => network.transport(request, undefined),
  question: () => network.fetch(url),
  fetch: () => fetch(url, { method: 'POST', body: request.body.text }),
};
try {
  const response = await ways[how ?? '']?.();
  process.stdout.write(response ? `${response.status} ${await response.text()}` : 'no such way');
} catch {
  process.stdout.write('failed');
}
