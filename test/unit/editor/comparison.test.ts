import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { compare, knownDestinations } from '../../../src/airlock/compare.ts';
import { comparisonView } from '../../../src/editor/comparison-view.ts';
import { type Clauses, REQUIREMENT_PRESETS } from '../../../src/policy/requirements.ts';
import { COLUMNS, type ComparisonView, ToComparison } from '../../../src/protocol/comparison.ts';
import { english } from '../../../src/sentences/translate.ts';
import { CATALOGUE, policyOn, TODAY } from '../policy/ask.ts';

function view(demands: Clauses, today = TODAY): ComparisonView {
  return comparisonView(
    {
      rows: compare(policyOn(today), knownDestinations(CATALOGUE), demands, today),
      demands,
      today,
      catalogueAsOf: CATALOGUE.asOf,
      problem: undefined,
      isChosen: ({ written }) => written === 'groq/llama-3.3-70b-versatile',
    },
    english,
  );
}

const nda = view(REQUIREMENT_PRESETS['client-nda']);

function rowOf({ rows }: ComparisonView, id: string): ComparisonView['rows'][number] {
  const row = rows.find((one) => one.id.startsWith(id));
  assert.ok(row, id);
  return row;
}

describe('the table of all destinations', () => {
  it('is a message that the page takes, through JSON too', () => {
    const message = { type: 'comparison', comparison: nda };
    const received: unknown = JSON.parse(JSON.stringify(message));
    assert.deepEqual(v.parse(ToComparison, received), message);
  });

  it('has every column in every row, with words in every cell', () => {
    for (const { id, cells } of nda.rows) {
      assert.deepEqual(Object.keys(cells).toSorted(), COLUMNS.toSorted(), id);
      for (const column of COLUMNS) assert.notEqual(cells[column]?.text.trim() ?? '', '', `${id} ${column}`);
    }
  });

  it('sorts a column by texts or by numbers, never by both', () => {
    for (const column of COLUMNS) {
      const kinds = new Set(nda.rows.map(({ cells }) => typeof cells[column]?.order));
      assert.equal(kinds.size, 1, column);
    }
  });

  it('says of what is required whether it is met, in words, and nothing of the rest', () => {
    const groq = rowOf(nda, 'groq').cells;
    assert.deepEqual(groq.training?.verdict, { met: true, text: 'As required' });
    assert.equal(groq.region?.verdict, null);
    const deepSeek = rowOf(nda, 'deepseek').cells;
    assert.deepEqual(deepSeek.training?.verdict, { met: false, text: 'Not as required' });
    assert.match(deepSeek.training?.notes[0] ?? '', /You require no training/);
    assert.match(deepSeek.fit?.text ?? '', /^Misses \d$/);
    assert.deepEqual(nda.required, [
      'No training',
      'Kept for at most 30 days',
      'People only if flagged',
      'Answers are yours',
    ]);
  });

  it('has no column of fit where nothing is required', () => {
    const free = view({});
    assert.ok(!free.columns.some(({ id }) => id === 'fit'));
    assert.ok(nda.columns.some(({ id }) => id === 'fit'));
    assert.ok(free.rows.every(({ cells }) => Object.values(cells).every(({ verdict }) => verdict === null)));
  });

  it('links every stated fact to a source with its date', () => {
    for (const { id, cells } of nda.rows) {
      for (const column of ['training', 'retention', 'review', 'outputs'] as const) {
        const cell = cells[column];
        const said = (cell?.citations.length ?? 0) > 0 || (cell?.notes.length ?? 0) > 0;
        assert.ok(said, `${id} ${column}: neither a source nor why there is none`);
        for (const citation of cell?.citations ?? []) {
          assert.match(citation.remark, /^(?:\d{4}-\d\d-\d\d|undated)/);
          assert.notEqual(citation.short, '');
        }
      }
    }
  });

  it('leads first to the clause in force where the sources disagree', () => {
    const { cells } = rowOf(nda, 'nvidia');
    assert.match(cells.training?.citations[0]?.label ?? '', /3\.3\(iv\)$/);
    assert.equal(cells.training?.citations[0]?.short, '§ 3.3(iv)');
    assert.equal(cells.retention?.citations[0]?.short, '§ 3.3');
    assert.match(cells.training?.notes.join(' ') ?? '', /Its sources disagree/);
  });

  it('draws what is kept: days, no days at all, what is flagged, and a range', () => {
    assert.deepEqual(rowOf(nda, 'cerebras').bars.content, { is: 'stated', days: 0 });
    assert.deepEqual(rowOf(nda, 'deepseek').bars.content, { is: 'unstated' });
    const anthropic = rowOf(nda, 'anthropic').bars;
    assert.deepEqual(
      [anthropic.content, anthropic.flagged],
      [
        { is: 'stated', days: 30 },
        { is: 'stated', days: 730 },
      ],
    );
    assert.match(anthropic.text, /30 days.*730 days \(if flagged\)/);
    const openAi = rowOf(nda, 'openai').bars;
    assert.deepEqual(openAi.content, { is: 'stated', days: 30 });
    assert.deepEqual(openAi.range?.best, { is: 'stated', days: 0 });
    assert.match(openAi.text, /depending on what is not known/);
  });

  it('says how old the sources are, the older the worse, and undated last', () => {
    const order = (id: string): number => Number(rowOf(nda, id).cells.age?.order);
    const late = view({}, '2027-11-21');
    assert.ok(Number(rowOf(late, 'groq').cells.age?.order) > order('groq'));
    assert.match(rowOf(late, 'groq').cells.age?.notes.join() ?? '', /older than 180 days/);
  });

  it('marks the destination that is chosen, in words', () => {
    const chosen = nda.rows.filter((row) => row.chosen !== '');
    assert.deepEqual(
      chosen.map(({ id, chosen: words }) => [id, words]),
      [['groq/llama-3.3-70b-versatile', 'chosen now']],
    );
  });
});
