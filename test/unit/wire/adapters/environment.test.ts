import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { type RawServer, startRawServer } from '../../../servers/raw-server.ts';
import { CLIENT_VARIABLES, FILE_VARIABLES, OTHER_VARIABLES, UNUSED_VARIABLES } from './variables.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const ASK_ALL = join(import.meta.dirname, 'ask-all.ts');

describe('the environment', () => {
  let server: RawServer;
  let folder: string;
  before(async () => {
    // Not read to its end by two of the formats, and enough for all.
    server = await startRawServer({
      body:
        'data: {"choices":[{"index":0,"delta":{"content":"one"},"finish_reason":"stop"}],' +
        '"type":"response.completed","response":{"object":"response","status":"completed"}}\n\n' +
        'event: message_stop\ndata: {"type":"message_stop","choices":[]}\n\n',
    });
    folder = mkdtempSync(join(tmpdir(), 'airlock-environment-'));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs the program, and takes what it printed and what arrived at the server. */
  const run = async (variables: Readonly<Record<string, string>>) => {
    server.arrived.length = 0;
    const child = spawn(process.execPath, [ASK_ALL, server.origin], {
      env: { ...(process.env['PATH'] && { PATH: process.env['PATH'] }), ...variables },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, stdout, stderr, arrived: [...server.arrived] };
  };

  /** A configuration of Anthropic's client with a key and an address in it, wherever it would be looked for. */
  const withFiles = (): Readonly<Record<string, string>> => {
    const config = {
      version: '1.0',
      base_url: 'http://127.0.0.1:9/elsewhere',
      organization_id: 'org-made-up',
      authentication: { type: 'user_oauth', client_id: 'made-up', access_token: 'made-up-token' },
    };
    for (const place of ['', '.config/anthropic', 'anthropic', 'Anthropic']) {
      for (const kind of ['configs', 'credentials']) {
        mkdirSync(join(folder, place, kind), { recursive: true });
        for (const profile of ['work', 'default'])
          writeFileSync(join(folder, place, kind, `${profile}.json`), JSON.stringify(config));
      }
      writeFileSync(join(folder, place, 'active_config'), 'work');
    }
    const token = join(folder, 'token');
    writeFileSync(token, 'made-up-identity');
    return Object.fromEntries(
      FILE_VARIABLES.map((name) => [name, name === 'ANTHROPIC_IDENTITY_TOKEN_FILE' ? token : folder]),
    );
  };

  it('changes nothing: neither what is sent nor what is printed', async () => {
    const without = await run({});
    assert.equal(without.status, 0, without.stderr);
    assert.deepEqual(
      without.arrived.map(({ path }) => path),
      ['/v1/chat/completions', '/v1/responses', '/v1/messages'],
    );
    assert.equal(without.stderr, '');
    assert.equal(without.stdout.split('\n').length, 4, without.stdout);
    assert.ok(!without.stdout.includes('failed'), without.stdout);

    const all = { ...CLIENT_VARIABLES, ...OTHER_VARIABLES, ...withFiles() };
    assert.deepEqual(await run(all), without);
    // With no key in a variable, a profile would be looked for; and without a profile, an identity.
    const { ANTHROPIC_API_KEY: _key, ANTHROPIC_AUTH_TOKEN: _token, ...noKeys } = all;
    assert.deepEqual(await run(noKeys), without);
  });

  it('is heeded by the clients for no variable that is not tried here', () => {
    const sources = globSync('node_modules/{openai,@anthropic-ai/sdk}/**/*.mjs', { cwd: ROOT });
    assert.ok(sources.length > 500);
    const names = sources.flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8').matchAll(
          /\breadEnv\(['"](\w+)['"]\)|\bprocess\??\.env\??\.?\[?['"]?([A-Z]\w*)/g,
        ),
      ].map(([, read, direct]) => read ?? direct ?? ''),
    );
    const tried = [...Object.keys(CLIENT_VARIABLES), ...FILE_VARIABLES, ...UNUSED_VARIABLES];
    assert.deepEqual([...new Set(names)].toSorted(), tried.toSorted());
  });
});
