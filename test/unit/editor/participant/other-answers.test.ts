import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compare, isAt, knownDestinations } from '../../../../src/airlock/compare.ts';
import type { Decision } from '../../../../src/decide/decision.ts';
import { type Decided, Decisions, surfaceOf } from '../../../../src/editor/decisions.ts';
import { PARTICIPANT } from '../../../../src/editor/ids.ts';
import { ledgerView } from '../../../../src/editor/ledger-view.ts';
import { compareAnswer } from '../../../../src/editor/participant/compare-answer.ts';
import { followupsOf } from '../../../../src/editor/participant/followups.ts';
import { helpAnswer } from '../../../../src/editor/participant/help-answer.ts';
import { ledgerAnswer } from '../../../../src/editor/participant/ledger-answer.ts';
import { whyAnswer } from '../../../../src/editor/participant/why-answer.ts';
import { type Clauses, missesOf, REQUIREMENT_PRESETS } from '../../../../src/policy/requirements.ts';
import { english } from '../../../../src/sentences/translate.ts';
import type { LedgerEntry } from '../../../../src/wire/ledger/entries.ts';
import { ask, CATALOGUE, destination, policyOn, TODAY } from '../../policy/ask.ts';
import { receiptOf } from '../../wire/ledger/receipts.ts';
import { HOSTILE, readAnswer, shownAs, strange } from './hostile.ts';

const SOURCES = Object.values(CATALOGUE.sources).flatMap(({ url }) => url ?? []);
const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('@airlock', () => {
  it('says what it can be asked, all of it', () => {
    const { text, links } = readAnswer(helpAnswer(english));
    for (const ask of PARTICIPANT.commands) assert.ok(text.includes(`@airlock /${ask}`), ask);
    assert.deepEqual(links, []);
  });

  it('suggests what there is to be asked, and other destinations after a block', () => {
    for (const asked of ['help', ...PARTICIPANT.commands] as const) {
      for (const blocked of [false, true]) {
        const next = followupsOf({ asked, blocked }, english);
        assert.ok(next.length > 0 && next.every(({ command }) => command !== asked));
      }
    }
    const commands = followupsOf({ asked: 'check', blocked: true }, english).map(({ command }) => command);
    assert.ok(commands.includes('compare'));
  });
});

describe('@airlock /compare', () => {
  function answer(demands: Clauses, chosen = 'deepseek/deepseek-chat', problem?: string) {
    const rows = compare(policyOn(TODAY), knownDestinations(CATALOGUE), demands, TODAY);
    const one = destination(chosen);
    return readAnswer(compareAnswer({ rows, demands, isChosen: (row) => isAt(row, one), problem }, english));
  }

  it('shows those that fit best and the one chosen, with what it misses first, and leads to all of them', () => {
    const { text, links } = answer(REQUIREMENT_PRESETS['client-nda']);
    assert.match(text, /You require: No training · Kept for at most 30 days/);
    assert.match(text, /\d+ of \d+ destinations fit/);
    assert.match(text, /DeepSeek.*\(chosen now\)You require no training; .*\(\d more\)E · may train/);
    assert.match(text, /\d+ more are on the whole page/);
    assert.deepEqual(links, ['command:promptAirlock.compareProviders']);
  });

  it('says that nothing is required, and where to say what is', () => {
    const { text } = answer({});
    assert.match(text, /You require nothing of a destination yet.*promptAirlock\.requirements/);
    assert.doesNotMatch(text, /Your requirements/);
  });

  it('counts a rehearsal as what it rehearses', () => {
    assert.match(answer({}, 'dry-run:deepseek/deepseek-chat').text, /DeepSeek.*\(chosen now\)/);
  });

  it('says why it is not the catalogue that should be in force', () => {
    for (const hostile of HOSTILE) {
      const { text, links } = answer({}, 'openai/gpt-5', `x${hostile}x`);
      assert.ok(text.includes(shownAs(`x${hostile}x`)));
      assert.deepEqual(strange(links, []), []);
    }
  });
});

