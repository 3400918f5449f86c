import { originOf } from '../redact/origin.ts';
import { type Redacted, redactTexts, type TextToRedact } from '../redact/redact.ts';
import type { Vault } from '../redact/vault.ts';
import { knownInPacked } from './known-in-packed.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Redacts texts, and as a whole what is packed in them with a value that is known by then. */
export async function redactPacked(
  texts: readonly TextToRedact[],
  vault: Vault,
): Promise<readonly Redacted[]> {
  const once = redactTexts(texts, vault);
  const packed = await knownInPacked(
    once.map(({ text }) => text),
    vault,
    NOTHING,
  );
  const places = once.map((redacted, i) =>
    (packed[i] ?? []).map((finding) => ({ ...finding, ...originOf(redacted, finding) })),
  );
  if (places.every((found) => found.length === 0)) return once;
  return redactTexts(
    texts.map((text, i) => ({ ...text, findings: [...(text.findings ?? []), ...(places[i] ?? [])] })),
    vault,
  );
}
