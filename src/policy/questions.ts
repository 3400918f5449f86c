import { fieldKey, type AccountField } from './accounts.ts';
import type { Catalogue } from './catalogue.ts';
import type { IsoDate } from './dates.ts';
import { DRY_RUN, type Account, type Destination } from './destination.ts';
import { chooseFacts, type PolicyFacts } from './facts.ts';
import { GRADES, gradeOf, type Grade } from './grade.ts';
import { resolvePolicy, type DataPolicy } from './resolve.ts';

/** One answer: words that mean the same here, and what would hold if it were given. */
export interface QuestionOption {
  /** The catalogue's words; the first is the one to state. `other` is none of those that make a difference. */
  readonly values: readonly [string, ...string[]];
  readonly grade: Grade;
  readonly best: Grade;
  readonly worst: Grade;
  /** The facts that would be others than those in force now. */
  readonly changes: readonly (keyof PolicyFacts)[];
}

/** The one question whose answer would settle most of what is not known of an account. */
export interface OpenQuestion extends AccountField {
  /** Whose account it is: a catalogue id and the name people know. */
  readonly provider: string;
  readonly providerName: string;
  readonly options: readonly QuestionOption[];
}

/** What is stated for an answer that no rule asks for; the resolver takes it as off, or as any other plan. */
export const OTHER = 'other';

/** Words for a switch that is off: where one of them is an answer, there is no other. */
const OFF: readonly string[] = ['disabled', 'false', 'no', 'none', 'off'];

/** A step of the grade says more than any number of facts that it does not show. */
const GRADE_STEP = 10;

/**
 * The question to ask about the account that a destination is used with: of its plan, its region and its settings,
 * the one whose answers leave the narrowest range on average. The range is the span of the grade and the facts whose
 * two ends differ; features are no matter of an account and are not asked for.
 * @param skip fields that are not to be asked for, as `fieldKey` writes them.
 * @returns undefined where nothing is open, or no answer would narrow it.
 */
export function openQuestion(
  catalogue: Catalogue,
  destination: Destination,
  today: IsoDate,
  skip: readonly string[] = [],
): OpenQuestion | undefined {
  const sent = destination.rehearses ?? destination;
  if (sent.provider === DRY_RUN) return undefined;
  const now = resolvePolicy(catalogue, sent, today);
  const provider = now.provider === null ? undefined : catalogue.providers[now.provider.id];
  if (provider === undefined || now.local) return undefined;
  const { plans = [], regions = [], settings = {} } = provider.vocabulary;
  const fields: readonly (readonly [AccountField, readonly string[]])[] = [
    [{ field: 'plan', name: null }, plans],
    ...Object.entries(settings).map(
      ([name, values]) => [{ field: 'setting', name } as const, values] as const,
    ),
    [{ field: 'region', name: null }, regions],
  ];
  let narrowest = widthOf(now);
  let question: OpenQuestion | undefined;
  for (const [field, values] of fields) {
    if (values.length === 0 || isStated(sent.account, field) || skip.includes(fieldKey(field))) continue;
    const answers = answersTo(catalogue, sent, today, field, values);
    const width = widthAfter(answers);
    if (width >= narrowest) continue;
    narrowest = width;
    const options = answers.map((answer) => optionOf(answer, now));
    question = { ...field, provider: provider.id, providerName: provider.name, options };
  }
  return question;
}

/** The account with an answer stated. */
export function withAnswered(account: Account, { field, name }: AccountField, value: string): Account {
  if (field !== 'setting') return { ...account, [field]: value };
  return name === null ? account : { ...account, settings: { ...account.settings, [name]: value } };
}

interface Answer {
  readonly values: [string, ...string[]];
  readonly policy: DataPolicy;
}

/** The answers, those with the same outcome as one. */
function answersTo(
  catalogue: Catalogue,
  destination: Destination,
  today: IsoDate,
  field: AccountField,
  words: readonly string[],
): readonly Answer[] {
  const isWhole = words.some((word) => OFF.includes(word.toLowerCase()));
  const answers = new Map<string, Answer>();
  for (const value of isWhole ? words : [...words, OTHER]) {
    const account = withAnswered(destination.account, field, value);
    const policy = resolvePolicy(catalogue, { ...destination, account }, today);
    const outcome = JSON.stringify([policy.facts, policy.best, policy.worst]);
    const same = answers.get(outcome);
    if (same === undefined) answers.set(outcome, { values: [value], policy });
    else same.values.push(value);
  }
  return [...answers.values()];
}

/**
 * The width that is left on average. Whoever has none of the plans that are named is rare where two and more are;
 * where only one is, it is the other half of the answer.
 */
function widthAfter(answers: readonly Answer[]): number {
  const named = answers.filter(({ values: [first] }) => first !== OTHER);
  const counted = named.length < 2 ? answers : named;
  return counted.reduce((sum, { policy }) => sum + widthOf(policy), 0) / counted.length;
}

function optionOf({ values, policy }: Answer, now: DataPolicy): QuestionOption {
  const { grade, best, worst } = gradeOf(policy);
  return { values, grade, best, worst, changes: differing(now.facts, policy.facts) };
}

function isStated({ plan, region, settings }: Account, { field, name }: AccountField): boolean {
  if (field === 'setting') return Object.hasOwn(settings, name ?? '');
  return (field === 'plan' ? plan : region) !== undefined;
}

/** How much is open: 0 where the two ends of the range are the same. */
export function widthOf(policy: DataPolicy): number {
  const { best, worst } = gradeOf(policy);
  const steps = GRADES.indexOf(worst) - GRADES.indexOf(best);
  return steps * GRADE_STEP + differing(policy.best, policy.worst).length;
}

/** The facts in which one of the two is worse than the other. */
function differing(a: PolicyFacts, b: PolicyFacts): readonly (keyof PolicyFacts)[] {
  const [worse, better] = [chooseFacts('worse', a, b), chooseFacts('better', a, b)];
  const names = Object.keys(a) as (keyof PolicyFacts)[];
  return names.filter((name) => worse[name] !== better[name]);
}
