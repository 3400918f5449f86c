import type { Finding } from '../detect/finding.ts';
import type { PackedText } from '../detect/layers/packed-texts.ts';
import { again } from '../redact/occurrences.ts';
import type { Vault } from '../redact/vault.ts';

const NOTHING: readonly Finding[] = [];

/**
 * The packed pieces of texts, a list each, in which a value of the vault stands: what a scan finds in them is another
 * matter, and a value that was known by its label alone it does not find there. In order of place.
 *
 * @param other values, and whole pieces, that go as they are.
 */
export async function knownInPacked(
  texts: readonly string[],
  vault: Vault,
  other: ReadonlySet<string>,
): Promise<readonly (readonly Finding[])[]> {
  const lists: (readonly Finding[])[] = [];
  for (const text of texts) {
    const known = vault.known(text);
    // In a long conversation nearly all are known, and hold nothing: waiting for each would take longer than to see it.
    const packed = known.packed ?? (await known.unpack());
    const held = packed.filter(({ start, end }) => !other.has(text.slice(start, end)));
    lists.push(held.length === 0 ? NOTHING : held.flatMap((one) => foundIn(one, vault, other)));
  }
  return lists;
}

function foundIn(
  { start, end, layers, text }: PackedText,
  vault: Vault,
  other: ReadonlySet<string>,
): Finding[] {
  if (!vault.isIn(text, other)) return [];
  const { plain, encoded } = vault.valuesIn(text);
  const value = [...plain, ...encoded].find((one) => !other.has(one));
  const kind = (value === undefined ? undefined : vault.holding(value)?.kind) ?? 'opaque-content';
  return [{ ...again(kind, start, end), through: layers }];
}
