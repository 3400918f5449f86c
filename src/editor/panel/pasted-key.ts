import type { KeyOfferView } from '../../protocol/review.ts';
import type { Translate } from '../../sentences/translate.ts';
import { isUsableKey } from '../../wire/api-key.ts';
import { providerOfKey } from '../../wire/key-kinds.ts';
import { type Preset, presetOf } from '../../wire/presets.ts';
import { type PendingReview, typedPart, valueOf } from './pending.ts';

/** A value in a text under review that looks like an API key of somebody prompts can be sent to. */
export interface PastedKey {
  readonly preset: Preset;
  readonly value: string;
  /** The first place it stands at, among the findings of the text. */
  readonly found: number;
}

/** The API keys in the text that was typed, each once; those the user passed over are left out. */
export function pastedKeys(pending: PendingReview, passedOver: ReadonlySet<string>): readonly PastedKey[] {
  const keys = new Map<string, PastedKey>();
  const typed = typedPart(pending);
  for (const [found, own] of pending.own.entries()) {
    if (own.part !== typed) continue;
    const { finding } = own;
    const preset = presetOf(providerOfKey(finding.kind) ?? '');
    const value = valueOf(pending, own);
    if (preset === undefined || passedOver.has(value) || keys.has(value)) continue;
    // What is disguised, or holds more than the key, would not be kept as it is.
    if (finding.through !== undefined || !isUsableKey(value)) continue;
    keys.set(value, { preset, value, found });
  }
  return [...keys.values()];
}

/** The text under review without a value, wherever it was found; the rest of it stays as it was typed. */
export function textWithout(pending: PendingReview, value: string): string {
  let text = '';
  let from = 0;
  const typed = typedPart(pending);
  for (const own of pending.own) {
    if (own.part !== typed || valueOf(pending, own) !== value) continue;
    const { finding } = own;
    text += pending.text.slice(from, finding.start);
    from = finding.end;
  }
  return text + pending.text.slice(from);
}

/** What is offered of each, in words; the value itself is not among them. */
export function keyOffersOf(
  pending: PendingReview,
  passedOver: ReadonlySet<string>,
  t: Translate,
): KeyOfferView[] {
  return pastedKeys(pending, passedOver).map(({ preset, found }) => ({
    found,
    text: t(
      'This looks like your API key for {0}. It can be kept in the secret storage of the editor, where prompts to {0} take it from.',
      preset.name,
    ),
  }));
}
