import * as v from 'valibot';
import { CustomPatterns } from './custom.ts';
import { isKind } from './kinds.ts';
import { OwnDomains } from './network/own-hosts.ts';
import { OwnTerms } from './own/own-terms.ts';

/** A kind switched off, or with another severity. */
export const KindSetting = v.picklist(['off', 'low', 'medium', 'high', 'critical']);

/** Settings of kinds, by their id. */
export const KindSettings = v.record(
  v.pipe(v.string(), v.check(isKind, 'is no kind of finding')),
  KindSetting,
);
export type KindSettings = v.InferOutput<typeof KindSettings>;

/** What a scanner is told besides the rules there are. It is handed to a thread, so it is plain data. */
export const ScanSettings = v.object({
  /** Patterns of the user's own that find secrets, and those that find what is internal. */
  secretPatterns: v.optional(CustomPatterns, []),
  internalPatterns: v.optional(CustomPatterns, []),
  terms: v.optional(OwnTerms, []),
  /** Domains the user calls their own. */
  domains: v.optional(OwnDomains, []),
  kinds: v.optional(KindSettings, {}),
  known: v.optional(v.array(v.object({ value: v.string(), key: v.string(), file: v.string() })), []),
});
export type ScanSettings = v.InferInput<typeof ScanSettings>;
