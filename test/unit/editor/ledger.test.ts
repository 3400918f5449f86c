import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { deletionRequest } from '../../../src/editor/deletion-request.ts';
import { factRows } from '../../../src/editor/ledger-facts.ts';
import { axisOf, lanesOf } from '../../../src/editor/ledger-lanes.ts';
import { ledgerView, type LedgerToShow } from '../../../src/editor/ledger-view.ts';
import { loadCatalogue } from '../../../src/policy/catalogue.ts';
import type { FactRow } from '../../../src/policy/facts-in-force.ts';
import type { Held } from '../../../src/policy/held.ts';
import { RETAINED, TERMS } from '../../../src/policy/model.ts';
import { type LaneView, ToLedger } from '../../../src/protocol/ledger.ts';
import { english } from '../../../src/sentences/translate.ts';
import type { LedgerEntry } from '../../../src/wire/ledger/entries.ts';
import type { EndedEntry } from '../../../src/wire/ledger/line.ts';
import type { Receipt } from '../../../src/wire/receipt.ts';
import { receiptOf } from '../wire/ledger/receipts.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const TODAY = '2026-11-21';
const DAY = 86_400_000;
const catalogue = loadCatalogue();

const until = (day: string): Held => ({ is: 'until', day });
const ended = (over: Partial<EndedEntry> = {}): EndedEntry => ({
  at: NOW,
  how: 'complete',
  sent: 'yes',
  status: 200,
  ...over,
});
let count = 0;
/** A request so many days ago, held like that. */
function entry(
  to: string,
  daysAgo: number,
  content: Held,
  over: Partial<Receipt> = {},
  how: EndedEntry | undefined = ended(),
): LedgerEntry {
  const sent = receiptOf(++count, { to, at: NOW - daysAgo * DAY, held: { content, flagged: null }, ...over });
  return { sent, ended: how };
}

const show = (entries: readonly LedgerEntry[], over: Partial<LedgerToShow> = {}): LedgerToShow => ({
  entries,
  damaged: 0,
  newer: 0,
  leftOut: 0,
  unreadable: 0,
  problem: '',
  folder: 'the folder',
  isKept: true,
  ...over,
});

describe('the lanes of the ledger', () => {
  it('put together what touches, and stand with the longest held first', () => {
    const lanes = lanesOf(
      [
        entry('openai', 1, until('2026-12-20')),
        entry('custom/lab', 2, { is: 'open', why: 'unknown' }),
        entry('openai', 3, until('2026-12-18')),
        entry('ollama', 4, { is: 'nothing' }),
        entry('openai', 100, until('2026-09-12')),
      ],
      TODAY,
    );
    assert.deepEqual(
      lanes.map(({ to, spans, held }) => [
        to,
        spans.map(({ requests, to: end }) => [requests, end]),
        held.length,
      ]),
      [
        ['custom/lab', [[1, null]], 1],
        [
          'openai',
          [
            [1, Date.parse('2026-09-13')],
            [2, Date.parse('2026-12-21')],
          ],
          2,
        ],
        ['ollama', [], 0],
      ],
    );
  });

  it('hold nothing of what never left', () => {
    const [lane] = lanesOf(
      [entry('openai', 1, until('2026-12-20'), {}, ended({ how: 'failed', sent: 'no' }))],
      TODAY,
    );
    assert.deepEqual([lane?.worst.is, lane?.spans, lane?.sends, lane?.held], ['nothing', [], [], []]);
  });

  it('hold it to the end of its last day', () => {
    const one = (day: string): number =>
      lanesOf([entry('openai', 1, until(day))], TODAY)[0]?.held.length ?? -1;
    assert.deepEqual([one('2026-11-20'), one('2026-11-21'), one('2026-11-22')], [0, 1, 1]);
  });

  it('stand over an axis with today in it and never too many marks', () => {
    for (const [ago, end] of [
      [0, '2026-11-21'],
      [20, '2026-12-20'],
      [200, '2027-02-01'],
      [900, '2029-01-01'],
    ] as const) {
      const { from, to, today, ticks } = axisOf(lanesOf([entry('openai', ago, until(end))], TODAY), NOW);
      assert.ok(from < today && today < to);
      assert.ok(ticks.length >= 3 && ticks.length <= 12, String(ticks.length));
      assert.ok(ticks.every(({ at }) => at > from && at < to));
    }
  });
});

