import * as v from 'valibot';
import { globOfFile } from '../../decide/paths/glob.ts';
import { UserRule } from '../../decide/user-rules.ts';

/**
 * The rule that lets a kind of finding go out of one file, wherever it goes.
 *
 * @param path of the file from the folder that is worked in.
 * @returns undefined where no rule is about that file alone: its name is too long, or has a `\` in it.
 */
export function ruleForFile(kind: string, path: string): UserRule | undefined {
  if (path.includes('\\') || /[*?]/.test(kind) || path === '') return undefined;
  const rule = { kind, path: globOfFile(path), action: 'allow' };
  const parsed = v.safeParse(UserRule, rule);
  return parsed.success ? parsed.output : undefined;
}
