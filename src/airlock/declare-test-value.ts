/** Puts values that are made up on the list of a policy file. The values themselves are never written. */
import { MOST_TEST_VALUES } from '../decide/team/test-values.ts';
import { LONGEST_POLICY, POLICY_FILE, type TeamPolicy } from '../decide/team/policy-file.ts';
import type { PolicySource } from '../decide/team/source.ts';
import type { HashTestValue } from '../detect/test-values.ts';
import { lineStarts, type Place } from '../policy/json-places.ts';
import { type JsonObject, readTolerantJson } from '../policy/tolerant-json.ts';
import { readTeamPolicy } from './team-policy.ts';

/** Of a new salt, in bytes. */
const SALT_BYTES = 16;
const SOURCE: PolicySource = { by: 'repository', file: POLICY_FILE, folder: '' };

/**
 * What became of a file: its new text; or why it is as it was: it is faulty, its list is full, or the values are on it.
 */
export type Declared =
  { readonly is: 'declared'; readonly text: string } | { readonly is: 'faulty' | 'full' | 'there-already' };

/**
 * A policy file with the hashes of some values on its list; everything else in it stays as it is written.
 * @param text of the file; undefined where there is none.
 */
export async function declareTestValues(
  text: string | undefined,
  values: readonly string[],
  hash: HashTestValue,
): Promise<Declared> {
  const before = text?.replace(/^\ufeff/, '') ?? '{}\n';
  const policy = readTeamPolicy(before, SOURCE);
  const json = readTolerantJson(before);
  if (isUnclear(policy) || !json.ok || json.root.kind !== 'object') return { is: 'faulty' };
  const salt = policy.testValues?.salt ?? newSalt();
  const there = new Set(policy.testValues?.hashes.map(toBase64));
  const hashes = await Promise.all(
    [...new Set(values)].map(async (value) => toBase64(await hash(value, salt))),
  );
  const fresh = hashes.filter((one) => !there.has(one));
  if (fresh.length === 0) return { is: 'there-already' };
  if (there.size + fresh.length > MOST_TEST_VALUES) return { is: 'full' };
  const after = policy.testValues
    ? withMoreHashes(before, json.root, fresh)
    : withMember(before, json.root, fragmentOf(salt, fresh, '  '));
  // Whatever stands in the file, what comes of it has to be what was meant.
  const read = after === undefined ? undefined : readTeamPolicy(after, SOURCE);
  const now = new Set(read?.testValues?.hashes.map(toBase64));
  const isMeant = read !== undefined && !read.stops && hashes.every((one) => now.has(one));
  if (after === undefined || !isMeant) return { is: 'faulty' };
  if (new TextEncoder().encode(after).length > LONGEST_POLICY) return { is: 'full' };
  return { is: 'declared', text: after };
}

/** The field as it stands in a policy file, in JSON with its name. */
export function fragmentOf(salt: Uint8Array, hashes: readonly string[], indent: string): string {
  const field = JSON.stringify({ salt: toBase64(salt), hashes }, null, 2);
  return `"testValues": ${field.replaceAll('\n', `\n${indent}`)}`;
}

/** Random bytes by which the hashes of one file differ from those of all others. */
export function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES));
}

/** Bytes as policy files have them. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function isUnclear({ stops, testValues, places }: TeamPolicy): boolean {
  return stops || (testValues === undefined && places.has('testValues'));
}

function withMoreHashes(text: string, root: JsonObject, hashes: readonly string[]): string | undefined {
  const field = root.members.find(({ name }) => name === 'testValues')?.node;
  const list =
    field?.kind === 'object' ? field.members.find(({ name }) => name === 'hashes')?.node : undefined;
  if (list?.kind !== 'list') return undefined;
  const last = list.items.at(-1);
  const at = last ? offsetOf(text, last.at.end) : offsetOf(text, list.at.start) + 1;
  // As the items before it are set.
  const lead = last ? /(?:\r?\n[ \t]*)?$/.exec(text.slice(0, offsetOf(text, last.at.start)))?.[0] : '';
  const more = hashes.map((one) => JSON.stringify(one)).join(`,${lead || ' '}`);
  return text.slice(0, at) + (last ? `,${lead || ' '}` : '') + more + text.slice(at);
}

function withMember(text: string, root: JsonObject, member: string): string {
  const last = root.members.at(-1);
  const at = last ? offsetOf(text, last.node.at.end) : offsetOf(text, root.at.start) + 1;
  const rest = text.slice(at);
  // Where nothing stands between it and what closes the file, that goes on a line of its own.
  const gap = /^\s*\}/.test(rest) && !rest.startsWith('\n') && !rest.startsWith('\r') ? '\n' : '';
  return `${text.slice(0, at)}${last ? ',' : ''}\n  ${member}${gap}${rest}`;
}

function offsetOf(text: string, { line, column }: Place): number {
  return (lineStarts(text)[line - 1] ?? 0) + column - 1;
}
