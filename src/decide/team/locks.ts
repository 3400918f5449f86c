/** What of the settings an organisation can lock. */
import type { Span } from '../../policy/json-places.ts';
import type { JsonNode } from '../../policy/tolerant-json.ts';
import { shownName } from './fault.ts';
import type { Tell } from './stated-lists.ts';

/** A value that a setting can be locked to: the strict one where there is one, otherwise any of its type. */
type Lockable =
  | { readonly only: boolean }
  | { readonly only: 'nothing'; readonly empty: readonly [] | Readonly<Record<string, never>> }
  | { readonly takes: 'text' | 'texts' }
  | { readonly takes: readonly string[] };

/** Settings that can be locked. What would let more through than the user allows is none of the values. */
export const LOCKABLE: Readonly<Record<string, Lockable>> = {
  'promptAirlock.accounts': { only: 'nothing', empty: {} },
  'promptAirlock.catalogue.file': { takes: 'text' },
  'promptAirlock.chat.models': { takes: 'texts' },
  'promptAirlock.chat.restore': { only: false },
  'promptAirlock.conversations.store': { only: false },
  'promptAirlock.customDestinations': { only: 'nothing', empty: [] },
  'promptAirlock.destination': { takes: 'text' },
  'promptAirlock.knownValues.enabled': { only: true },
  'promptAirlock.ledger.enabled': { only: true },
  'promptAirlock.ledger.required': { only: true },
  'promptAirlock.privateByRequest': { only: true },
  'promptAirlock.redaction.style': { takes: ['placeholder', 'surrogate'] },
  'promptAirlock.secrets.allowed': { only: 'nothing', empty: [] },
  'promptAirlock.testValues': { only: false },
};

/** Settings that are a field of the file: there they add to the user's own instead of taking their place. */
export const OWN_FIELDS: Readonly<Record<string, string>> = {
  'promptAirlock.internal.domains': 'domains',
  'promptAirlock.internal.patterns': 'internalPatterns',
  'promptAirlock.internal.terms': 'terms',
  'promptAirlock.kinds': 'kinds',
  'promptAirlock.paths': 'paths',
  'promptAirlock.requirements': 'requirements',
  'promptAirlock.secrets.custom': 'secretPatterns',
};

/** A setting that a file locks, or would. */
export interface StatedSetting {
  readonly name: string;
  readonly value: unknown;
  readonly at: Span;
}

/** Reads the settings of an organisation's file. A wrong value of one that has a strict one is that. */
export function readSettings(node: JsonNode, tell: Tell): readonly StatedSetting[] {
  if (node.kind !== 'object') {
    tell({ problem: { id: 'not-settings' }, reading: 'stops', at: node.at });
    return [];
  }
  const locked = new Map<string, StatedSetting>();
  for (const { name, nameAt, node: stated } of node.members) {
    const lock = Object.hasOwn(LOCKABLE, name) ? LOCKABLE[name] : undefined;
    if (lock === undefined) {
      const field = Object.hasOwn(OWN_FIELDS, name) ? OWN_FIELDS[name] : undefined;
      const setting = shownName(name);
      const id =
        field === undefined ? { id: 'not-lockable' as const } : { id: 'has-own-field' as const, field };
      tell({ problem: { ...id, setting }, reading: 'stops', at: nameAt });
      continue;
    }
    const strict = strictOf(lock);
    const wrong = !fits(lock, stated.value);
    if (wrong) {
      const problem = { id: 'wrong-setting', setting: name, takes: takenBy(lock) } as const;
      tell({ problem, reading: strict === undefined ? 'stops' : 'strictest', at: stated.at });
      if (strict === undefined) continue;
    }
    const before = locked.get(name);
    // Told of as a name that is there twice; which of two values is meant nobody knows.
    if (before && JSON.stringify(before.value) !== JSON.stringify(wrong ? strict : stated.value))
      tell({ problem: { id: 'twice' }, reading: 'stops', at: nameAt });
    locked.set(name, { name, value: wrong ? strict : stated.value, at: nameAt });
  }
  return [...locked.values()];
}

/** The names of the settings that a file would set, whatever it says of them. */
export function namedSettings(node: JsonNode): readonly StatedSetting[] {
  if (node.kind !== 'object') return [];
  return node.members.map(({ name, nameAt, node: { value } }) => ({ name, value, at: nameAt }));
}

function strictOf(lock: Lockable): unknown {
  if ('takes' in lock) return undefined;
  return lock.only === 'nothing' ? lock.empty : lock.only;
}

function fits(lock: Lockable, value: unknown): boolean {
  if (!('takes' in lock)) return JSON.stringify(value) === JSON.stringify(strictOf(lock));
  if (lock.takes === 'text') return isText(value);
  if (lock.takes === 'texts') return Array.isArray(value) && value.length <= 100 && value.every(isText);
  return lock.takes.some((one) => one === value);
}

/** What is to be written, in JSON. */
function takenBy(lock: Lockable): string {
  if (!('takes' in lock)) return JSON.stringify(strictOf(lock));
  if (lock.takes === 'text') return '"…"';
  if (lock.takes === 'texts') return '["…"]';
  return lock.takes.map((one) => JSON.stringify(one)).join(' | ');
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 500;
}
