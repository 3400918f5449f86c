import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { findIn, scanText } from '../../../../src/detect/scan-text.ts';
import { AWS_SECRET, CARD, DATABASE_URL, EMAIL, githubToken, SSN } from '../../made-up.ts';
import { DISGUISES } from './disguises.ts';

/** Values of many kinds, and the words they stand in where they need some. */
const VALUES: Readonly<Record<string, readonly [value: string, text: string]>> = {
  github: [githubToken(3), githubToken(3)],
  aws: [AWS_SECRET, `aws_secret_access_key = ${AWS_SECRET}`],
  database: [DATABASE_URL, DATABASE_URL],
  email: [EMAIL, EMAIL],
  card: [CARD.replaceAll(' ', ''), `card ${CARD.replaceAll(' ', '')}`],
  'card in groups': [CARD, `card ${CARD}`],
  ssn: [SSN, `SSN: ${SSN}`],
  iban: ['DE89370400440532013000', 'IBAN DE89370400440532013000'],
  password: ['hT7!kq9Zw2#m', 'password: "hT7!kq9Zw2#m"'],
  stripe: ['sk_live_51Hq8ZkLm3NpQrStUvWxYz0A', 'sk_live_51Hq8ZkLm3NpQrStUvWxYz0A'],
  slack: [
    'xoxb-2345678901-3456789012345-AbCdEfGhIjKlMnOpQrStUvWx',
    'xoxb-2345678901-3456789012345-AbCdEfGhIjKlMnOpQrStUvWx',
  ],
  google: ['AIzaSyB8kPq3vYw1rT5uXn7mJh2gFd4sAa6lKb9', 'AIzaSyB8kPq3vYw1rT5uXn7mJh2gFd4sAa6lKb9'],
  gitlab: ['glpat-Xk3pQ8vYw1rT5uXn7mJh', 'glpat-Xk3pQ8vYw1rT5uXn7mJh'],
  sendgrid: [
    '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',
    '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',
  ],
};

/** A break in a short value says too little: its ends may as well be two. */
const KNOWN_MISSES: Readonly<Record<string, readonly string[]>> = {
  'a backslash at the end of a line': ['card in groups'],
  'a quotation': ['card in groups', 'ssn', 'password'],
  'a diff': ['card in groups', 'ssn', 'password'],
};

describe('a value in disguise', () => {
  for (const [name, disguise] of Object.entries(DISGUISES)) {
    it(name, async () => {
      const missed: string[] = [];
      for (const [label, [value, text]] of Object.entries(VALUES)) {
        const kinds = new Set((await findIn(`note: ${text}\n`, DETECTORS)).map(({ kind }) => kind));
        const found = await scanText(
          `Hi, can you have a look at this?\n\n${disguise(text, value)}\n\nThanks, it fails since Monday.\n`,
          DETECTORS,
        );
        const isFound = found.some(
          ({ kind, class: className, inside = [] }) =>
            className === 'secret' || kinds.has(kind) || inside.some((inner) => kinds.has(inner.kind)),
        );
        if (!isFound) missed.push(label);
      }
      assert.deepEqual(
        missed.filter((label) => !KNOWN_MISSES[name]?.includes(label)),
        [],
      );
    });
  }
});
