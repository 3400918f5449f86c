import type { SecretLintRuleCreator } from '@secretlint/types';
import { ASSIGNMENTS } from '../context/assignments.ts';
import { boundsOfNear, NEAR_WORDS } from '../context/find-near.ts';
import { TOKEN_FORMATS } from '../formats/tokens.ts';
import { PERSONAL_STRUCTURES } from '../personal.ts';
import { boundsOfPreset, PRESET_LITERALS } from '../preset-literals.ts';
import { PRESET_RULES } from '../preset-run.ts';
import { OWN_SCOPE } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { STRUCTURES } from '../structures/structures.ts';
import type { Bounds } from '../survey/bounds.ts';
import type { Literal } from '../survey/literal-table.ts';
import { createSurveyor, type Part, type Survey } from '../survey/survey.ts';
import { type CompiledFormat, compileFormat } from './tokens.ts';

/** A structure that may stand behind a literal, and the rule it is found by. */
export interface StructureBehind {
  readonly is: 'structure';
  readonly structure: Structure;
  readonly rule: string;
}

/** What else may. */
export type SecretBehind =
  | StructureBehind
  | { readonly is: 'format' | 'anchor'; readonly format: CompiledFormat }
  | { readonly is: 'word'; readonly word: string };

/** All that may stand behind a literal; what shares one is found by one look. */
export interface Behind {
  readonly secrets: SecretBehind[];
  /** Rules of the preset that look at it. */
  readonly preset: SecretLintRuleCreator[];
  /** What is no secret. */
  readonly personal: StructureBehind[];
}

const groups = new Map<string, Literal<Behind>>();

/** What is filed behind a literal. */
function behind(text: string, exact: boolean, bounds: Bounds = {}): Behind {
  // The finder folds ASCII only: a word with a capital beyond it is a literal of its own.
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const key = `${JSON.stringify(bounds)}${exact ? `=${text}` : `~${small}`}`;
  const literal = groups.get(key) ?? {
    text,
    exact,
    bounds,
    value: { secrets: [], preset: [], personal: [] },
  };
  groups.set(key, literal);
  return literal.value;
}

for (const row of TOKEN_FORMATS) {
  const format = compileFormat(row);
  const bounds = row.anchors === undefined && format.needsBoundary ? { begins: true } : {};
  for (const text of row.anchors ?? row.starts ?? [])
    behind(text, row.ignoreCase !== true, bounds).secrets.push({
      is: row.anchors ? 'anchor' : 'format',
      format,
    });
}
for (const word of NEAR_WORDS) behind(word, false, boundsOfNear(word)).secrets.push({ is: 'word', word });

function file(structure: Structure, part: 'secrets' | 'personal'): void {
  for (const text of structure.literals)
    behind(text, false, structure.bounds?.(text))[part].push({
      is: 'structure',
      structure,
      rule: OWN_SCOPE + structure.id,
    });
}
for (const structure of [...STRUCTURES, ASSIGNMENTS]) file(structure, 'secrets');
for (const structure of PERSONAL_STRUCTURES) file(structure, 'personal');
for (const rule of PRESET_RULES)
  for (const text of PRESET_LITERALS[rule.meta.id] ?? [])
    behind(text, /^[A-Z0-9]+$/.test(text), boundsOfPreset(text)).preset.push(rule);

/** The literals that a survey looks for, by their number there, and what may stand behind each. */
export const LITERALS: readonly Literal<Behind>[] = [...groups.values()];

/** By a literal's number 1 where something of a sort may stand behind it, and 0 where not. */
export function haveBehind(is: (behind: Behind) => boolean): Uint8Array {
  return Uint8Array.from(LITERALS, ({ value }) => (is(value) ? 1 : 0));
}

/** Surveys a content for what stands behind literals, and for all rules. */
export const surveyOf: (content: string, part?: Part) => Survey = createSurveyor(LITERALS);
