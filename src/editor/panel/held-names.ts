import { NameIndex } from '../../redact/names.ts';
import type { StandIn } from '../../redact/vault.ts';

/** The names of stand-ins that stand free in any of the texts, each once. */
export function heldNames(texts: readonly string[], standIns: readonly StandIn[]): string[] {
  const names = new NameIndex<string>();
  for (const { name } of standIns) names.add(name, name);
  return [...new Set(texts.flatMap((text) => Array.from(names.matches(text), ({ item }) => item)))];
}
