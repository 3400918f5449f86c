import type { SecretLintRuleCreator } from '@secretlint/types';
import { ASSIGNMENTS } from '../context/assignments.ts';
import { findNear, NEAR_WORDS } from '../context/find-near.ts';
import type { Detector, Hit } from '../detector.ts';
import { TOKEN_FORMATS } from '../formats/tokens.ts';
import { PRESET_LITERALS } from '../preset-literals.ts';
import { PRESET_RULES, runPresetRule } from '../preset-run.ts';
import { OWN_SCOPE } from '../rule.ts';
import { STRUCTURES } from '../structures/structures.ts';
import type { Structure } from '../structures/structure.ts';
import { createRepetitionGuard } from './repetition.ts';
import { createLiteralFinder, type Literal } from './literals.ts';
import { beginOf, type CompiledFormat, compileFormat, tokenAt } from './tokens.ts';

/** What stands behind a literal. */
type Behind =
  | { readonly is: 'format' | 'anchor'; readonly format: CompiledFormat }
  | { readonly is: 'structure'; readonly structure: Structure }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'preset'; readonly rule: SecretLintRuleCreator };

const BEHIND_STRUCTURES = new Map<string, Behind>(
  [...STRUCTURES, ASSIGNMENTS].map((structure) => [structure.id, { is: 'structure', structure }]),
);

const finder = createLiteralFinder<Behind>([
  ...TOKEN_FORMATS.flatMap((row): Literal<Behind>[] => {
    const behind = { is: row.anchors ? 'anchor' : 'format', format: compileFormat(row) } as const;
    const literals = row.anchors ?? row.starts ?? [];
    return literals.map((text) => ({ text, exact: row.ignoreCase !== true, value: behind }));
  }),
  ...NEAR_WORDS.map((text) => ({ text, exact: false, value: { is: 'word', word: text } as const })),
  ...[...BEHIND_STRUCTURES.values()].flatMap((value) =>
    value.is === 'structure' ? value.structure.literals.map((text) => ({ text, exact: false, value })) : [],
  ),
  ...PRESET_RULES.flatMap((rule) =>
    (PRESET_LITERALS[rule.meta.id] ?? []).map((text) => ({
      text,
      exact: /^[A-Z0-9]+$/.test(text),
      value: { is: 'preset', rule } as const,
    })),
  ),
]);

const ALWAYS = PRESET_RULES.filter(({ meta }) => !(meta.id in PRESET_LITERALS));

/** How far after their candidates those look whose candidates may repeat, in UTF-16 code units. */
const REACH = new Map<object, number>(
  [...BEHIND_STRUCTURES].flatMap(([id, behind]) => {
    const reach = { assignments: 700, 'connection-string': 800, 'credential-url': 2_400 }[id];
    return reach === undefined ? [] : [[behind, reach]];
  }),
);
/** A value known by the word beside it. */
const REACH_OF_WORDS = 2_400;

function reachOf(behind: object): number {
  return REACH.get(behind) ?? REACH_OF_WORDS;
}

function hitsOf(content: string, at: number, behind: Exclude<Behind, { is: 'preset' }>): readonly Hit[] {
  const rule = `${OWN_SCOPE}secrets`;
  if (behind.is === 'word') return findNear(content, at, behind.word).map((hit) => ({ ...hit, rule }));
  if (behind.is === 'structure') {
    const { structure } = behind;
    return structure.findAt(content, at).map((hit) => ({ ...hit, rule: OWN_SCOPE + structure.id }));
  }
  const begin = behind.is === 'anchor' ? beginOf(content, at, behind.format) : at;
  const hit = begin === undefined ? undefined : tokenAt(content, begin, behind.format);
  return hit ? [{ ...hit, rule }] : [];
}

/**
 * The table of formats, the structures and the preset, behind one pass over the text for all their literals. Then
 * bounded patterns at the candidates only; a rule of the preset runs where one of its literals was seen.
 */
export const tableDetector: Detector = {
  id: `${OWN_SCOPE}secrets`,
  async find(content) {
    const hits: Hit[] = [];
    const seen = new Set<SecretLintRuleCreator>(ALWAYS);
    const guard = createRepetitionGuard<object>(content, reachOf);
    finder.find(content, (at, behind) => {
      if (behind.is === 'preset') {
        seen.add(behind.rule);
        return;
      }
      const repeatable = REACH.has(behind) || behind.is === 'word';
      if (repeatable && guard.isRepeated(behind, at)) return;
      const found = hitsOf(content, at, behind);
      if (found.length > 0) hits.push(...found);
      else if (repeatable) guard.missed(behind, at);
    });
    for (const rule of seen) hits.push(...(await runPresetRule(rule, content)));
    return hits;
  },
};
