import { rules as presetRules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleCreator, SecretLintSourceCode } from '@secretlint/types';
import { CHECKS } from './checks/checks.ts';
import type { Hit } from './detector.ts';
import { PRESET } from './preset.ts';
import { lengthInLine } from './structures/escaped-line.ts';
import { matchAt } from './structures/reading.ts';

/**
 * Rules of the preset that rows of the table stand in for: they take hundreds of times an ordinary text's time on
 * hostile ones, and the table's cases cover all they find.
 */
const REPLACED: ReadonlySet<string> = new Set([
  '@secretlint/secretlint-rule-aws',
  '@secretlint/secretlint-rule-github',
]);

/**
 * The preset's rules as a flat list. Only scanners are taken: the preset also holds a filter by which a line of the
 * text itself (`secretlint-disable`) would switch the scan off.
 */
export const PRESET_RULES: readonly SecretLintRuleCreator[] = presetRules.filter(
  ({ meta }) =>
    meta.type === 'scanner' &&
    meta.id !== '@secretlint/secretlint-rule-filter-comments' &&
    !REPLACED.has(meta.id),
);

/**
 * Runs one rule of the preset over content[from, to). Offsets of its hits are those of the whole content, which a hit
 * may reach further into than the rule looked.
 *
 * secretlint's core would run it as well, but it compares every message with every other, keeps a profile and
 * builds messages that quote the secret.
 */
export async function runPresetRule(
  rule: SecretLintRuleCreator,
  content: string,
  from: number,
  to: number,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  /** Ends of matches that ran past their secret: they may have run over another one. */
  const overruns: { readonly from: number; readonly to: number }[] = [];
  const handler = rule.create(
    {
      sharedOptions: {},
      createTranslator: () => (messageId) => ({ message: '', messageId: String(messageId), data: undefined }),
      report({ message, range: [start, end] }) {
        const hit = toHit(rule.meta.id, message.messageId, [start + from, end + from], content);
        if (hit === undefined) return;
        hits.push(hit);
        if (hit.end < end + from && hit.end > start + from) overruns.push({ from: hit.end, to: end + from });
      },
      ignore: () => undefined,
    },
    {},
  );
  await handler.file?.(sourceOf(content.slice(from, to)));
  for (const overrun of overruns)
    hits.push(...(await runPresetRule(rule, content, overrun.from, overrun.to)));
  return hits;
}

function toHit(
  rule: string,
  messageId: string,
  range: readonly [number, number],
  content: string,
): Hit | undefined {
  const row = PRESET[`${rule}/${messageId}`];
  const [start, end] = extend(range, row?.extent, content);
  const verdict = row?.check ? CHECKS[row.check](content.slice(start, end)) : 'unknown';
  if (verdict === 'refuted') return undefined;
  const evidence = verdict === 'verified' ? 'check' : (row?.evidence ?? 'shape');
  return { rule, kind: row?.kind ?? 'credential', start, end, evidence };
}

/** The range that a row's pattern has, or the preset's; in a string it ends where its line does. */
function extend(
  [from, to]: readonly [number, number],
  extent: RegExp | undefined,
  content: string,
): readonly [number, number] {
  const match = extent && matchAt(extent, content, from);
  if (!match) return [from, to];
  const secret = match.indices?.groups?.['secret'];
  // A row with a group knows where the secret begins; the others only make the preset's range longer.
  const start = secret?.[0] ?? from;
  const end = Math.max(start + 1, secret?.[1] ?? from + match[0].length);
  const inLine = start + lengthInLine(content, start, content.slice(start, end));
  // What closes a sentence closes it before the end of a line as well.
  return inLine > start && inLine < end ? extend([from, to], extent, content.slice(0, inLine)) : [start, end];
}

/** A source as the rules want it: a text without a file. */
function sourceOf(content: string): SecretLintSourceCode {
  const nowhere = { line: 1, column: 0 };
  return {
    content,
    hasBOM: false,
    filePath: 'prompt.txt',
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '.txt',
    getFilePath: () => 'prompt.txt',
    getPhysicalFilePath: () => undefined,
    // Places by line are nobody's business here.
    locationToRange: () => [0, 0],
    rangeToLocation: () => ({ start: nowhere, end: nowhere }),
    positionToIndex: () => 0,
    indexToPosition: () => nowhere,
  };
}
