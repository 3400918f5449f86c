import type { SecretLintRuleCreator } from '@secretlint/types';
import { ASSIGNMENTS } from '../context/assignments.ts';
import { boundsOfNear, findNear, NEAR_WORDS } from '../context/find-near.ts';
import type { Detector, Hit } from '../detector.ts';
import { TOKEN_FORMATS } from '../formats/tokens.ts';
import { PERSONAL_STRUCTURES } from '../personal.ts';
import { boundsOfPreset, PRESET_LITERALS } from '../preset-literals.ts';
import { PRESET_RULES, runPresetRule } from '../preset-run.ts';
import { OWN_SCOPE } from '../rule.ts';
import { STRUCTURES } from '../structures/structures.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import { eachLiteral } from '../survey/literals.ts';
import type { Bounds } from '../survey/bounds.ts';
import type { Literal } from '../survey/literal-table.ts';
import { createSurveyor, type Part, type Survey } from '../survey/survey.ts';
import { isTokenItself } from './known-token.ts';
import { idleIn } from './rows.ts';
import { collectWindows, type Windows } from './windows.ts';
import { beginOf, type CompiledFormat, compileFormat, tokenAt } from './tokens.ts';

/** What may stand behind a literal. */
type Behind =
  | { readonly is: 'format' | 'anchor'; readonly format: CompiledFormat }
  | { readonly is: 'structure'; readonly structure: Structure; readonly rule: string }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'preset'; readonly rule: SecretLintRuleCreator };

const groups = new Map<string, Literal<Behind[]>>();

/** Files what stands behind a literal; what shares a literal is found by one look. */
function file(text: string, exact: boolean, behind: Behind, bounds: Bounds = {}): void {
  // The finder folds ASCII only: a word with a capital beyond it is a literal of its own.
  const small = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const key = `${JSON.stringify(bounds)}${exact ? `=${text}` : `~${small}`}`;
  const literal = groups.get(key) ?? { text, exact, bounds, value: [] };
  literal.value.push(behind);
  groups.set(key, literal);
}

for (const row of TOKEN_FORMATS) {
  const format = compileFormat(row);
  const behind: Behind = { is: row.anchors ? 'anchor' : 'format', format };
  const bounds = row.anchors === undefined && format.needsBoundary ? { begins: true } : {};
  for (const text of row.anchors ?? row.starts ?? []) file(text, row.ignoreCase !== true, behind, bounds);
}
for (const word of NEAR_WORDS) file(word, false, { is: 'word', word }, boundsOfNear(word));
for (const structure of [...STRUCTURES, ASSIGNMENTS, ...PERSONAL_STRUCTURES]) {
  const behind: Behind = { is: 'structure', structure, rule: OWN_SCOPE + structure.id };
  for (const text of structure.literals) file(text, false, behind, structure.bounds?.(text));
}
for (const rule of PRESET_RULES) {
  for (const text of PRESET_LITERALS[rule.meta.id] ?? []) {
    file(text, /^[A-Z0-9]+$/.test(text), { is: 'preset', rule }, boundsOfPreset(text));
  }
}
const literals = [...groups.values()];
/** Whether a rule of the preset looks at a literal; it does so in a row of them too. */
const OF_PRESET = literals.map(({ value }) => value.some(({ is }) => is === 'preset'));

/** Surveys a content for the table and all rules. */
export const surveyOf: (content: string, part?: Part) => Survey = createSurveyor(literals);

const ALWAYS = PRESET_RULES.filter(({ meta }) => !(meta.id in PRESET_LITERALS));

const OF_TABLE = `${OWN_SCOPE}secrets`;

/** Adds what stands behind a literal at a place. */
function addHits(hits: Hit[], content: string, at: number, behind: Exclude<Behind, { is: 'preset' }>): void {
  if (behind.is === 'word') addAll(hits, findNear(content, at, behind.word), OF_TABLE);
  else if (behind.is === 'structure')
    addAll(hits, behind.structure.findAt(content, at, undefined, isTokenItself), behind.rule);
  else {
    const begin = behind.is === 'anchor' ? beginOf(content, at, behind.format) : at;
    const hit = begin === undefined ? undefined : tokenAt(content, begin, behind.format);
    if (hit) hits.push({ rule: OF_TABLE, ...hit });
  }
}

function addAll(hits: Hit[], found: readonly StructureHit[], rule: string): void {
  // Nearly all places come to nothing.
  for (const { kind, start, end, evidence } of found) hits.push({ rule, kind, start, end, evidence });
}

/** What a rule of the preset may look at around one of its literals. */
const BEFORE = 256;
const AFTER = 4_096;
/** The longest of what they look for, and what stands behind most places: user, password and host of a URL. */
const AFTER_ONE: Readonly<Record<string, number>> = {
  '@secretlint/secretlint-rule-privatekey': 12_000,
  '@secretlint/secretlint-rule-basicauth': 1_024,
};

function windowsOf(seen: Map<SecretLintRuleCreator, Windows>, rule: SecretLintRuleCreator): Windows {
  const windows = seen.get(rule) ?? collectWindows(BEFORE, AFTER_ONE[rule.meta.id] ?? AFTER);
  seen.set(rule, windows);
  return windows;
}

/**
 * The table of formats, the structures and the preset, behind one pass over the text for all their literals. Then
 * bounded patterns at the candidates only; a rule of the preset runs where one of its literals was seen.
 */
export const tableDetector: Detector = {
  id: `${OWN_SCOPE}secrets`,
  async find(content, survey = surveyOf(content)) {
    const hits: Hit[] = [];
    const seen = new Map<SecretLintRuleCreator, Windows>();
    const idle = idleIn(content, survey.literals, literals.length);
    const onHit = (at: number, behinds: readonly Behind[], literal: number): void => {
      const isIdle = OF_PRESET[literal] === true && idle.isIdle(literal, at);
      const before = hits.length;
      for (const behind of behinds) {
        if (behind.is === 'preset') windowsOf(seen, behind.rule).add(at);
        else if (!isIdle) addHits(hits, content, at, behind);
      }
      if (hits.length > before) idle.found(literal, at);
    };
    const isIdle = (literal: number, at: number): boolean =>
      OF_PRESET[literal] !== true && idle.isIdle(literal, at);
    eachLiteral(content, literals, survey.literals, onHit, isIdle);
    for (const rule of ALWAYS) hits.push(...(await runPresetRule(rule, content, 0, content.length)));
    for (const [rule, { ranges }] of seen) {
      for (const { from, to } of ranges) hits.push(...(await runPresetRule(rule, content, from, to)));
    }
    return hits;
  },
};
