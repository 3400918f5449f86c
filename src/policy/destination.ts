import { ADDRESSES, DEFAULT_ENDPOINT } from './addresses.ts';

/** What is known of the account that sends. What is not stated is not known. */
export interface Account {
  readonly plan?: string;
  /** Switches of the account by the catalogue's names, such as `retentionControl`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly region?: string;
  /** An API key where it is left out: the airlock sends nothing else. */
  readonly auth?: 'apiKey' | 'subscription';
  /** Catalogue ids of those whom an agreement of the account's own covers when data is passed on to them. */
  readonly agreements?: readonly string[];
}

/** Where a prompt goes. Policy belongs to this, never to a brand. */
export interface Destination {
  /** A catalogue id, `dry-run`, or any other name for an address of the user's own. */
  readonly provider: string;
  readonly model: string;
  /** The path of the API as its maker documents it, such as `/v1/chat/completions`. */
  readonly endpoint: string;
  /** With its port where that is not the usual one. */
  readonly host: string;
  readonly account: Account;
  /** The user's word for whose policy holds at an address of their own: a catalogue id. */
  readonly policyOf?: string;
  /**
   * The caller's word that the server was recognised by its own API, on loopback, in a local window, and that it
   * serves this model itself, or, with the feature `cloud-model`, that it forwards it.
   */
  readonly local?: boolean;
  /** The user's word that what answers on loopback is theirs in windows onto other machines too. */
  readonly mine?: boolean;
  /** All that the request uses besides text, such as `image-input` or `web-search`. Not known where left out. */
  readonly features?: readonly string[];
  /** Fields of the request body that terms may hang on, such as `{ store: true }`. Nothing is set where left out. */
  readonly request?: Readonly<Record<string, unknown>>;
  /** For a dry run: the destination whose policy is rehearsed. */
  readonly rehearses?: Destination;
}

/** Why a destination could not be read. `part` is what it is about, safe to print; `''` where nothing is. */
export interface BadDestination {
  readonly ok: false;
  readonly reason:
    | 'empty'
    | 'not-printable'
    | 'too-long'
    | 'no-model'
    | 'malformed-model'
    | 'malformed-endpoint'
    | 'unknown-provider'
    | 'rehearses-itself';
  readonly part: string;
}

export type DestinationResult = { readonly ok: true; readonly destination: Destination } | BadDestination;

export const DRY_RUN = 'dry-run';
const MAX_LENGTH = 512;

/**
 * Reads a destination as people write it: `provider/model`, `dry-run`, or `dry-run:provider/model` for a rehearsal.
 * Only the first slash divides, so a model may hold more of them. Nothing is asked of any server, so a local
 * server is not known to be local yet.
 * @param options.endpoint another endpoint than the name's own.
 * @returns the destination, or the reason why it is none; it never throws.
 */
export function parseDestination(text: string, options: { endpoint?: string } = {}): DestinationResult {
  if (text === '') return bad('empty');
  if (text.length > MAX_LENGTH) return bad('too-long');
  if (!isPrintable(text)) return bad('not-printable');
  const endpoint = options.endpoint === undefined ? undefined : normalEndpoint(options.endpoint);
  if (options.endpoint !== undefined && endpoint === undefined) return bad('malformed-endpoint');

  const rehearsal = /^dry-run(?::(.*))?$/i.exec(text);
  if (rehearsal === null) return parseAddressed(text, endpoint);
  const nothing = {
    provider: DRY_RUN,
    model: '',
    endpoint: endpoint ?? DEFAULT_ENDPOINT,
    host: '',
    account: { settings: {} },
    features: [],
  };
  if (rehearsal[1] === undefined) return { ok: true, destination: nothing };
  if (/^dry-run(?:[:/]|$)/i.test(rehearsal[1])) return bad('rehearses-itself');
  const inner = rehearsal[1] === '' ? bad('no-model', text) : parseAddressed(rehearsal[1], endpoint);
  if (!inner.ok) return inner;
  const rehearses = inner.destination;
  return { ok: true, destination: { ...nothing, model: rehearses.model, rehearses } };
}

/** A destination as `parseDestination` reads it; an address of the user's own by its host. */
export function writeDestination(destination: Destination): string {
  const { provider, model, host, rehearses } = destination;
  if (provider === DRY_RUN)
    return rehearses === undefined ? DRY_RUN : `${DRY_RUN}:${writeDestination(rehearses)}`;
  return `${shortName(destination) ?? host}/${model}`;
}

/** A destination's name without its model: `openai`, `custom/lab`; its host where it has none. */
export function addressName(destination: Destination): string {
  const { provider, host } = destination;
  return shortName(destination) ?? (provider.startsWith('custom:') ? provider.replace(':', '/') : host);
}

function shortName({ provider, endpoint }: Destination): string | undefined {
  const names = [...ADDRESSES].filter(([, address]) => address.provider === provider);
  return (names.find(([, address]) => address.endpoint === endpoint) ?? names[0])?.[0];
}

/** Whether a model's name is one that can be judged: printable ASCII, no blanks, no empty or dotted segment. */
export function isWellFormedModel(model: string): boolean {
  return isPrintable(model) && model.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * The path as rules are written for it: without query, doubled slashes and the slash at its end. Undefined for what
 * a server could read as another path than the rules do: escapes, backslashes, dotted segments.
 */
export function normalEndpoint(endpoint: string): string | undefined {
  if (!endpoint.startsWith('/') || !isPrintable(endpoint)) return undefined;
  if (/[%\\]|\/\.{1,2}(?:[/?#]|$)/.test(endpoint)) return undefined;
  const path = endpoint.replace(/[?#].*$/, '').replaceAll(/\/{2,}/g, '/');
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function parseAddressed(text: string, endpoint: string | undefined): DestinationResult {
  const slash = text.indexOf('/');
  const name = (slash < 0 ? text : text.slice(0, slash)).toLowerCase();
  const address = ADDRESSES.get(name);
  if (address === undefined) return bad('unknown-provider', name);
  const model = slash < 0 ? '' : text.slice(slash + 1);
  if (model === '') return bad('no-model', name);
  if (!isWellFormedModel(model)) return bad('malformed-model', model);
  return {
    ok: true,
    // What is written so is a text prompt: it uses no feature.
    destination: {
      ...address,
      model,
      ...(endpoint !== undefined && { endpoint }),
      account: { settings: {} },
      features: [],
    },
  };
}

function isPrintable(text: string): boolean {
  return /^[!-~]+$/.test(text);
}

function bad(reason: BadDestination['reason'], part = ''): BadDestination {
  return { ok: false, reason, part };
}
