import type { Span } from '../../policy/json-places.ts';
import type { JsonNode } from '../../policy/tolerant-json.ts';
import type { FaultInFile, TeamProblem } from './fault.ts';
import type { Tell } from './stated-lists.ts';

/** How many a file can declare. */
export const MOST_TEST_VALUES = 500;

/**
 * Values that a repository declares to be made up, as scrypt hashes. One salt for all of a file: comparing a value
 * costs one hash a file, however many it declares.
 */
export interface TestValues {
  /** 16 to 64 bytes. */
  readonly salt: Uint8Array;
  /** 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
  readonly at: Span;
}

const SALT = { least: 16, most: 64 };
const HASH = { least: 32, most: 32 };

/** Reads `{ "salt": "…", "hashes": ["…"] }`, both in base64; what cannot be read declares nothing. */
export function readTestValues(node: JsonNode, tell: Tell): TestValues | undefined {
  const none = (id: 'not-test-values' | 'not-a-salt', at: Span): undefined => {
    tell(noEffect({ id }, at));
  };
  if (node.kind !== 'object' || node.repeats) return none('not-test-values', node.at);
  const known = new Map(node.members.map(({ name, node: stated }) => [name, stated]));
  const other = node.members.find(({ name }) => name !== 'salt' && name !== 'hashes');
  if (other) return none('not-test-values', other.nameAt);
  const [salt, hashes] = [known.get('salt'), known.get('hashes')];
  const saltBytes = salt && bytesOf(salt.value, SALT);
  if (!saltBytes) return none('not-a-salt', salt?.at ?? node.at);
  if (hashes?.kind !== 'list') return none('not-test-values', hashes?.at ?? node.at);
  const beyond = hashes.items[MOST_TEST_VALUES];
  if (beyond) tell(noEffect({ id: 'too-many', field: 'testValues', most: MOST_TEST_VALUES }, beyond.at));
  const read = hashes.items.slice(0, MOST_TEST_VALUES).flatMap(({ value, at }) => {
    const hash = bytesOf(value, HASH);
    if (!hash) tell(noEffect({ id: 'not-a-hash' }, at));
    return hash ?? [];
  });
  return { salt: saltBytes, hashes: read, at: node.at };
}

/** The salt of a file, as it is written in base64; undefined for anything else. */
export function readSalt(written: string): Uint8Array | undefined {
  return bytesOf(written, SALT);
}

/** The bytes of a base64 text of the right length; undefined for anything else. */
function bytesOf(value: unknown, { least, most }: typeof SALT): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length > 2 * most || value.length % 4 !== 0) return undefined;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  return bytes.length >= least && bytes.length <= most ? bytes : undefined;
}

function noEffect(problem: TeamProblem, at: Span): FaultInFile {
  return { problem, reading: 'no-effect', at };
}
