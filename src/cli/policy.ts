import { gradeOf } from '../policy/grade.ts';
import type { Listing } from '../policy/openrouter-lists.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { OTHER, type OpenQuestion } from '../policy/questions.ts';
import type { CitationText } from '../sentences/citation.ts';
import { listingSentence } from '../sentences/openrouter.ts';
import { policyCard } from '../sentences/policy-card.ts';
import { questionText } from '../sentences/question.ts';
import { t } from './language.ts';

/**
 * The policy in force for a program to read.
 * @param openRouter what OpenRouter's own lists say of the destination; no fact of the policy.
 */
export function policyAsJson(policy: DataPolicy, openRouter?: Listing): string {
  return `${JSON.stringify({ grade: gradeOf(policy).grade, ...policy, openRouter }, null, 2)}\n`;
}

/**
 * The policy in force for a person to read, with every source.
 * @param question what is open about the account.
 * @param openRouter what OpenRouter's own lists say of the destination.
 */
export function policyAsText(policy: DataPolicy, question?: OpenQuestion, openRouter?: Listing): string {
  const card = policyCard(policy, t);
  const lines = [
    `${card.title}: ${card.grade}`,
    card.gradeText,
    ...(card.problem === null ? [] : [card.problem]),
    card.asOf,
    '',
    ...card.rows.flatMap(({ label, text, note, of, citations }) => [
      `${label}${of === null ? '' : ` (${of})`}: ${text}`,
      ...(note === null ? [] : [`    ${note}`]),
      ...citations.map(sourceLine),
    ]),
    ...card.contradictions.flatMap(({ what, reading, sides }) => [
      '',
      t('Contradiction: {0}', what),
      ...sides.flatMap(({ label, text, citations }) => [`  ${label}: ${text}`, ...citations.map(sourceLine)]),
      `  ${t('Reading in force')}: ${reading}`,
    ]),
    ...section(t('Asked for in each request'), card.asked),
    ...(question === undefined ? [] : ['', questionText(question, t), ...howToAnswer(question)]),
    ...section(
      t('What would change it'),
      card.openOn.map(({ text, note }) => join(text, note)),
    ),
    ...section(
      t('What would improve it'),
      card.improvements.map(({ text, caveat }) => join(text, caveat)),
    ),
    ...section(t('Listed by OpenRouter'), openRouter === undefined ? [] : [listingSentence(openRouter, t)]),
    ...section(
      t('Also read'),
      card.alsoRead.map((citation) => sourceLine(citation).trim()),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The answers, as the options of the command take them. */
function howToAnswer({ field, name, options }: OpenQuestion): readonly string[] {
  const option = field === 'setting' ? `--setting ${name ?? ''}=` : `--${field} `;
  return options
    .flatMap(({ values }) => values.filter((value) => value !== OTHER))
    .map((value) => `  ${option}${/\s/.test(value) ? `"${value}"` : value}`);
}

function sourceLine({ label, remark, url }: CitationText): string {
  return `    [${label}; ${remark}]${url === null ? '' : ` ${url}`}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function join(text: string, more: string | null): string {
  return more === null ? text : `${text} (${more})`;
}
