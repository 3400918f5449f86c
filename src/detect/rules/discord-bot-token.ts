import { discordBot } from '../checks/inside.ts';
import type { RuleDefinition } from '../rule.ts';

/** The number of an account has 17 to 20 digits: 23 to 28 characters of base64, the first of them that of a digit. */
const ACCOUNT = /[MNO][A-Za-z0-9_-]{22,27}$/;
/** Behind the first dot: when it was made, in six characters, and its signature. */
const REST = /\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,43}(?![A-Za-z0-9_-])/y;
const LONGEST_ACCOUNT = 29;

/** Tokens of Discord's bots, which have no prefix: from the dots outwards, and the first part must be a number. */
export const discordBotToken: RuleDefinition = {
  id: 'discord-bot-token',
  kinds: ['discord-bot-token'],
  *find(content, { points }) {
    for (let i = 0; i < points.length; i++) {
      const dot = points.first(i);
      if (points.second(i) - dot !== 7) continue;
      const account = ACCOUNT.exec(content.slice(Math.max(0, dot - LONGEST_ACCOUNT), dot))?.[0];
      if (account === undefined) continue;
      const start = dot - account.length;
      if (/[A-Za-z0-9_.-]/.test(content.charAt(start - 1))) continue;
      REST.lastIndex = dot;
      const rest = REST.exec(content)?.[0];
      if (rest === undefined || discordBot(account) !== 'verified') continue;
      yield { kind: 'discord-bot-token', start, end: dot + rest.length, evidence: 'check' };
    }
  },
};
