import * as v from 'valibot';
import * as vscode from 'vscode';
import type { OwnSetting } from '../decide/team/tighten.ts';
import type { Translate } from '../sentences/translate.ts';
import { SETTINGS } from './ids.ts';

/** A setting that cannot be used; the message is for people. */
export class Unreadable extends Error {}

/** Settings that an organisation has locked, by their whole names. */
export type Locked = ReadonlyMap<string, unknown>;

export const NOTHING_LOCKED: Locked = new Map();

/**
 * One setting, parsed.
 * @throws Unreadable naming the setting and the place in it.
 */
export type ReadSetting = <S extends v.GenericSchema>(key: string, schema: S) => v.InferOutput<S>;

/** Reads what the user set for the application, or what is locked instead. */
export function settingReader(locked: Locked, t: Translate): ReadSetting {
  return (key, schema) => {
    const name = `${SETTINGS.section}.${key}`;
    const parsed = v.safeParse(schema, locked.has(name) ? locked.get(name) : stated(key).value);
    if (parsed.success) return parsed.output;
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
    throw new Unreadable(t('{0}.{1} cannot be read{2}.', SETTINGS.section, key, where ? ` (${where})` : ''));
  };
}

/** Fields of policy files are explained by themselves. */
const EXPLAINED_BY_FIELD: ReadonlySet<string> = new Set([SETTINGS.requirements, SETTINGS.kinds]);

/** All settings that are not fields of policy files as well, as they are explained. */
export function ownSettings(): readonly OwnSetting[] {
  const { section, ...keys } = SETTINGS;
  return Object.values(keys)
    .filter((key) => !EXPLAINED_BY_FIELD.has(key))
    .map((key) => ({ name: `${section}.${key}`, ...stated(key) }));
}

/**
 * Writes one of the extension's settings for the user, where no workspace reaches. A window onto another machine puts it
 * into that machine's settings if they say something of the same, and there it counts for nothing: what they said is then taken
 * out, and it is written once more.
 *
 * @param value undefined for back to the default.
 * @throws Error where it could not be written.
 */
export async function writeSetting(key: string, value: unknown): Promise<void> {
  const write = (written: unknown): Thenable<void> =>
    vscode.workspace
      .getConfiguration(SETTINGS.section)
      .update(key, written, vscode.ConfigurationTarget.Global);
  const isTaken = (): boolean => {
    const inspected = vscode.workspace.getConfiguration(SETTINGS.section).inspect(key);
    return JSON.stringify(inspected?.globalValue) === JSON.stringify(value);
  };
  await write(value);
  if (vscode.env.remoteName === undefined || isTaken()) return;
  await write(undefined);
  await write(value);
  if (!isTaken()) throw new Error('the setting was not taken');
}

function stated(key: string): { readonly value: unknown; readonly isDefault: boolean } {
  const inspected = vscode.workspace.getConfiguration(SETTINGS.section).inspect(key);
  const isDefault = inspected?.globalValue === undefined;
  return { value: isDefault ? inspected?.defaultValue : inspected.globalValue, isDefault };
}
