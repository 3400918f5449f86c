import * as v from 'valibot';
import type { Account, Destination } from './destination.ts';

const Name = v.pipe(v.string(), v.regex(/^[!-~](?:[ -~]{0,78}[!-~])?$/));

/** What the user stated of an account of theirs. */
export const AccountFacts = v.strictObject({
  plan: v.optional(Name),
  region: v.optional(Name),
  /** Switches of the account by the catalogue's names. */
  settings: v.optional(v.record(Name, Name)),
  /** Catalogue ids of those whom an agreement of the account's own covers. */
  agreements: v.optional(v.pipe(v.array(Name), v.maxLength(100))),
  /** Questions that were answered with "I don't know": `plan`, `region`, or `setting:` and its name. */
  unknown: v.optional(v.pipe(v.array(Name), v.maxLength(100))),
});
export type AccountFacts = v.InferOutput<typeof AccountFacts>;

/** By catalogue id, or `custom/name` for a destination of the user's own: an account belongs to a key. */
export const Accounts = v.record(
  v.pipe(v.string(), v.regex(/^(?:[a-z][a-z0-9-]{0,59}|custom\/[A-Za-z0-9][A-Za-z0-9 ._-]{0,39})$/)),
  AccountFacts,
);
export type Accounts = v.InferOutput<typeof Accounts>;

/** A thing about an account that can be asked and stated; `name` only for a setting. */
export interface AccountField {
  readonly field: 'plan' | 'region' | 'setting';
  readonly name: string | null;
}

/** The name an account goes by in the settings. */
export function accountKey({ provider }: Destination): string {
  return provider.replace(/^custom:/, 'custom/');
}

/** The word for a field in the list of what is not known. */
export function fieldKey({ field, name }: AccountField): string {
  return field === 'setting' ? `setting:${name ?? ''}` : field;
}

/** What is known of a destination's account with what the user stated of it; the destination's own word goes first. */
export function withStated(account: Account, stated: AccountFacts | undefined): Account {
  if (stated === undefined) return account;
  const { plan = stated.plan, region = stated.region, agreements = stated.agreements } = account;
  return {
    ...account,
    settings: { ...stated.settings, ...account.settings },
    ...(plan !== undefined && { plan }),
    ...(region !== undefined && { region }),
    ...(agreements !== undefined && { agreements }),
  };
}

/** What was stated, with one more answer; null for "I don't know". */
export function withAnswer(
  stated: AccountFacts,
  { field, name }: AccountField,
  value: string | null,
): AccountFacts {
  const key = fieldKey({ field, name });
  const { [field === 'setting' ? 'settings' : field]: _, ...rest } = stated;
  const { [name ?? '']: __, ...others } = stated.settings ?? {};
  const unknown = (stated.unknown ?? []).filter((one) => one !== key);
  const settings = value === null || name === null ? others : { ...others, [name]: value };
  return withoutEmpty({
    ...rest,
    ...(field !== 'setting' && value !== null && { [field]: value }),
    ...(field === 'setting' && { settings }),
    unknown: value === null ? [...unknown, key] : unknown,
  });
}

function withoutEmpty({ settings = {}, unknown = [], ...rest }: AccountFacts): AccountFacts {
  return {
    ...rest,
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(unknown.length > 0 && { unknown }),
  };
}
