import * as v from 'valibot';
import { type Clauses, Requirements } from '../policy/requirements.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/**
 * What is demanded, as it is written in a terminal: the name of a preset, `clause=value`, several of either with commas
 * between them, or the setting's own JSON. What comes later takes the place of what came before.
 * @throws UsageError naming what cannot be used, and what can.
 */
export function readRequirements(written: readonly string[]): Clauses {
  const said = Object.assign({}, ...written.map(readOne)) as Readonly<Record<string, unknown>>;
  const parsed = v.safeParse(Requirements, said);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(t('--require cannot be used: {0}', `${v.getDotPath(issue) ?? ''}: ${issue.message}`));
}

function readOne(written: string): Readonly<Record<string, unknown>> {
  if (written.trimStart().startsWith('{')) return readJson(written);
  const parts = written.split(',').map((part) => part.trim());
  return Object.fromEntries(
    parts.map((part) => {
      const equals = part.indexOf('=');
      if (equals < 0) return ['preset', part];
      const value = part.slice(equals + 1);
      return [part.slice(0, equals), /^\d{1,9}$/.test(value) ? Number(value) : value];
    }),
  );
}

function readJson(written: string): Readonly<Record<string, unknown>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), written);
  if (parsed.success) return parsed.output;
  throw new UsageError(t('--require cannot be used: {0}', t('it begins like JSON and is none')));
}
