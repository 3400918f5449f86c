import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAirlock, messageOf, type Review } from '../../../../src/airlock.ts';
import { inForceOf } from '../../../../src/airlock/team-policy.ts';
import type { AllowedDestinations } from '../../../../src/decide/decision.ts';
import type { TeamInForce } from '../../../../src/decide/team/tighten.ts';
import { type Listed, listFiles } from '../../../../src/editor/paths/listed-files.ts';
import { stopsOf, stopText } from '../../../../src/editor/team/stops.ts';
import { reasonSentence } from '../../../../src/sentences/decision.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { catalogue, catalogued, plainScan } from '../../airlock/opened.ts';
import { policy } from '../../decide/team/written.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const NOBODY: TeamInForce = inForceOf({ requirements: {}, kinds: {} }, []);
const MOST = 2;

/** What an airlock says of a harmless prompt. */
async function reviewed(destinations: readonly AllowedDestinations[]): Promise<{
  readonly review: Review;
  readonly clear: () => Promise<unknown>;
}> {
  const airlock = createAirlock({
    scan: plainScan,
    catalogue,
    transport: networkTransport(fetch),
    demands: () => ({ requirements: {}, rules: [], destinations }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: freshReceiptKey,
  });
  const review = await airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [
    messageOf({ text: 'Say hello.' }),
  ]);
  return { review, clear: () => airlock.clear(review, 'as-is') };
}

describe('what stops sending from a window', () => {
  const INCOMPLETE: readonly (readonly [why: string, listed: () => Promise<Listed<string>>])[] = [
    [
      'the search for policy files fails',
      () => listFiles(() => Promise.reject(new Error('gone')), '**/.promptairlock.json', MOST),
    ],
    [
      'the search is cut off at its limit',
      () => listFiles(async (_glob, most) => Array<string>(most).fill('a'), '**/.promptairlock.json', MOST),
    ],
    [
      'there are more ignore files than are read',
      () => listFiles(async () => ['a', 'b', 'c'], '**/{.aiignore,.aiexclude}', MOST),
    ],
  ];
  for (const [why, listed] of INCOMPLETE)
    it(`is that ${why}: nothing goes, and that is said`, async () => {
      const { isComplete } = await listed();
      assert.match(stopText(NOBODY, !isComplete, english) ?? '', /Nothing is sent until they can be\.$/);
      const { review, clear } = await reviewed(stopsOf(NOBODY, !isComplete));
      assert.equal(review.decision.action, 'block');
      assert.deepEqual(
        review.decision.reasons.map((one) => reasonSentence(one, review.policy, english).text),
        ['No destination is allowed here, by .promptairlock.json.'],
      );
      await assert.rejects(clear(), { name: 'NotAllowed' });
    });

  it('is a policy file that cannot be read, named with its place', async () => {
    const team = inForceOf({ requirements: {}, kinds: {} }, [policy('{ "requirements": ', '/work')]);
    assert.match(stopText(team, false, english) ?? '', /^\S+:\d+:\d+: /);
    assert.equal((await reviewed(stopsOf(team, false))).review.decision.action, 'block');
  });

  it('is nothing where all files could be listed and read', async () => {
    const { isComplete } = await listFiles(async () => ['a', 'b'], '**/.promptairlock.json', MOST);
    assert.equal(stopText(NOBODY, !isComplete, english), undefined);
    assert.deepEqual(stopsOf(NOBODY, !isComplete), []);
    assert.equal((await reviewed([])).review.decision.action, 'allow');
  });
});
