import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'mocha';
import { crc32 as crc32OfZlib } from 'node:zlib';
import { CHECKS, type CheckName } from '../../../../src/detect/checks/checks.ts';
import { crc32 } from '../../../../src/detect/checks/crc32.ts';
import { sha256 } from '../../../../src/detect/checks/sha256.ts';
import type { Verdict } from '../../../../src/detect/checks/verdict.ts';
import { githubToken } from '../../made-up.ts';

const NKEY = 'SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY';
const WIF = '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ';
const AGE = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9';

/** What vendors and standards publish as samples of theirs, and what becomes of them with a character changed. */
const PUBLISHED: readonly (readonly [CheckName, string, Verdict])[] = [
  ['github-crc32', githubToken(), 'verified'],
  ['github-crc32', githubToken().replace(/.$/, '!'), 'unknown'],
  ['github-crc32', githubToken().replace('ghp_', 'ghp_a').slice(0, -1), 'refuted'],
  ['github-crc32', `ghr_${githubToken().slice(4).repeat(2)}`, 'unknown'],
  ['npm-crc32', githubToken().replace('ghp', 'npm'), 'verified'],
  ['grafana-crc32', 'glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58a', 'verified'],
  ['grafana-crc32', 'glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58b', 'refuted'],
  ['gitlab-crc32', 'EL25d_AKXDUtqLnIQHEpkG86MQM.01.0r1ajj2i3', 'verified'],
  ['gitlab-crc32', 'EL25d_AKXDUtqLnIQHEpkG86MQM.01.0r1ajj2i4', 'unknown'],
  ['aws-access-key-id', 'ASIAQNZGKIQY56JQ7WML', 'verified'],
  ['aws-access-key-id', 'AKIAIOSFODNN7EXAMPLE', 'refuted'],
  ['aws-access-key-id', 'AKIAI44QH8DHBKVAPQ2T', 'unknown'],
  ['bech32', AGE, 'verified'],
  ['bech32', AGE.replace('GFPYY', 'GFPYZ'), 'refuted'],
  ['bech32', AGE.replace('AGE', 'age'), 'refuted'],
  ['base58check', WIF, 'verified'],
  ['base58check', WIF.replace('Hue', 'Huf'), 'refuted'],
  ['nkey-crc16', NKEY, 'verified'],
  ['nkey-crc16', NKEY.replace('SUAC', 'SUAD'), 'refuted'],
  ['discord-bot', 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'verified'],
  ['discord-bot', 'MTk4NjIyNDgzNDcxOTI1Mj_4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'refuted'],
  ['jwt', `${HEADER}.eyJzdWIiOiJvcmRlcnMifQ.c2lnbmF0dXJl`, 'verified'],
  ['jwt', `${HEADER}.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.c2lnbmF0dXJl`, 'refuted'],
  ['jwt', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJvcmRlcnMifQ.', 'refuted'],
  ['jwt', 'eyJQrst.eyJzdWIiOiJvcmRlcnMifQ.c2ln', 'unknown'],
];

describe('checks of secrets', () => {
  for (const [name, secret, verdict] of PUBLISHED) {
    it(`${name} says ${verdict} of ${secret.slice(0, 12)}…${secret.slice(-4)}`, () => {
      assert.equal(CHECKS[name](secret), verdict);
    });
  }

  it('computes CRC32 and SHA-256 as the platform does', () => {
    for (const size of [0, 1, 3, 55, 56, 63, 64, 65, 200]) {
      const text = 'airlock '.repeat(size).slice(0, size);
      assert.equal(crc32(text), crc32OfZlib(text));
      const digest = createHash('sha256').update(text).digest('hex');
      assert.equal(Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex'), digest);
    }
  });

  it('judges whatever it is given without throwing', () => {
    for (const check of Object.values(CHECKS)) {
      for (const text of ['', '.', '1', '\u0000\uffff', 'é'.repeat(300), '='.repeat(9000), '{}']) check(text);
    }
  });
});
