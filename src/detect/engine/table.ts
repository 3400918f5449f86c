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
import { longestMatch } from './longest-match.ts';
import { beginOf, type CompiledFormat, compileFormat, tokenAt } from './tokens.ts';

/** What may stand behind a literal. */
type Behind =
  | { readonly is: 'format' | 'anchor'; readonly format: CompiledFormat }
  | { readonly is: 'structure'; readonly structure: Structure }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'preset'; readonly rule: SecretLintRuleCreator };

/** All that stands behind one literal. */
interface Group {
  readonly behinds: Behind[];
  /** How far after the literal any of them looks, in UTF-16 code units. */
  reach: number;
}

/**
 * How far structures look after their literals that people repeat; the others look at whole blocks and are asked anew
 * at every candidate.
 */
const REACH: Readonly<Record<string, number>> = {
  assignments: 1_200,
  'connection-string': 800,
  'credential-url': 2_400,
};
const REACH_OF_WORDS = 2_400;
/** Beyond this, comparing costs more than looking. */
const FARTHEST = 20_000;

function reachOf(behind: Behind): number {
  switch (behind.is) {
    case 'format':
    case 'anchor':
      return longestMatch(behind.format.format.shape) + 2;
    case 'structure':
      return REACH[behind.structure.id] ?? Infinity;
    case 'word':
      return REACH_OF_WORDS;
    case 'preset':
      return 0;
  }
}

const groups = new Map<string, Literal<Group>>();

function file(text: string, exact: boolean, behind: Behind): void {
  const key = exact ? `=${text}` : `~${text.toLowerCase()}`;
  const literal = groups.get(key) ?? { text, exact, value: { behinds: [], reach: 0 } };
  literal.value.behinds.push(behind);
  literal.value.reach = Math.max(literal.value.reach, reachOf(behind));
  groups.set(key, literal);
}

for (const row of TOKEN_FORMATS) {
  const behind: Behind = { is: row.anchors ? 'anchor' : 'format', format: compileFormat(row) };
  for (const text of row.anchors ?? row.starts ?? []) file(text, row.ignoreCase !== true, behind);
}
for (const word of NEAR_WORDS) file(word, false, { is: 'word', word });
for (const structure of [...STRUCTURES, ASSIGNMENTS]) {
  for (const text of structure.literals) file(text, false, { is: 'structure', structure });
}
for (const rule of PRESET_RULES) {
  for (const text of PRESET_LITERALS[rule.meta.id] ?? []) {
    file(text, /^[A-Z0-9]+$/.test(text), { is: 'preset', rule });
  }
}
const finder = createLiteralFinder([...groups.values()]);

const ALWAYS = PRESET_RULES.filter(({ meta }) => !(meta.id in PRESET_LITERALS));

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
    const guard = createRepetitionGuard<Group>(content, ({ reach }) => reach);
    finder.find(content, (at, group) => {
      if (group.reach <= FARTHEST && guard.isRepeated(group, at)) return;
      const before = hits.length;
      for (const behind of group.behinds) {
        if (behind.is === 'preset') seen.add(behind.rule);
        else hits.push(...hitsOf(content, at, behind));
      }
      if (hits.length === before) guard.missed(group, at);
    });
    for (const rule of seen) hits.push(...(await runPresetRule(rule, content)));
    return hits;
  },
};
