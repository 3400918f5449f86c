import type { Compared } from '../airlock/compare.ts';
import type { IsoDate } from '../policy/dates.ts';
import type { PolicyFacts } from '../policy/facts.ts';
import type { Clauses } from '../policy/requirements.ts';
import { daysKept, isContent, isKept, severityOf, worstKept, type KeptTerm } from '../policy/retention.ts';
import {
  COLUMNS,
  type ColumnId,
  type ComparisonRow,
  type ComparisonView,
  type Span,
} from '../protocol/comparison.ts';
import { demandTexts } from '../sentences/demands.ts';
import { keptWording } from '../sentences/policy-words.ts';
import type { Translate } from '../sentences/translate.ts';
import { cellsOf } from './comparison-cells.ts';
import { gradeTone } from './panel/panel-view.ts';

/** Columns of names, of which none is better than another. */
const BY_NAME: readonly ColumnId[] = ['destination', 'region'];

/** What the table is made of. */
export interface Comparison {
  readonly rows: readonly Compared[];
  readonly demands: Clauses;
  readonly today: IsoDate;
  readonly catalogueAsOf: IsoDate;
  /** Why what is shown is not what is in force; undefined where it is. */
  readonly problem: string | undefined;
  /** Whether a destination is the one that is chosen. */
  readonly isChosen: (row: Compared) => boolean;
}

/** All destinations beside each other in words, weighed against what is demanded. */
export function comparisonView(comparison: Comparison, t: Translate): ComparisonView {
  const { rows, demands, today, catalogueAsOf, problem, isChosen } = comparison;
  const required = demandTexts(demands, t);
  const fitting = rows.filter(({ misses }) => misses.length === 0).length;
  return {
    title: t('Compare Providers'),
    required,
    summary:
      required.length === 0
        ? t('{0} destinations', rows.length)
        : t('{0} of {1} destinations fit', fitting, rows.length),
    asOf: t('as of {0}', catalogueAsOf),
    problem: problem ?? null,
    columns: COLUMNS.filter((id) => id !== 'fit' || required.length > 0).map((id) => {
      const label = columnLabel(id, t);
      return {
        id,
        label,
        ...(BY_NAME.includes(id)
          ? { ascending: t('{0}, A to Z', label), descending: t('{0}, Z to A', label) }
          : { ascending: t('{0}, best first', label), descending: t('{0}, worst first', label) }),
      };
    }),
    rows: rows.map((row) => rowView(row, cellsOf(row, demands, today, t), isChosen(row), t)),
    labels: labels(t),
  };
}

function rowView(row: Compared, cells: ComparisonRow['cells'], chosen: boolean, t: Translate): ComparisonRow {
  const { written, name, models, policy, grading } = row;
  return {
    id: written,
    name,
    detail: policy.local
      ? t('once its server is recognised on this machine')
      : models.length === 0
        ? t('any model without terms of its own')
        : models.join(', '),
    chosen: chosen ? t('chosen now') : '',
    grade: grading.grade,
    gradeTone: gradeTone(grading.grade),
    cells,
    bars: barsOf(policy.facts, policy.best, policy.worst, t),
  };
}

/** How long things are kept, for the axis, and the same in words for who does not see it. */
function barsOf(
  facts: PolicyFacts,
  best: PolicyFacts,
  worst: PolicyFacts,
  t: Translate,
): ComparisonRow['bars'] {
  const content = spanOf(facts);
  const flagged = flaggedBeyond(facts);
  const range = { best: spanOf(best), worst: spanOf(worst) };
  const open = JSON.stringify(range.best) !== JSON.stringify(range.worst);
  const words = (of: PolicyFacts): string => {
    const kept = worstKept(of.retention);
    return kept === undefined ? t('No period stated') : keptWording(kept, t).text;
  };
  return {
    content,
    flagged: flagged === undefined ? null : spanOfItem(flagged),
    range: open ? range : null,
    text: [
      words(facts),
      ...(flagged === undefined ? [] : [keptWording(flagged, t).text]),
      ...(open ? [t('from "{0}" to "{1}", depending on what is not known', words(best), words(worst))] : []),
    ].join('; '),
  };
}

function spanOf({ retention }: PolicyFacts): Span {
  const worst = worstKept(retention);
  return worst === undefined ? { is: 'unstated' } : spanOfItem(worst);
}

function spanOfItem(item: KeptTerm): Span {
  if (!isKept(item)) return { is: 'stated', days: 0 };
  const days = daysKept(item);
  if (days !== null) return { is: 'stated', days };
  return { is: item.term === 'until-deleted' || item.term === 'indefinite' ? 'endless' : 'unstated' };
}

/** The longest that is kept of flagged content alone, where that is not what the bar shows already. */
function flaggedBeyond({ retention }: PolicyFacts): PolicyFacts['retention'][number] | undefined {
  const asOrdinary = (item: KeptTerm): number => severityOf({ ...item, what: 'prompt+output' });
  const worst = worstKept(retention);
  return retention
    .filter((item) => item.what === 'flagged' && isContent(item) && isKept(item) && item !== worst)
    .toSorted((a, b) => asOrdinary(b) - asOrdinary(a))[0];
}

function columnLabel(id: ColumnId, t: Translate): string {
  const words: Record<ColumnId, string> = {
    destination: t('Destination'),
    fit: t('Your requirements'),
    grade: t('Grade'),
    training: t('Training'),
    retention: t('Kept'),
    review: t('People'),
    passes: t('Passed on'),
    region: t('Region'),
    outputs: t('Answers belong to'),
    age: t('Age of sources'),
  };
  return words[id];
}

function labels(t: Translate): ComparisonView['labels'] {
  return {
    caption: t('All destinations by what they do with what you send'),
    required: t('You require'),
    nothingRequired: t('You require nothing of a destination yet.'),
    changeRequired: t('Change requirements'),
    sortBy: t('Sort by'),
    more: t('More'),
    openCard: t('All facts'),
    legend: [
      { mark: 'content', text: t('prompts and answers') },
      { mark: 'flagged', text: t('if flagged') },
      { mark: 'range', text: t('may be less or more') },
      { mark: 'endless', text: t('without end, or until you delete it') },
      { mark: 'unstated', text: t('nobody says for how long') },
    ],
    ticks: {
      none: '0',
      day: t('1 d'),
      month: t('30 d'),
      halfYear: t('180 d'),
      endless: '∞',
      unstated: '?',
    },
  };
}
