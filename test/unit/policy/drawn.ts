import fc from 'fast-check';
import type { Account, Destination } from '../../../src/policy/destination.ts';
import type { Provider, When } from '../../../src/policy/model.ts';

/** Destinations drawn at will, with all that a provider's rules ask for and much that none does. */

const ANY_MODEL = ['some-model', 'google/gemini-2.5-pro', 'anthropic/claude-4-sonnet', 'x:free', 'x:cloud'];
const ANY_ENDPOINT = ['/v1/chat/completions', '/v1/nobody/has/heard/of'];
export const UNHEARD = 'nobody has heard of it';

/** A destination of a provider's, with everything stated that can be, or part of it. */
export function destinations(provider: Provider): fc.Arbitrary<Destination> {
  const { id, kind, vocabulary, rules, hosts } = provider;
  const whens = rules.flatMap(({ when, unless }) => (unless === undefined ? [when] : [when, unless]));
  const asked = (key: 'model' | 'endpoint'): readonly string[] =>
    plain(whens.flatMap((when) => when[key] ?? []));
  const own = plain(hosts.filter((host) => !host.includes('loopback')));
  const placed = [
    ...own.map((host) => ({ host })),
    { host: 'models.example.org', policyOf: id },
    ...plain(vocabulary.hosts ?? []).map((host) => ({ host, policyOf: id })),
    ...(kind === 'local' ? [{ host: 'localhost:8080' }, { host: '127.0.0.1:8080', policyOf: id }] : []),
  ];
  return fc
    .record({
      place: fc.constantFrom(...placed),
      provider: fc.constant(id),
      model: fc.oneof(fc.constantFrom(...ANY_MODEL), ...some(asked('model'))),
      endpoint: fc.oneof(
        fc.constantFrom(...ANY_ENDPOINT),
        ...some(asked('endpoint').map((one) => (one.startsWith('/') ? one : `/${one}`))),
      ),
      account: accounts(provider, whens),
      features: fc.subarray([...(vocabulary.features ?? []), UNHEARD]),
      request: requests(whens),
      local: fc.constantFrom(kind === 'local', kind === 'local', false),
    })
    .map(({ place, ...rest }) => ({ ...rest, ...place }));
}

/** The same with part of what is stated of the account and the request forgotten, by the bits of a number. */
export function forget(known: Destination, mask: number): Destination {
  const { features, account, ...rest } = known;
  const { plan, region, settings, ...others } = account;
  const isForgotten = (bit: number): boolean => (mask >> bit) % 2 === 1;
  return {
    ...rest,
    account: {
      ...others,
      settings: Object.fromEntries(Object.entries(settings).filter((_, at) => !isForgotten(at + 3))),
      ...(plan === undefined || isForgotten(0) ? {} : { plan }),
      ...(region === undefined || isForgotten(1) ? {} : { region }),
    },
    ...(features === undefined || isForgotten(2) ? {} : { features }),
  };
}

export const MASKS = fc.nat(1023);

function accounts({ vocabulary }: Provider, whens: readonly When[]): fc.Arbitrary<Account> {
  const { plans = [], regions = [], settings = {} } = vocabulary;
  const values = Object.entries(settings).map(
    ([name, words]) => [name, fc.constantFrom(...words, 'other', UNHEARD)] as const,
  );
  return fc.record(
    {
      settings: fc
        .record(Object.fromEntries(values), { requiredKeys: [] })
        .map((drawn) => without<string>(drawn)),
      plan: fc.constantFrom(...plans, UNHEARD),
      region: fc.constantFrom(...regions, UNHEARD),
      agreements: fc.subarray(['google-vertex', 'anthropic-api', 'openai-api']),
      ...(whens.some(({ auth }) => auth !== undefined) && {
        auth: fc.constantFrom('apiKey' as const, 'subscription' as const),
      }),
    },
    { requiredKeys: ['settings'] },
  );
}

/** Bodies with any of the fields that rules ask for, at their values and at others. */
function requests(whens: readonly When[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = new Map<string, Set<unknown>>();
  for (const [path, values] of whens.flatMap(({ request }) => Object.entries(request ?? {}))) {
    const known = fields.get(path) ?? new Set<unknown>([UNHEARD, false]);
    for (const value of values) if (value !== null) known.add(value);
    fields.set(path, known);
  }
  const drawn = [...fields].map(([path, values]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => [path, value] as const),
  );
  return fc.tuple(...drawn).map((pairs) => {
    const body: Record<string, unknown> = {};
    for (const [path, value] of pairs) if (value !== undefined) put(body, path.split('.'), value);
    return body;
  });
}

function put(body: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) body[name] = value;
  else {
    const inner: Record<string, unknown> = { ...(body[name] as object | undefined) };
    put(inner, rest, value);
    body[name] = inner;
  }
}

function some(values: readonly string[]): fc.Arbitrary<string>[] {
  return values.length === 0 ? [] : [fc.constantFrom(...values)];
}

function plain(globs: readonly string[]): readonly string[] {
  return [...new Set(globs.map((glob) => glob.replaceAll('*', 'x')))];
}

function without<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
