import type { FilePart } from '../decide/files.ts';
import type { Finding, Scan } from '../detect/finding.ts';
import { originOf } from '../redact/origin.ts';
import type { Redacted } from '../redact/redact.ts';
import type { Vault } from '../redact/vault.ts';
import { findInPieces } from './find-in-pieces.ts';
import { knownInPacked } from './known-in-packed.ts';
import {
  type FoundInFile,
  fromFiles,
  type Left,
  type RedactedMessages,
  redactMessages,
  type Review,
  type Way,
} from './review.ts';

const NOTHING: readonly FoundInFile[] = [];

/** How often what came out of a redaction is looked at again. */
const ROUNDS = 4;

/**
 * Redacts, looks at what came out, and redacts again what only then is to be seen: a stand-in may complete something
 * with the text around it. What is left after a few rounds is for the gate to refuse.
 *
 * @throws ScanFailure when a text could not be looked at in full.
 */
export async function redactUntilClean(
  reviewed: Review,
  way: Way,
  vault: Vault,
  scan: Scan,
  left?: Left,
): Promise<RedactedMessages> {
  let { findings } = reviewed;
  let result = redactMessages(reviewed, way, vault, left);
  for (let round = 0; round < ROUNDS; round++) {
    const { redacted, letThrough } = result;
    const texts = redacted.map(({ text }) => text);
    const found = await findInPieces(scan, reviewed.messages, texts);
    const packed = await knownInPacked(texts, vault, letThrough);
    const fresh = redacted.map((text, i) => {
      const all = inOrder(found[i] ?? [], packed[i] ?? []);
      if (all.length === 0) return NOTHING;
      const unforeseen = all.filter(
        (finding) =>
          !letThrough.has(text.text.slice(finding.start, finding.end)) &&
          !vault.isStandIn(text.text, finding),
      );
      return inOriginal(unforeseen, text, reviewed.messages[i]?.files);
    });
    if (fresh.every((list) => list.length === 0)) break;
    for (const [i, { replacements }] of redacted.entries()) giveUpPieces(replacements, fresh[i] ?? [], vault);
    findings = findings.map((list, i) => [...list, ...(fresh[i] ?? [])]);
    result = redactMessages({ ...reviewed, findings }, way, vault, left);
  }
  return result;
}

/** What was found in two ways, in order of place. */
function inOrder(found: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  return more.length === 0 ? found : [...found, ...more].toSorted((a, b) => a.start - b.start);
}

/**
 * Findings of a redacted text as places of the original and its files. What is inside of them, and what is declared of
 * them, is not the original's.
 */
function inOriginal(
  findings: readonly Finding[],
  redacted: Redacted,
  files: readonly FilePart[] = [],
): FoundInFile[] {
  const there = findings.map((finding): Finding => {
    const { inside: _, declaredBy: __, ...whole } = finding;
    return { ...whole, ...originOf(redacted, finding) };
  });
  return fromFiles(there, files);
}

/** An encoded piece in which, or over which, something was found that its stand-ins are not, is replaced as a whole. */
function giveUpPieces(
  replacements: Redacted['replacements'],
  findings: readonly Finding[],
  vault: Vault,
): void {
  // Both are in order, so each is passed once.
  let next = 0;
  for (const finding of findings) {
    while ((replacements[next]?.end ?? Infinity) <= finding.start) next += 1;
    for (let at = next; (replacements[at]?.start ?? Infinity) < finding.end; at++) {
      const { standIn } = replacements[at] ?? {};
      if (standIn) vault.giveUpPiece(standIn);
    }
  }
}
