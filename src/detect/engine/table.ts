import type { SecretLintRuleCreator } from '@secretlint/types';
import { findNear } from '../context/find-near.ts';
import type { Detector, Hit } from '../detector.ts';
import { PRESET_LITERALS } from '../preset-literals.ts';
import { PRESET_RULES, runPresetRule } from '../preset-run.ts';
import { OWN_SCOPE } from '../rule.ts';
import type { StructureHit } from '../structures/structure.ts';
import { eachLiteral } from '../survey/literals.ts';
import { type Behind, haveBehind, LITERALS, type SecretBehind, surveyOf } from './behind.ts';
import { isTokenItself } from './known-token.ts';
import { idleIn } from './rows.ts';
import { beginOf, tokenAt } from './tokens.ts';
import { collectWindows, type Windows } from './windows.ts';

const ARE_OURS = haveBehind(({ secrets, preset }) => secrets.length + preset.length > 0);
/** Whether a rule of the preset looks at a literal; it does so in a row of them too. */
const ARE_OF_PRESET = haveBehind(({ preset }) => preset.length > 0);

const ALWAYS = PRESET_RULES.filter(({ meta }) => !(meta.id in PRESET_LITERALS));

const OF_TABLE = `${OWN_SCOPE}secrets`;

/** Adds what stands behind a literal at a place. */
function addHits(hits: Hit[], content: string, at: number, behind: SecretBehind): void {
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
    const places = survey.literals.wanted(ARE_OURS);
    const idle = idleIn(content, places, LITERALS.length);
    const onHit = (at: number, { secrets, preset }: Behind, literal: number): void => {
      for (const rule of preset) windowsOf(seen, rule).add(at);
      if (ARE_OF_PRESET[literal] === 1 && idle.isIdle(literal, at)) return;
      const before = hits.length;
      for (const behind of secrets) addHits(hits, content, at, behind);
      if (hits.length > before) idle.found(literal, at);
    };
    const isIdle = (literal: number, at: number): boolean =>
      ARE_OF_PRESET[literal] !== 1 && idle.isIdle(literal, at);
    eachLiteral(content, LITERALS, places, onHit, isIdle);
    for (const rule of ALWAYS) hits.push(...(await runPresetRule(rule, content, 0, content.length)));
    for (const [rule, { ranges }] of seen) {
      for (const { from, to } of ranges) hits.push(...(await runPresetRule(rule, content, from, to)));
    }
    return hits;
  },
};
