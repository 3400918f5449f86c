import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { type Choosing, chooseDestination } from '../../src/editor/destination-picker.ts';
import type { DestinationItem } from '../../src/editor/destination-items.ts';
import { SETTINGS } from '../../src/editor/ids.ts';
import { ownerOfPreset } from '../../src/editor/key-owner.ts';
import { ModelLists } from '../../src/editor/model-lists.ts';
import { english } from '../../src/sentences/translate.ts';
import { LOCAL_KINDS } from '../../src/wire/local-kinds.ts';
import { presetOf } from '../../src/wire/presets.ts';
import { LM_STUDIO_ONE } from '../servers/local-answers.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../servers/ollama-server.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';
import { activate, until } from './editing.ts';

type Pick = vscode.QuickPick<DestinationItem>;

describe('Choose Destination in the extension host', () => {
  let servers: LocalServer[];
  const real = vscode.window.createQuickPick;
  /** The lists that were opened, the last one last. */
  let opened: Pick[];
  let key: string | undefined;
  let listed: () => Response;
  /** What was said before switching, and what was chosen in the place of what. */
  let said: string[][];
  let noted: [string, string][];
  /** The row of each list that the window says is active. */
  const active = new Map<Pick, string | undefined>();
  const changes = new vscode.EventEmitter<void>();

  before(activate);
  beforeEach(async () => {
    servers = await Promise.all([startLocalServer(OLLAMA), startLocalServer(LM_STUDIO_ONE)]);
    opened = [];
    said = [];
    noted = [];
    key = undefined;
    listed = () => Response.json({ data: [{ id: 'gpt-99' }, { id: 'gpt-5' }] });
    vscode.window.createQuickPick = (<T extends vscode.QuickPickItem>() => watched(real<T>())) as typeof real;
  });
  afterEach(async () => {
    vscode.window.createQuickPick = real;
    for (const pick of opened) pick.dispose();
    await Promise.all(servers.map((server) => server.close()));
    await vscode.workspace
      .getConfiguration(SETTINGS.section)
      .update(SETTINGS.destination, undefined, vscode.ConfigurationTarget.Global);
  });

  function choosing(
    kinds: Choosing['kinds'] = found(),
    requirements: Choosing['requirements'] = {},
  ): Choosing {
    const demands = { requirements, rules: [] };
    const airlock = openAirlock(
      undefined,
      undefined,
      async () => 'unknown',
      () => demands,
    );
    const models = new ModelLists({ fetch: async () => listed(), now: Date.now, keyOf: async () => key });
    return {
      airlock,
      custom: [],
      current: 'dry-run',
      now: () => undefined,
      recent: [],
      requirements,
      confirm: async (_name, changes) => {
        said.push([...changes]);
        return 'switch';
      },
      chosen: async (...names) => void noted.push(names),
      lists: undefined,
      hasKey: async () => false,
      isRemote: false,
      models,
      fetch,
      kinds,
      askKey: async () => undefined,
      t: english,
    };
  }

  /** The table with the ports of the two that run. */
  function found(): Choosing['kinds'] {
    return LOCAL_KINDS.flatMap((kind) => {
      const server = servers[['ollama', 'lmstudio'].indexOf(kind.alias)];
      return server ? [{ ...kind, port: Number(server.host.split(':')[1]) }] : [];
    });
  }

  /** A list that tells when its rows change, and is not closed by what else happens in the window. */
  function watched<T extends vscode.QuickPickItem>(pick: vscode.QuickPick<T>): vscode.QuickPick<T> {
    pick.ignoreFocusOut = true;
    const proxy = new Proxy(pick, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
      set(target, name, value) {
        const done = Reflect.set(target, name, value, target);
        if (name === 'items') changes.fire();
        return done;
      },
    });
    const as = proxy as unknown as Pick;
    as.onDidChangeActive(([now]) => {
      active.set(as, now?.key);
      changes.fire();
    });
    opened.push(as);
    return proxy;
  }

  /** Waits until the list that is open holds a row. */
  async function row(
    isIt: (item: DestinationItem) => boolean,
  ): Promise<{ pick: Pick; item: DestinationItem }> {
    const look = (): DestinationItem | undefined => opened.at(-1)?.items.find(isIt);
    await until(() => look() !== undefined, changes.event);
    const [pick, item] = [opened.at(-1), look()];
    assert.ok(pick && item);
    return { pick, item };
  }

  /** Makes a row the active one, in the window too, and accepts it. */
  async function accept(isIt: (item: DestinationItem) => boolean): Promise<void> {
    const { pick, item } = await row(isIt);
    pick.activeItems = [item];
    await until(() => active.get(pick) === item.key, changes.event);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  it('offers the servers that answer, each model with its policy, and sets what is chosen', async () => {
    const chosen = chooseDestination(choosing());
    const { pick } = await row(({ written }) => written === 'lmstudio/google/gemma-3-12b');
    await row(({ written }) => written === 'ollama/llama3.3:latest');
    await row(({ written }) => written === 'openai/gpt-5');
    const rows = pick.items.filter(({ key: name }) => name.startsWith('found '));
    assert.deepEqual(
      rows.map(({ label, written }) => [label, written]),
      [
        ...OLLAMA['/api/tags'].models.map(({ model }) => [`Ollama · ${model}`, `ollama/${model}`]),
        ['LM Studio · google/gemma-3-12b', 'lmstudio/google/gemma-3-12b'],
      ],
    );
    assert.match(
      rows.find(({ written }) => written === 'ollama/elsewhere:8b')?.description ?? '',
      /^\? · forwarded to models\.example\.com · policy unknown$/,
    );
    assert.match(
      rows.find(({ written }) => written === 'ollama/llama3.3:latest')?.description ?? '',
      /^A · this machine$/,
    );
    assert.match(
      rows.find(({ written }) => written?.startsWith('lmstudio/'))?.description ?? '',
      /policy unknown/,
    );
    assert.deepEqual(
      pick.items.slice(0, 3).map(({ label }) => label),
      ['Chosen now', '$(check) Dry run', 'Found on this machine'],
    );
    await accept(({ written }) => written === 'ollama/llama3.3:latest');
    assert.equal(await chosen, 'ollama/llama3.3:latest');
    const set = vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.destination);
    assert.equal(set, 'ollama/llama3.3:latest');
    assert.deepEqual([said, noted], [[], [['ollama/llama3.3:latest', 'dry-run']]]);
  });

  it('keeps what is active where more comes in, and lets go of what is gone', async () => {
    for (const server of servers) server.answers = {};
    const chosen = chooseDestination(choosing());
    const { pick, item } = await row(({ written }) => written === 'openai/gpt-5');
    pick.activeItems = [item];
    const [ollama] = servers;
    assert.ok(ollama);
    ollama.answers = OLLAMA;
    await row(({ written }) => written === 'ollama/my-cloud');
    assert.equal(pick.activeItems[0]?.written, 'openai/gpt-5');
    pick.hide();
    assert.equal(await chosen, undefined);
  }).timeout(30_000);

  it('asks nobody in a window where nothing is to be asked', async () => {
    const chosen = chooseDestination(choosing([]));
    const { pick } = await row(({ written }) => written === 'openai/gpt-5');
    assert.ok(!pick.items.some(({ key: name }) => name.startsWith('found ')));
    pick.hide();
    await chosen;
    assert.deepEqual(
      servers.flatMap(({ asked }) => asked),
      [],
    );
  });

  it('lists the models of a host when it is asked to, and says why where it cannot', async () => {
    const all = choosing([]);
    listed = () => new Response('', { status: 401 });
    const chosen = chooseDestination(all);
    await accept(({ begin }) => begin === 'openai-api');
    await row(({ label }) => label === 'gpt-5-mini');
    await accept(({ label }) => label.includes('Ask api.openai.com'));
    const { item } = await row(({ detail }) => detail?.includes('(status 401)') ?? false);
    assert.match(item.detail ?? '', /api\.openai\.com lists its models only with an API key/);
    await row(({ label }) => label.includes('Set the API key for OpenAI'));
    listed = () => Response.json({ data: [{ id: 'gpt-99' }, { id: 'gpt-5' }] });
    await accept(({ label }) => label.includes('Ask api.openai.com'));
    const { item: fresh } = await row(({ label }) => label === 'gpt-99');
    assert.match(fresh.description ?? '', /^[A-E?] · /);
    await accept(({ label }) => label === 'gpt-99');
    assert.equal(await chosen, 'openai/gpt-99');
    assert.equal(said[0]?.[0], 'Prompts leave for api.openai.com; with the dry run nothing left.');
    assert.deepEqual(all.models.listed(ownerOfPreset(presetOf('openai-api') ?? assert.fail()))?.models, [
      'gpt-5',
      'gpt-99',
    ]);
  }).timeout(30_000);

  it('asks a host of itself where its key is there', async () => {
    key = 'made-up-key';
    const chosen = chooseDestination(choosing([]));
    await accept(({ begin }) => begin === 'groq');
    await row(({ written }) => written === 'groq/gpt-99');
    opened.at(-1)?.hide();
    assert.equal(await chosen, undefined);
  });

  it('has what was used last first, finds what is typed, and marks what misses a requirement', async () => {
    const all = {
      ...choosing([], { training: 'never' }),
      recent: ['deepinfra/google/gemini-2.5-flash', 'custom/gone', 'openai/gpt-5'],
      current: 'openai/gpt-5',
    };
    const chosen = chooseDestination(all);
    const { pick } = await row(({ written }) => written === 'openai/gpt-5');
    assert.deepEqual(
      pick.items.slice(0, 4).map(({ label }) => label),
      ['Chosen now', '$(check) OpenAI · gpt-5', 'Recently used', 'DeepInfra · google/gemini-2.5-flash'],
    );
    assert.equal(pick.items.filter(({ written }) => written === 'openai/gpt-5').length, 1);
    pick.value = 'openai/gpt-4o';
    const { item } = await row(({ written }) => written === 'openai/gpt-4o');
    assert.match(item.description ?? '', /^B · no training · kept 30 days · as you require$/);
    pick.value = '';
    const { item: missing } = await row(({ written }) => written?.startsWith('nvidia/') ?? false);
    assert.match(missing.description ?? '', /^E · may train · .+ · misses: No training$/);
    assert.equal(
      missing.detail,
      'You require no training; this destination may use prompts to improve models.',
    );
    pick.hide();
    assert.equal(await chosen, undefined);
    assert.deepEqual([said, noted], [[], []]);
  });

  it('asks once more, or leaves everything as it is, where the user says so', async () => {
    const answers = ['again', undefined] as const;
    let at = 0;
    const before = vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.destination);
    const chosen = chooseDestination({ ...choosing([]), confirm: async () => answers[at++] });
    await accept(({ written }) => written === 'openai/gpt-5');
    await until(() => opened.length === 2, changes.event);
    await accept(({ written }) => written === 'openai/gpt-5-mini');
    assert.equal(await chosen, undefined);
    assert.equal(vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.destination), before);
    assert.deepEqual(noted, []);
  });
});
