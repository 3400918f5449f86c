import type { Catalogue } from './catalogue.ts';
import type { Destination } from './destination.ts';
import { matchesGlob } from './globs.ts';
import { matchesHost } from './hosts.ts';
import type { Control } from './model.ts';

/** A field of the request that asks the provider for privacy, by its dotted path in the body. */
export interface PrivateField {
  readonly path: string;
  readonly value: string | number | boolean;
  readonly effect: string;
  readonly caveat: string | null;
}

/**
 * The fields that the owner of the host documents for this endpoint. A host whose owner is not known gets none, whoever
 * the user says its policy is of: it might refuse what it does not know.
 */
export function privateFields(
  catalogue: Catalogue,
  { host, endpoint }: Destination,
): readonly PrivateField[] {
  const owner = Object.values(catalogue.providers).find(
    ({ kind, hosts }) => kind !== 'local' && matchesHost(hosts, host),
  );
  return (owner?.requestControls ?? []).flatMap((control) => fieldOf(control, endpoint));
}

/** The fields of those that a destination's request has, with the value that asks for privacy. */
export function fieldsAsked(catalogue: Catalogue, destination: Destination): readonly PrivateField[] {
  const sent = destination.rehearses ?? destination;
  return privateFields(catalogue, sent).filter(({ path, value }) => valueAt(sent.request, path) === value);
}

/** The destination with those fields in its request; what the request says already stays. */
export function withPrivateFields(catalogue: Catalogue, destination: Destination): Destination {
  const fields = privateFields(catalogue, destination).filter(
    ({ path }) => valueAt(destination.request, path) === undefined,
  );
  if (fields.length === 0) return destination;
  const request = fields.reduce(
    (body, { path, value }) => withValue(body, path.split('.'), value),
    destination.request ?? {},
  );
  return { ...destination, request };
}

function fieldOf(
  { scope, where, name, value, endpoints, effect, caveat }: Control,
  endpoint: string,
): PrivateField[] {
  if (scope !== 'request' || where !== 'body' || name === null || endpoints === undefined) return [];
  if (!endpoints.some((glob) => matchesGlob(glob, endpoint))) return [];
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  return [{ path: name, value, effect, caveat: caveat ?? null }];
}

type Body = Readonly<Record<string, unknown>>;

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(body: Body | undefined, path: string): unknown {
  let value: unknown = body;
  for (const name of path.split('.'))
    value = isBody(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

function withValue(body: Body, [name = '', ...rest]: readonly string[], value: unknown): Body {
  if (rest.length === 0) return { ...body, [name]: value };
  const inner = Object.hasOwn(body, name) ? body[name] : {};
  // Something else stands where an object would have to: it is the request's own word.
  return inner === undefined || isBody(inner)
    ? { ...body, [name]: withValue(inner ?? {}, rest, value) }
    : body;
}
