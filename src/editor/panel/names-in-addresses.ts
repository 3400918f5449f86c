import { linkedAddresses } from '../../markdown/linked-addresses.ts';
import { NameIndex } from '../../redact/names.ts';
import type { StandIn } from '../../redact/vault.ts';

/**
 * The names of the stand-ins whose values would stand in an address that a viewer of an answer could open, or load from,
 * each once. A name may have blanks in it, which end an address, and its value none: so each is looked for as one word.
 */
export function namesInAddresses(wire: string, standIns: readonly StandIn[]): string[] {
  const index = new NameIndex<string>();
  for (const { name } of standIns) index.add(name, name);
  // A word that stands nowhere else, of letters and digits, which nothing encodes.
  const word = `w${crypto.randomUUID().replaceAll('-', '')}`;
  const held: string[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, item } of index.matches(wire)) {
    text += `${wire.slice(from, start)}${word}n${held.push(item)}z`;
    from = end;
  }
  if (held.length === 0) return [];
  const addresses = linkedAddresses(text + wire.slice(from)).join('\n');
  const found = Array.from(addresses.matchAll(new RegExp(`${word}n(\\d+)z`, 'gi')), ([, number]) =>
    Number(number),
  );
  return [...new Set(found.flatMap((number) => held[number - 1] ?? []))];
}
