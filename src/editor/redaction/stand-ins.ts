import { KIND_IDS, kindOf } from '../../detect/kinds.ts';
import type { Range } from '../../redact/origin.ts';
import { PLACEHOLDER, type StandIn } from '../../redact/stand-in.ts';
import type { Vault } from '../../redact/vault.ts';

/** A place of a text where a stand-in stands; offsets in UTF-16 code units. */
export interface StandInPlace extends Range {
  readonly standIn: StandIn;
}

/** Every issued stand-in that stands free in a text, in order: those alone that stand there as they were issued. */
export function standInsIn(text: string, vault: Vault): readonly StandInPlace[] {
  return Array.from(vault.standInsIn(text), ({ start, end, item }) => ({ start, end, standIn: item }));
}

/** A name of a text that nobody has a value for. */
export interface LostName extends Range {
  readonly name: string;
}

/**
 * What has the form of a stand-in but is none of this vault's: of another window, or from before this one was loaded
 * again. A name that stood in a text of its own accord is not among them.
 */
export function lostNames(text: string, vault: Vault): readonly LostName[] {
  const stems = stemsOf(vault);
  return Array.from(text.matchAll(PLACEHOLDER))
    .map(({ 0: name, index }) => ({ name, start: index, end: index + name.length }))
    .filter(
      ({ name }) =>
        stems.has(name.replace(NUMBERS, '')) && vault.named(name) === undefined && !vault.isReserved(name),
    );
}

/** The number of a stand-in, and of the writing where the value was written in another way. */
const NUMBERS = /(?:_[0-9]{1,9}){1,2}$/;

/** What stand-ins begin with: each kind's placeholder, and keys that files of a workspace have. */
function stemsOf(vault: Vault): ReadonlySet<string> {
  return new Set([
    ...KIND_IDS.map((id) => kindOf(id).placeholder),
    ...vault.standIns().map(({ name }) => name.replace(NUMBERS, '')),
  ]);
}
