import * as vscode from 'vscode';
import { type Grade, gradeOf } from '../policy/grade.ts';
import { asOfText, gradeSentence, policyBrief, policyLine } from '../sentences/policy.ts';
import type { Translate } from '../sentences/translate.ts';
import { COMMANDS } from './ids.ts';
import type { Chosen } from './panel/panel-view.ts';

interface Look {
  readonly icon: string;
  readonly background?: string;
}

/** Icon and colour of each grade; the words beside them say the same. */
const LOOKS: Readonly<Record<Grade, Look>> = {
  A: { icon: 'shield' },
  B: { icon: 'shield' },
  C: { icon: 'shield', background: 'statusBarItem.warningBackground' },
  D: { icon: 'warning', background: 'statusBarItem.warningBackground' },
  E: { icon: 'error', background: 'statusBarItem.errorBackground' },
  '?': { icon: 'question', background: 'statusBarItem.errorBackground' },
};

/** Shows where prompts go and what happens to them there, in a few words. */
export function showStatus(item: vscode.StatusBarItem, chosen: Chosen, t: Translate): void {
  if (!chosen.ok) {
    item.text = `$(error) ${chosen.title ?? t('No destination')}`;
    item.tooltip = chosen.text;
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
    item.accessibilityInformation = { label: `${t('Prompt Airlock')}: ${chosen.text}` };
    return;
  }
  const { policy, name } = chosen;
  const { grade } = gradeOf(policy);
  // Where nothing leaves and nothing is rehearsed there is nothing to warn of.
  const idle = policy.rehearsal && policy.reason === 'dry-run';
  const { icon, background }: Look = idle ? { icon: 'beaker' } : LOOKS[grade];
  const brief = policyBrief(policy, t);
  // A rehearsal's name and its policy both say that it is a dry run; once is enough.
  const words = idle ? brief : `${name} · ${grade} · ${brief}`;
  item.text = `$(${icon}) ${words}`;
  item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
  item.tooltip = tooltip(chosen, t);
  item.accessibilityInformation = {
    label: `${t('Prompt Airlock')}: ${name}, ${t('Grade')} ${grade}, ${brief}`,
  };
}

function tooltip({ policy, name }: Extract<Chosen, { ok: true }>, t: Translate): vscode.MarkdownString {
  const text = new vscode.MarkdownString(undefined, true);
  text
    .appendMarkdown('**')
    .appendText(`${name} · ${gradeOf(policy).grade}`)
    .appendMarkdown('**\n\n');
  text.appendText(gradeSentence(policy, t)).appendMarkdown('\n\n');
  for (const row of policyLine(policy, t)) {
    text.appendMarkdown(`$(${row.icon}) `).appendText(row.text).appendMarkdown('  \n');
  }
  text.appendMarkdown('\n').appendText(asOfText(policy, t));
  // Of commands the tooltip may run this one alone.
  text.isTrusted = { enabledCommands: [COMMANDS.showLedger] };
  text
    .appendMarkdown('\n\n[')
    .appendText(t('Show Ledger'))
    .appendMarkdown(`](command:${COMMANDS.showLedger})`);
  return text;
}
