import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SETTINGS } from '../../src/editor/ids.ts';
import { GuardedModels } from '../../src/editor/models/guarded-models.ts';
import { readSettings } from '../../src/editor/settings.ts';
import { english } from '../../src/sentences/translate.ts';
import { type OpenAiServer } from '../servers/openai-server.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';

/** What asks on behalf of the built-in Chat. */
export const CHAT = 'github.copilot-chat';

/** What the user set for the application, and what undoes it. */
export async function set(key: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration(SETTINGS.section)
    .update(key, value, vscode.ConfigurationTarget.Global);
}

/** Destinations at a loopback server: one whose terms are stated, one of which nothing is known, one with a key. */
export async function setDestinations({ baseUrl }: OpenAiServer, more: object = {}): Promise<void> {
  const one = (name: string, rest: object): object => ({ name, baseUrl, model: 'm', key: false, ...rest });
  await set(SETTINGS.customDestinations, [
    one('stated', { policyOf: 'deepinfra', ...more }),
    one('unstated', {}),
    one('keyed', { policyOf: 'deepinfra', key: true }),
  ]);
}

/** An answer as it was reported. */
export interface Reported {
  readonly text: string;
  readonly calls: readonly vscode.LanguageModelToolCallPart[];
}

/** Guarded models of a test's own, with a memory that ends with it. */
export function guardedModels(more: { readonly key?: string; readonly log?: string[] } = {}): GuardedModels {
  const kept = new Map<string, unknown>();
  const memory: vscode.Memento = {
    keys: () => [...kept.keys()],
    get: <T>(key: string, other?: T) => (kept.has(key) ? kept.get(key) : other) as T,
    update: async (key, value) => void kept.set(key, value),
  };
  // What is told once has been told.
  kept.set('models.valuesShow', true);
  return new GuardedModels({
    airlock: openAirlock(undefined, undefined, undefined, () => readSettings(english).demands),
    settings: () => readSettings(english),
    settled: async () => undefined,
    problem: () => undefined,
    hasKey: async () => false,
    key: async (owner) => (owner === undefined || more.key !== undefined ? { key: more.key } : undefined),
    onDecision: () => undefined,
    memory,
    log: (line) => more.log?.push(line),
    t: english,
  });
}

/** Asks one of them, as the editor does. */
export async function ask(
  models: GuardedModels,
  id: string,
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  {
    by = CHAT,
    tools = [],
    token = new vscode.CancellationTokenSource().token,
    onText = () => undefined,
  }: {
    readonly by?: string | undefined;
    readonly tools?: vscode.LanguageModelChatTool[];
    readonly token?: vscode.CancellationToken;
    readonly onText?: (text: string) => void;
  } = {},
): Promise<Reported> {
  const model = (await models.offered()).find((one) => one.id === id) ?? {
    id,
    name: id,
    maxInputTokens: 100_000,
  };
  let text = '';
  const calls: vscode.LanguageModelToolCallPart[] = [];
  await models.respond(
    model,
    messages,
    { tools, toolMode: vscode.LanguageModelChatToolMode.Auto, requestInitiator: by },
    {
      report(part) {
        if (part instanceof vscode.LanguageModelTextPart) {
          text += part.value;
          onText(part.value);
        } else if (part instanceof vscode.LanguageModelToolCallPart) calls.push(part);
        else assert.fail('a part of another type was reported');
      },
    },
    token,
  );
  return { text, calls };
}

/** What the user typed into the built-in Chat, as it wraps it. */
export function typed(words: string, before = ''): vscode.LanguageModelChatRequestMessage {
  return user(`${before}<context>\nToday.\n</context>\n<userRequest>\n${words}\n</userRequest>\n`);
}

export function user(
  ...content: (string | vscode.LanguageModelInputPart)[]
): vscode.LanguageModelChatRequestMessage {
  return message(vscode.LanguageModelChatMessageRole.User, content);
}

export function model(
  ...content: (string | vscode.LanguageModelInputPart)[]
): vscode.LanguageModelChatRequestMessage {
  return message(vscode.LanguageModelChatMessageRole.Assistant, content);
}

function message(
  role: vscode.LanguageModelChatMessageRole,
  content: readonly (string | vscode.LanguageModelInputPart)[],
): vscode.LanguageModelChatRequestMessage {
  const parts = content.map((part) =>
    typeof part === 'string' ? new vscode.LanguageModelTextPart(part) : part,
  );
  return { role, content: parts, name: undefined };
}

/** The messages of a request as they arrived. */
export function arrived(server: OpenAiServer, at = -1): { role: string; content: string }[] {
  const body = server.arrived.at(at)?.body;
  assert.ok(body !== undefined, 'nothing arrived');
  return (JSON.parse(body) as { messages: { role: string; content: string }[] }).messages;
}
