/**
 * What sort of place a value stands in; how much can be told by the value alone depends on it.
 *
 * - `named`: given to a name in code, settings or prose, where expressions, types and words stand as well
 * - `near`: beside a vendor's name, in the shape of its keys
 * - `password`: where a file format or an address has its password: anything but a stand-in is one
 * - `issued`: where only what a machine gave out can stand: a token, a key, a session
 * - `shape`: anywhere, known by a shape of its own
 */
export type Place = 'named' | 'near' | 'password' | 'issued' | 'shape';

/** A value's surroundings, as far as an exclusion needs them. */
export interface Context {
  readonly place: Place;
  /** The name the value is given to, or the user of a login; empty where there is none. */
  readonly key: string;
  /** The end of the text before the value, on its own line, at most 200 UTF-16 code units. */
  readonly before: string;
  /** The start of the text after the value, at most 24 UTF-16 code units. */
  readonly after: string;
  /** Whether the value is a string literal; a bare value may be an expression. */
  readonly quoted: boolean;
  /** Whether nothing but a value can stand here, quoted or not: `DB_PASSWORD=…`. */
  readonly literal: boolean;
}

/** A reason why a value is no secret. */
export interface Exclusion {
  /** What `check --explain` says; unique, in kebab case. */
  readonly name: string;
  /** The places it is asked at. */
  readonly places: readonly Place[];
  /** Whether it reads what stands before the value or after it; where not, it holds for the value wherever that stands. */
  readonly looksAround?: true;
  /** Pure and linear in the value, which is at most 512 UTF-16 code units long except at the place `shape`. */
  readonly holds: (value: string, context: Context) => boolean;
}

/** Places whose values may be part of a program or of prose. */
export const NAMED: readonly Place[] = ['named', 'near'];

/** Places of files and protocols, where nothing but a value can stand. */
export const FORMAL: readonly Place[] = ['password', 'issued'];

/** All places where a value is known by what stands around it. */
export const ANY: readonly Place[] = [...NAMED, ...FORMAL];
