import { excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { NOTHING, valueAt } from './reading.ts';
import { COMMANDS } from './commands.ts';
import type { Structure } from './structure.ts';

const patternsOf = new Map<string, RegExp[]>();
for (const [literal, pattern] of COMMANDS) {
  const others = patternsOf.get(literal);
  if (others === undefined) patternsOf.set(literal, [pattern]);
  else others.push(pattern);
}

/** An option, a switch, a number of a port or what a shell puts in. */
const NO_PASSWORD = /^[-/$%]|^\d{1,5}$|^(?:env|file|fd|stdin|arg|prompt):/i;

/** Passwords among the arguments of programs: `zip -P …`, `net use … /user:`, `keytool -storepass`. */
export const commandPassword: Structure = {
  id: 'command-password',
  literals: [...patternsOf.keys()],
  findAt(text, at, onPassed) {
    // `unzip`, `gzip`: only the first takes one.
    const isUnzip = text.slice(at - 2, at + 4).toLowerCase() === 'unzip ';
    const isOption = text.charCodeAt(at) === 45 || text.startsWith('--', at - 2);
    if (!isOption && !isUnzip && /[\w-]/.test(text.charAt(at - 1))) return NOTHING;
    for (const [literal, patterns] of patternsOf) {
      if (text.slice(at, at + literal.length).toLowerCase() !== literal) continue;
      for (const pattern of patterns) {
        const value = valueAt(pattern, text, at);
        if (!value || NO_PASSWORD.test(value.value)) continue;
        return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
      }
    }
    return NOTHING;
  },
};