describe('the page of the ledger', () => {
  it('says in words who holds what until when', () => {
    const view = ledgerView(
      show([
        entry('openai', 1, until('2026-12-20')),
        entry('anthropic', 2, until('2026-11-01'), { provider: 'anthropic-api' }),
        entry('custom/lab', 2, { is: 'open', why: 'unknown' }, { provider: null }),
        entry('ollama', 4, { is: 'nothing' }, { provider: 'ollama' }),
      ]),
      catalogue,
      NOW,
      english,
    );
    assert.deepEqual(
      view.lanes.map(({ name, summary, tone }) => [name, summary, tone]),
      [
        ['lab', 'held: not known', 'bad'],
        ['OpenAI', 'held until 2026-12-20 at most', 'caution'],
        ['Anthropic', 'nothing held any more, since 2026-11-01', 'good'],
        ['Ollama', 'nothing kept', 'good'],
      ],
    );
    assert.equal(view.summary, '4 requests, of which 2 may still be held somewhere');
    assert.ok(v.is(ToLedger, { type: 'ledger', ledger: view }));
  });

  it('says what to do now, with pages that are known', () => {
    const secret = { findings: [{ class: 'secret' as const, redacted: 0, letThrough: 2 }], letThrough: 2 };
    const view = ledgerView(
      show([
        entry('openai', 1, until('2026-12-20'), secret),
        entry('anthropic', 1, until('2026-12-20'), { provider: 'anthropic-api' }),
        entry('groq', 400, until('2026-01-01'), { provider: 'groq' }),
      ]),
      catalogue,
      NOW,
      english,
    );
    const todoOf = (to: string): LaneView['todo'] | undefined =>
      view.lanes.find((lane) => lane.to === to)?.todo;
    const said = (to: string): string =>
      todoOf(to)
        ?.steps.map(({ text }) => text)
        .join(' ') ?? '';
    const urls = (to: string): (string | undefined)[] => todoOf(to)?.steps.map(({ link }) => link?.url) ?? [];
    assert.match(said('openai'), /^Secrets went there as they were \(2\)/);
    assert.ok(urls('openai').includes('https://privacy.openai.com/'));
    assert.ok(urls('openai').includes('https://platform.openai.com/api-keys'));
    assert.match(said('anthropic'), /^It says that it deletes nothing of the API on request/);
    assert.match(said('groq'), /^By its terms it holds nothing/);
    assert.deepEqual(
      ['openai', 'anthropic', 'groq'].map((to) => todoOf(to)?.copy),
      [true, true, false],
    );
  });

  it('says that there is nothing to ask for where nothing is held', () => {
    const view = ledgerView(
      show([entry('groq', 400, until('2026-01-01'), { provider: 'groq' })]),
      catalogue,
      NOW,
      english,
    );
    assert.equal(view.lanes[0]?.todo.copy, false);
    assert.match(view.lanes[0]?.todo.steps[0]?.text ?? '', /nothing to ask for/);
  });

  it('says what is wrong, and what there is none of', () => {
    const notes = ledgerView(
      show([entry('openai', 1, until('2026-12-20'))], {
        damaged: 2,
        newer: 1,
        unreadable: 1,
        leftOut: 5,
        isKept: false,
        problem: 'wrong',
      }),
      catalogue,
      NOW,
      english,
    ).notes;
    assert.equal(notes.length, 6);
    const empty = (over: Partial<LedgerToShow>): string =>
      ledgerView(show([], over), catalogue, NOW, english).empty;
    assert.match(empty({}), /Nothing has left yet/);
    assert.match(empty({ isKept: false }), /switched off/);
    assert.equal(empty({ problem: 'wrong' }), '');
  });

  it('keeps the facts that were in force once for all requests under the same', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => entry('openai', n / 20, until('2026-12-20')));
    const view = ledgerView(show(many), catalogue, NOW, english);
    assert.equal(view.rows.length, 5_000);
    assert.equal(view.terms.length, 1);
    assert.match(view.terms[0]?.[0]?.source ?? '', /, 2026-05-02$/);
  });
});

const fact = (one: Pick<FactRow, 'fact' | 'value'>): FactRow => ({
  ...one,
  firm: 'firm',
  src: 'oa-data',
  asOf: '2026-05-02',
});

describe('the facts of an entry', () => {
  it('are in words, with the source as it is called today', () => {
    const facts = [
      fact({ fact: 'training', value: 'opt-in' }),
      fact({ fact: 'humanReview', value: 'flagged-only' }),
      fact({ fact: 'metadataLogging', value: 'yes' }),
      fact({ fact: 'retention', value: 'abuse-log: 30 days' }),
      fact({ fact: 'retention', value: 'prompt+output: until-deleted' }),
      fact({ fact: 'retention', value: 'something: new' }),
      fact({ fact: 'region', value: 'unknown' }),
      { ...fact({ fact: 'passThrough', value: 'Google' }), src: null, asOf: null },
    ];
    const rows = factRows(facts, catalogue, english);
    assert.deepEqual(
      rows.map(({ text }) => text),
      [
        'Not used for training unless you opt in',
        'People may look if flagged',
        'Kept, without content',
        'Kept up to 30 days (abuse log)',
        'Kept until you delete it',
        'something: new',
        'Not known',
        'Google',
      ],
    );
    assert.match(rows[0]?.source ?? '', /OpenAI.*, 2026-05-02$/);
    assert.equal(rows.at(-1)?.source, '');
  });

  it('have words for all that may be kept, for as long as it may', () => {
    for (const what of RETAINED) {
      for (const term of TERMS) {
        const value = `${what}: ${term}`;
        const [row] = factRows([fact({ fact: 'retention', value })], catalogue, english);
        assert.notEqual(row?.text, value);
      }
    }
  });
});

describe('a deletion request', () => {
  it('names times and ids of what is still held, and nothing else', () => {
    const [lane] = lanesOf(
      [
        entry('openai', 1, until('2026-12-20'), { model: 'gpt-5' }, ended({ requestId: 'req_1' })),
        entry('openai', 2, until('2026-12-19'), {}, undefined),
        entry('openai', 3, until('2026-12-18'), {}, ended({ sent: 'no', how: 'failed', requestId: 'req_3' })),
        entry('openai', 90, until('2026-09-22'), {}, ended({ requestId: 'req_4' })),
      ],
      TODAY,
    );
    assert.ok(lane);
    const text = deletionRequest(lane, 'OpenAI', english);
    assert.match(text, /^To OpenAI:\n/);
    assert.ok(text.includes('2026-11-20T12:00:00.000Z\treq_1\tgpt-5\n'));
    assert.ok(text.includes('2026-11-19T12:00:00.000Z\tno id given\tgpt-5\n'));
    assert.ok(!text.includes('req_3') && !text.includes('req_4'));
  });
});