describe('@airlock /why', () => {
  const reason = {
    because: 'finding',
    action: 'redact',
    row: 'secret',
    column: 'kept',
    kind: 'github-token',
    count: 2,
    rule: null,
  } as const;
  const decided = (decision: Partial<Decision>, more: Partial<Decided> = {}): Decided => ({
    at: NOW,
    surface: 'panel',
    name: 'OpenAI · gpt-5',
    policy: ask('openai/gpt-5'),
    decision: { action: 'redact', column: 'kept', reasons: [reason], ...decision },
    ...more,
  });

  it('says that nothing was decided yet', () => {
    assert.match(readAnswer(whyAnswer(undefined, english)).text, /Nothing was decided in this window yet/);
  });

  it('says when and where it was, what was found, each reason with its fact, and what to do', () => {
    const { text, links } = readAnswer(whyAnswer(decided({}), english));
    assert.match(text, /^May go redacted2026-11-2\d \d\d:\d\d · the chat of Prompt Airlock · OpenAI · gpt-5/);
    assert.match(text, /2 found · 2 secrets/);
    assert.match(text, /Redacted: 2 × GitHub token would go to a host .*\(20\d\d-/);
    assert.match(text, /What to do: Redacted it may go/);
    assert.deepEqual(strange(links, SOURCES), []);
  });

  it('says which requirement was missed, by which fact', () => {
    const policy = ask('deepseek/deepseek-chat');
    const [miss] = missesOf(policy, { training: 'never' }, TODAY);
    assert.ok(miss);
    const reasons = [{ because: 'requirement', action: 'block', miss } as const];
    const { text, links } = readAnswer(whyAnswer(decided({ action: 'block', reasons }, { policy }), english));
    assert.match(text, /^Blocked/);
    assert.match(text, /Blocked: You require no training; this destination may .* \(20\d\d-/);
    assert.match(text, /choose a destination that fits/);
    assert.ok(links.includes('command:promptAirlock.chooseDestination'));
  });

  it('says what to do about what could not be looked into', () => {
    const reasons = [{ ...reason, action: 'block', row: 'opaque', kind: 'image' } as const];
    const { text } = readAnswer(whyAnswer(decided({ action: 'block', reasons }), english));
    assert.match(text, /Take out what could not be looked into/);
  });

  it('has something to say of every decision', () => {
    for (const [action, start] of [
      ['allow', 'May go as it is'],
      ['notify', 'May go as it is; here is what is in it'],
      ['ask', 'Not without asking'],
    ] as const) {
      const { text } = readAnswer(whyAnswer(decided({ action, reasons: [] }), english));
      assert.ok(text.startsWith(start));
      assert.match(text, /Nothing sensitive found/);
      assert.match(text, /What to do: \w/);
    }
  });

  it('names surfaces, and shows names from outside as they are', () => {
    assert.match(
      readAnswer(whyAnswer(decided({}, { surface: 'chat' }), english)).text,
      /the editor’s own Chat/,
    );
    assert.match(
      readAnswer(whyAnswer(decided({}, { surface: 'other-extension' }), english)).text,
      /another extension/,
    );
    for (const hostile of HOSTILE) {
      const where = { glob: `g${hostile}g`, file: `f${hostile}f` };
      const reasons = [{ ...reason, rule: 0, where }];
      const one = decided(
        { reasons },
        { surface: 'other-extension', by: `b${hostile}b`, name: `n${hostile}n` },
      );
      const { text, links } = readAnswer(whyAnswer(one, english));
      for (const name of ['g', 'f', 'b', 'n'])
        assert.ok(text.includes(shownAs(name + hostile + name)), hostile);
      assert.deepEqual(strange(links, SOURCES), []);
    }
  });

  it('is that of a side request only where there is no other', () => {
    const decisions = new Decisions();
    const note = (at: number, by: string | undefined, isWaitedFor: boolean): void =>
      decisions.note({ ...decided({}), at, ...surfaceOf(by, isWaitedFor) });
    note(1, 'core', false);
    assert.deepEqual([decisions.last()?.at, decisions.last()?.surface], [1, 'side-request']);
    note(2, 'github.copilot-chat', true);
    note(3, 'github.copilot-chat', false);
    assert.deepEqual([decisions.last()?.at, decisions.last()?.surface], [2, 'chat']);
    note(4, 'somebody.else', false);
    assert.deepEqual([decisions.last()?.surface, decisions.last()?.by], ['other-extension', 'somebody.else']);
  });

  it('is remembered of the last twenty, the newest first', () => {
    const decisions = new Decisions();
    assert.equal(decisions.last(), undefined);
    for (let at = 1; at <= 25; at++) decisions.note(decided({}, { at }));
    assert.equal(decisions.last()?.at, 25);
    assert.deepEqual(
      decisions.all().map(({ at }) => at),
      Array.from({ length: 20 }, (_, i) => 25 - i),
    );
  });
});

describe('@airlock /ledger', () => {
  const entry = (n: number, over: Parameters<typeof receiptOf>[1] = {}): LedgerEntry => ({
    sent: receiptOf(n, over),
    ended: { at: NOW, how: 'complete', sent: 'yes', status: 200 },
  });

  function answer(
    entries: readonly LedgerEntry[],
    over: { problem?: string; isKept?: boolean; damaged?: number } = {},
  ) {
    const read = {
      entries,
      damaged: 0,
      newer: 0,
      leftOut: 0,
      unreadable: 0,
      problem: '',
      folder: 'the folder',
      isKept: true,
      ...over,
    };
    return readAnswer(ledgerAnswer(ledgerView(read, CATALOGUE, NOW, english), english));
  }

  it('shows the last requests, and leads to all of them', () => {
    const { text, links } = answer(Array.from({ length: 13 }, (_, n) => entry(n)));
    assert.match(text, /13 requests, of which 13 may still be held/);
    assert.match(text, /2026-11-20 \d\d:\d\d · AnsweredOpenAI · gpt-5Secrets: 1 redacted.*2026-12-20/);
    assert.match(text, /3 earlier ones are on the whole page/);
    assert.deepEqual(links, ['command:promptAirlock.showLedger']);
  });

  it('says that nothing left yet, that none is kept, and that it cannot be read', () => {
    assert.match(answer([]).text, /Nothing has left yet/);
    assert.match(answer([], { isKept: false }).text, /No ledger is kept/);
    const broken = answer([], { problem: 'The ledger in x cannot be read.' });
    assert.match(broken.text, /The ledger in x cannot be read\./);
    assert.doesNotMatch(broken.text, /Nothing has left/);
    assert.match(answer([entry(1)], { damaged: 2 }).text, /damaged.*: 2/);
  });

  it('shows names from outside as they are', () => {
    for (const hostile of HOSTILE) {
      const to = `custom/n${hostile.slice(0, 40)}n`;
      const { text, links } = answer([entry(1, { to, model: `m${hostile.slice(0, 30)}m` })]);
      assert.ok(text.includes(shownAs(to.slice('custom/'.length))), hostile);
      assert.ok(text.includes(shownAs(`m${hostile.slice(0, 30)}m`)), hostile);
      assert.deepEqual(strange(links, []), []);
    }
  });
});
