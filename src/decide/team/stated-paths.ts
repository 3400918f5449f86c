import type { Span } from '../../policy/json-places.ts';
import type { JsonList, JsonNode } from '../../policy/tolerant-json.ts';
import { parseGlob } from '../paths/glob.ts';
import { type PathEffect, type PathFault, type PathRule, readPathRules } from '../paths/path-rule.ts';
import type { Reading } from './fault.ts';
import type { Tell } from './stated-lists.ts';
import { takesBack } from './takes-back.ts';

/** A rule about paths, and where it stands. */
export interface StatedPathRule extends PathRule {
  readonly at: Span;
}

const DENY: PathEffect = { does: 'deny' };

/**
 * The rules of a file. One that cannot be read denies: the files it is about, or all where that is not known; those
 * then stand last, so that no other rule takes them back. An exception that cannot be read takes nothing back.
 */
export function readPaths(node: JsonNode, tell: Tell): readonly StatedPathRule[] {
  const { rules, faults } = readPathRules(node.value);
  const stated: StatedPathRule[] = [];
  const last: StatedPathRule[] = [];
  const repeating = new Set(itemsOf(node).flatMap((item, i) => (repeats(item) ? [i] : [])));
  for (const rule of rules) {
    const at = itemsOf(node)[rule.index]?.at ?? node.at;
    if (!repeating.has(rule.index)) stated.push({ ...rule, at });
  }
  for (const index of repeating) {
    const denied = deniedBy(itemsOf(node)[index], index);
    if (denied.length > 0) stated.push(...denied);
    else last.push(...denyAll(index, itemsOf(node)[index]?.at ?? node.at));
  }
  for (const fault of faults) {
    const index = Number(fault.at[0] ?? 0);
    const item = itemsOf(node)[index];
    const at = placeOf(node, fault);
    const denied = item && fault.problem !== 'too-many' && !repeating.has(index) ? deniedBy(item, index) : [];
    let reading: Reading = 'all-denied';
    if (denied.length > 0) reading = 'denied';
    else if (typeof item?.value === 'string' && item.value.startsWith('!') && fault.problem !== 'too-many')
      reading = 'no-effect';
    else last.push(...denyAll(index, at));
    if (!repeating.has(index)) stated.push(...denied);
    tell({ problem: { id: 'bad-path', why: fault.problem }, reading, at });
  }
  stated.sort((a, b) => a.index - b.index);
  const agreeing = withoutContradictions(stated, tell);
  tellOfIdleExceptions(agreeing, tell);
  return [...agreeing, ...last];
}

/** Of two effects of the same path the stricter holds; where neither is, the files are denied. */
function withoutContradictions(rules: readonly StatedPathRule[], tell: Tell): readonly StatedPathRule[] {
  const effects = new Map<string, PathEffect>();
  const lines = new Map<string, number>();
  const disputed = new Set<StatedPathRule>();
  const alike = new Map<string, StatedPathRule[]>();
  for (const rule of rules) {
    const path = spelled(rule);
    // An exception says that it is one, and what comes after it begins anew.
    if (rule.effect.does === 'allow') {
      for (const map of [effects, lines, alike]) map.delete(path);
      continue;
    }
    const before = effects.get(path);
    if (before && JSON.stringify(before) !== JSON.stringify(rule.effect)) {
      const line = lines.get(path) ?? rule.at.start.line;
      tell({ problem: { id: 'path-contradiction', line }, reading: 'stricter', at: rule.at });
      for (const one of [...(alike.get(path) ?? []), rule]) disputed.add(one);
    }
    effects.set(path, before ?? rule.effect);
    if (!lines.has(path)) lines.set(path, rule.at.start.line);
    alike.set(path, [...(alike.get(path) ?? []), rule]);
  }
  return rules.map((rule) => (disputed.has(rule) ? { ...rule, effect: DENY } : rule));
}

/** An exception takes back what its own file said, and nothing else. */
function tellOfIdleExceptions(rules: readonly StatedPathRule[], tell: Tell): void {
  const steps = { left: MOST_STEPS };
  for (const [i, { glob, effect, at }] of rules.entries()) {
    if (effect.does !== 'allow') continue;
    const before = rules.slice(0, i).filter((rule) => rule.effect.does !== 'allow');
    if (!before.some((rule) => takesBack(glob.written, rule.glob.written, steps)))
      tell({ problem: { id: 'nothing-to-take-back' }, reading: 'no-effect', at });
  }
}

/** What all exceptions of a file together may cost to look at; beyond that none is told of. */
const MOST_STEPS = 2_000_000;

/** Rules that deny whatever paths an item names, however it goes on. */
function deniedBy(item: JsonNode | undefined, index: number): readonly StatedPathRule[] {
  if (item?.kind !== 'object') return [];
  const paths = item.members.filter(({ name }) => name === 'path').map(({ node }) => node);
  const rules = paths.map(({ value, at }) => {
    const parsed = typeof value === 'string' ? parseGlob(value.replace(/^!/, '')) : undefined;
    return parsed?.ok ? { glob: parsed.glob, effect: DENY, index, at } : undefined;
  });
  const read = rules.filter((rule) => rule !== undefined);
  // Where one of its paths is not known, all are meant.
  return read.length === paths.length ? read : [];
}

function denyAll(index: number, at: Span): readonly StatedPathRule[] {
  const all = parseGlob('**');
  return all.ok ? [{ glob: all.glob, effect: DENY, index, at }] : [];
}

function placeOf(node: JsonNode, { at: [index, field] }: PathFault): Span {
  const item = itemsOf(node)[Number(index ?? -1)];
  if (item?.kind !== 'object') return item?.at ?? node.at;
  return item.members.find(({ name }) => name === field)?.nameAt ?? item.at;
}

function repeats(item: JsonNode): boolean {
  return item.kind === 'object' && item.repeats;
}

function itemsOf(node: JsonNode): JsonList['items'] {
  return node.kind === 'list' ? node.items : [];
}

/** A path however it is written. */
function spelled({ glob }: PathRule): string {
  return glob.written
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}
