import type { IsoDate } from './dates.ts';
import type { Destination } from './destination.ts';
import { gradeOf, GRADES } from './grade.ts';
import { missesOf, type Clauses } from './requirements.ts';
import type { DataPolicy } from './resolve.ts';

/** A destination that could be used instead, by whatever its owner knows it by. */
export interface Candidate<Id> {
  readonly id: Id;
  readonly policy: DataPolicy;
  /** Whether it can be used as it is: its key is there, or it needs none. */
  readonly ready: boolean;
}

/**
 * Names of families of models, the narrower before the wider: what is tuned from another's model is named after both.
 */
const FAMILIES = [
  'nemotron',
  'deepseek',
  'codestral',
  'mixtral',
  'mistral',
  'gpt-oss',
  'gpt',
  'claude',
  'gemini',
  'gemma',
  'llama',
  'qwen',
  'kimi',
  'glm',
  'grok',
  'command',
  'sonar',
  'phi',
] as const;

/** The family that a model is of, by its name; whoever serves it is no part of it. */
export function modelFamily(model: string): string {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  return FAMILIES.find((family) => name.includes(family)) ?? /^[a-z]{0,40}/.exec(name)?.[0] ?? '';
}

/**
 * The candidates that meet every clause, the nearest first: those that can be used as they are, then by grade, then
 * those with a model of the same family as the destination they would take the place of, then as they were listed.
 * @param today the day to judge the age of sources by.
 */
export function nearestFitting<Id>(
  instead: Destination,
  candidates: readonly Candidate<Id>[],
  demands: Clauses,
  today: IsoDate,
): readonly Id[] {
  const family = modelFamily(sentBy(instead).model);
  return candidates
    .filter(({ policy }) => policy.reason !== 'dry-run' && !isSame(policy.destination, instead))
    .filter(({ policy }) => missesOf(policy, demands, today).length === 0)
    .map(({ id, policy, ready }) => ({
      id,
      unready: Number(!ready),
      grade: GRADES.indexOf(gradeOf(policy).grade),
      other: Number(modelFamily(sentBy(policy.destination).model) !== family),
    }))
    .toSorted((a, b) => a.unready - b.unready || a.grade - b.grade || a.other - b.other)
    .map(({ id }) => id);
}

function sentBy(destination: Destination): Destination {
  return destination.rehearses ?? destination;
}

function isSame(one: Destination, other: Destination): boolean {
  const [a, b] = [sentBy(one), sentBy(other)];
  return a.provider === b.provider && a.host === b.host && a.model === b.model;
}
