import { type Airlock, messageOf, type Review, type TextOfFile } from '../airlock.ts';
import { isHeldBack } from '../decide/decision.ts';
import { explainPassed } from '../detect/explain.ts';
import { groupTables } from '../detect/fields/tables/summary.ts';
import type { Finding } from '../detect/finding.ts';
import { gradeOf } from '../policy/grade.ts';
import type { Destination } from '../policy/destination.ts';
import { decisionTitle, reasonSentence } from '../sentences/decision.ts';
import { findingLine, foundSummary, placeIn } from '../sentences/finding.ts';
import { gradeSentence, policyLine } from '../sentences/policy.ts';
import { tableLine } from '../sentences/table.ts';
import type { Work } from './batch.ts';
import { t } from './language.ts';
import { routeTo } from '../wire/route.ts';

/** Reviews one text as a prompt to a destination. */
export async function reviewText(
  airlock: Airlock,
  destination: Destination,
  text: TextOfFile,
): Promise<Review> {
  return airlock.review(airlock.newConversation(), routeTo(destination), [messageOf(text)]);
}

/** 0 where the text may go, 1 where it may not go as it is. */
export function exitCodeOf({ decision }: Review): 0 | 1 {
  return isHeldBack(decision.action) ? 1 : 0;
}

/** The review for a program to read. */
export function reviewAsJson({ findings, policy, decision }: Review): string {
  const { grade } = gradeOf(policy);
  const report = {
    decision: decision.action,
    findings: (findings[0] ?? []).map(withoutEvidence),
    reasons: decision.reasons,
    policy: { ...policy, grade },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The review for a person to read; no value is in it. A table is one line: `--json` has every cell.
 *
 * @param name of the file, empty for what came in by the standard input.
 */
export function reviewAsText(
  { findings, policy, decision, messages }: Review,
  explain: boolean,
  name = '',
): string {
  const found = findings[0] ?? [];
  const text = messages[0]?.text ?? '';
  const lines = [
    foundSummary(found, t),
    ...foundLines(found, text, name),
    ...(explain ? passedLines(text, found) : []),
    '',
    gradeSentence(policy, t),
    ...policyLine(policy, t).map((row) => `  ${row.text}`),
    '',
    decisionTitle(decision, t),
    ...decision.reasons.map((reason) => `  ${reasonSentence(reason, policy, t).text}`),
  ];
  return `${lines.join('\n')}\n`;
}

function foundLines(found: readonly Finding[], text: string, name: string): string[] {
  const { tables, others } = groupTables(found);
  return [
    ...tables.map((table) => `  ${tableLine(table, t, name)}`),
    ...others.map((finding) => `  ${findingLine(finding, text, t)}`),
  ];
}

/** What looked like a secret and was let pass, a line each: place and reason, never the value. */
function passedLines(text: string, found: readonly Finding[]): string[] {
  const passed = explainPassed(text, found);
  return [
    '',
    t('{0} let pass', passed.length),
    ...passed.map(({ at, exclusion }) => {
      const { line, column } = placeIn(text, at);
      return `  ${line}:${column} ${exclusion}`;
    }),
  ];
}

/** One group of a batch, each line a prompt of its own. */
export function checkWork(airlock: Airlock, destination: Destination): Work {
  const route = routeTo(destination);
  return async (items) => {
    const reviews = await airlock.reviewEach(route, items);
    return reviews.map(({ findings, decision }) => ({
      findings: (findings[0] ?? []).map(withoutEvidence),
      decision: decision.action,
    }));
  };
}

function withoutEvidence({ rule, class: className, kind, severity, start, end, table }: Finding): object {
  return { rule, class: className, kind, severity, start, end, ...(table ? { table } : {}) };
}
