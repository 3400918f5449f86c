import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import type { KnownText } from '../redact/known-texts.ts';
import type { Vault } from '../redact/vault.ts';

/**
 * The packed pieces of a text in which a value of the vault stands: what a scan finds in them is another matter, and a
 * value that was known by its label alone it does not find there. In order of place.
 *
 * @param other values that go as they are.
 */
export async function knownInPacked(
  known: KnownText,
  vault: Vault,
  other: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const packed = known.packed ?? (await known.unpack());
  return packed.flatMap(({ start, end, text }): Finding[] => {
    if (!vault.isIn(text, other)) return [];
    const { plain, encoded } = vault.valuesIn(text);
    const value = [...plain, ...encoded].find((one) => !other.has(one));
    const kind = (value === undefined ? undefined : vault.holding(value)?.kind) ?? 'opaque-content';
    const { class: className, severity } = kindOf(kind);
    const what = { rule: RULE, class: className, kind, severity } as const;
    return [{ ...what, start, end, evidence: 'known', through: ['base64', 'gzip'] }];
  });
}

const RULE = '@prompt-airlock/known-in-packed';
