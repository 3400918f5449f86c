import * as v from 'valibot';
import { WireFault } from '../fault.ts';

/**
 * What a host sent, as it has to be.
 * @throws WireFault `not-an-answer` where it is not.
 */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new WireFault('not-an-answer', 'yes');
  return parsed.output;
}

/** An object of JSON, with every name it has: the library's own schemas leave `constructor` and its like out. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
