import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { messageOf, type Review } from '../../../src/airlock.ts';
import { inForceOf } from '../../../src/airlock/team-policy.ts';
import type { UserRule } from '../../../src/decide/user-rules.ts';
import { detectorsFor } from '../../../src/detect/detectors-for.ts';
import type { KindSettings } from '../../../src/detect/scan-settings.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { policy } from '../decide/team/written.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { catalogued, open } from './opened.ts';

/** What a prompt with an e-mail address leads to, where a repository states these kinds. */
async function review(
  rules: readonly UserRule[],
  stated: KindSettings,
  own: KindSettings = {},
): Promise<Review> {
  const { kinds, raisedFrom } = inForceOf({ requirements: {}, kinds: own }, [
    policy({ kinds: stated }, '/w'),
  ]);
  const detectors = detectorsFor({ kinds });
  const airlock = open(
    (texts) => Promise.all(texts.map((text) => scanText(text, detectors))),
    undefined,
    undefined,
    () => ({ requirements: {}, rules, raisedFrom }),
  );
  return airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [
    messageOf({ text: `mail ${EMAIL}` }),
  ]);
}

describe('a kind that a policy file raised', () => {
  it('does not meet a rule of the user’s that lets graver ones go', async () => {
    const rules: readonly UserRule[] = [{ severity: 'critical', action: 'allow' }];
    assert.equal((await review(rules, {})).decision.action, 'redact');
    const raised = await review(rules, { email: 'critical' });
    assert.equal(raised.decision.action, 'redact');
    assert.deepEqual(
      raised.findings.flat().map(({ severity }) => severity),
      ['critical'],
    );
  });

  it('stays under the user’s rule for its own severity, and comes under a stricter one', async () => {
    const blocked = await review(
      [
        { severity: 'low', action: 'block' },
        { severity: 'critical', action: 'allow' },
      ],
      { email: 'critical' },
      { email: 'low' },
    );
    assert.equal(blocked.decision.action, 'block');
    assert.deepEqual(
      blocked.decision.reasons.map((reason) => reason.because === 'finding' && reason.rule),
      [0],
    );
    const stricter = await review([{ severity: 'critical', action: 'block' }], { email: 'critical' });
    assert.equal(stricter.decision.action, 'block');
  });

  it('is let go by a rule that is about it whatever its severity', async () => {
    const allowed = await review([{ kind: 'email', action: 'allow' }], { email: 'critical' });
    assert.equal(allowed.decision.action, 'allow');
    // Switched on by the file alone: the user's own settings would let it go unseen.
    const on = await review(
      [{ severity: 'critical', action: 'allow' }],
      { email: 'critical' },
      { email: 'off' },
    );
    assert.equal(on.decision.action, 'allow');
  });

  it('is what it was by the user’s word where they gave the severity themselves', async () => {
    const rules: readonly UserRule[] = [{ severity: 'critical', action: 'allow' }];
    assert.equal((await review(rules, { email: 'low' }, { email: 'critical' })).decision.action, 'allow');
  });
});

describe('a pattern of a policy file', () => {
  const TOKEN = githubToken(3);

  /** What a prompt with a token leads to, of which a repository says that it is internal. */
  async function reviewed(
    rules: readonly UserRule[],
    to: string,
    internalPatterns: object[],
  ): Promise<Review> {
    const team = inForceOf({ requirements: {}, kinds: {} }, [policy({ internalPatterns }, '/w')]);
    assert.deepEqual(team.faults, []);
    const detectors = detectorsFor({ internalPatterns: [...team.adds.internalPatterns] });
    const airlock = open(
      (texts) => Promise.all(texts.map((text) => scanText(text, detectors))),
      undefined,
      undefined,
      () => ({ requirements: {}, rules }),
    );
    return airlock.review(airlock.newConversation(), catalogued(to), [
      messageOf({ text: `Is ${TOKEN} now?` }),
    ]);
  }

  const LONGER = { name: 'harmless', pattern: 'Is ghp_[A-Za-z0-9]{36} now', severity: 'critical' };

  it('makes no secret internal, for a user’s rule to let it go', async () => {
    const rules: readonly UserRule[] = [{ class: 'internal', action: 'allow' }];
    for (const patterns of [[], [LONGER]]) {
      const { decision } = await reviewed(rules, 'openai/gpt-5', patterns);
      assert.equal(decision.action, 'redact', String(patterns.length));
      assert.deepEqual(
        decision.reasons.map((reason) => reason.because === 'finding' && reason.kind),
        ['github-token'],
      );
    }
  });

  it('is itself decided as before', async () => {
    const alone = await reviewed([], 'openai/gpt-5', [{ name: 'question', pattern: 'now\\?' }]);
    assert.deepEqual(
      alone.findings.flat().map(({ kind, covers }) => [kind, covers]),
      [
        ['github-token', undefined],
        ['custom-internal:high:question', undefined],
      ],
    );
  });
});
