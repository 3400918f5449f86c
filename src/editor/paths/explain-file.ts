import * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import type { Explained } from '../../decide/paths/explain.ts';
import type { RuleSource } from '../../decide/paths/verdict.ts';
import { effectText, sourceText } from '../../sentences/paths.ts';
import type { Translate } from '../../sentences/translate.ts';
import { SETTINGS } from '../ids.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import { fileOf } from '../redaction/redacting.ts';

/** What a file is explained by. */
export interface ExplainingFiles {
  readonly airlock: Pick<Airlock, 'explainFile'>;
  /** Where a rule stands; undefined for one that is in no file. */
  readonly uriOf: (source: RuleSource) => vscode.Uri | undefined;
  readonly t: Translate;
}

interface Item extends vscode.QuickPickItem {
  readonly source?: RuleSource;
}

/**
 * Says what rules about paths there are for a file, which of them holds and where each stands; the one that is picked is
 * opened there.
 * @param uri the file that was clicked; without one that in front.
 */
export async function explainThisFile(
  uri: vscode.Uri | undefined,
  explaining: ExplainingFiles,
): Promise<void> {
  const { airlock, uriOf, t } = explaining;
  const front = vscode.window.activeTextEditor?.document;
  const file = uri ?? vscode.window.activeNotebookEditor?.notebook.uri ?? (front && fileOf(front));
  if (file === undefined) {
    void vscode.window.showInformationMessage(t('Open a file first, or choose one in the explorer.'));
    return;
  }
  const name = fileNameOf(file);
  const explained = airlock.explainFile(name);
  const picked = await vscode.window.showQuickPick(itemsOf(explained, t), {
    title: t('What may become of {0}', name.path),
    placeHolder: verdictText(explained, t),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.source === undefined) return;
  const { source } = picked;
  if (source.layer === 'user') {
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `@id:${SETTINGS.section}.${SETTINGS.paths}`,
    );
    return;
  }
  const at = uriOf(source);
  if (at === undefined) return;
  const place = new vscode.Position((source.line ?? 1) - 1, 0);
  await vscode.window.showTextDocument(at, { selection: new vscode.Range(place, place) });
}

function itemsOf(explained: readonly Explained[], t: Translate): readonly Item[] {
  if (explained.length === 0) {
    return [
      {
        label: t('No path rule is about it'),
        detail: t('What is found in it is decided like everything else.'),
        iconPath: new vscode.ThemeIcon('pass'),
      },
    ];
  }
  return explained.map(({ ruling, holds, by }): Item => {
    const { effect } = ruling;
    const isKept = holds && effect.does !== 'allow';
    return {
      label: effect.does === 'allow' ? `!${ruling.glob}` : ruling.glob,
      description: sourceText(ruling.source, t),
      detail: [
        holds
          ? effectText(ruling, t)
          : t('{0}, but a later rule of the same list overrides it', effectText(ruling, t)),
        ...(by === undefined ? [] : [t('as {0}, where a link leads', by.path)]),
      ].join(' · '),
      iconPath: new vscode.ThemeIcon(isKept ? 'circle-slash' : holds ? 'pass' : 'dash'),
      source: ruling.source,
    };
  });
}

function verdictText(explained: readonly Explained[], t: Translate): string {
  const holding = explained.filter(({ ruling, holds }) => holds && ruling.effect.does !== 'allow');
  if (holding.length === 0) return t('It may leave, as what is found in it allows.');
  return holding.some(({ ruling }) => ruling.effect.does === 'deny')
    ? t('It never leaves.')
    : t('It leaves only as these rules say.');
}
