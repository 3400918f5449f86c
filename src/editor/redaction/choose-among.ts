import * as vscode from 'vscode';
import type { Replacement } from '../../redact/redact.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { FindingRow } from './finding-rows.ts';

type Item = FindingRow & vscode.QuickPickItem;

/**
 * Lists what would be replaced, all of it picked, and marks the places in the editor.
 *
 * @param total how many there are, listed or not.
 * @returns what the user left out; undefined where they gave up.
 */
export function chooseAmong(
  editor: vscode.TextEditor,
  rows: readonly FindingRow[],
  total: number,
  t: Translate,
): Promise<ReadonlySet<Replacement> | undefined> {
  const items: readonly Item[] = rows;
  const marks = new Marks(editor);
  const pick = vscode.window.createQuickPick<Item>();
  pick.title =
    total > rows.length
      ? t('Redact in the selection: the first {0} of {1}; the others are replaced too', rows.length, total)
      : t('Redact in the selection');
  pick.placeholder = t('Space leaves one out, Enter replaces those picked');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.selectedItems = items;
  return new Promise((resolve) => {
    let result: ReadonlySet<Replacement> | undefined;
    let active = items[0];
    pick.onDidChangeActive(([now]) => {
      active = now ?? active;
      marks.show(pick.selectedItems, active);
    });
    pick.onDidChangeSelection((selected) => marks.show(selected, active));
    // Until the list has the focus, a blank goes into the filter, where nobody begins with one.
    pick.onDidChangeValue((value) => {
      if (value !== ' ' || active === undefined) return;
      pick.value = '';
      const selected = new Set(pick.selectedItems);
      if (!selected.delete(active)) selected.add(active);
      pick.selectedItems = [...selected];
      pick.activeItems = [active];
    });
    pick.onDidAccept(() => {
      const picked = new Set(pick.selectedItems);
      result = new Set(items.filter((item) => !picked.has(item)).map(({ replacement }) => replacement));
      pick.hide();
    });
    pick.onDidHide(() => {
      marks.dispose();
      pick.dispose();
      resolve(result);
    });
    pick.show();
    // Only what is shown has a row to begin at.
    pick.activeItems = items.slice(0, 1);
    marks.show(items, active);
  });
}

/** Marks in the editor what is going to be replaced, and brings into view what the list is at. */
class Marks implements vscode.Disposable {
  readonly #editor: vscode.TextEditor;
  readonly #picked = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  readonly #active = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchBorder'),
  });

  constructor(editor: vscode.TextEditor) {
    this.#editor = editor;
  }

  show(picked: readonly Item[], active: Item | undefined): void {
    const others = picked.filter((item) => item !== active);
    this.#editor.setDecorations(
      this.#picked,
      others.map((item) => this.#rangeOf(item)),
    );
    this.#editor.setDecorations(this.#active, active ? [this.#rangeOf(active)] : []);
    if (active) {
      const shown = vscode.TextEditorRevealType.InCenterIfOutsideViewport;
      this.#editor.revealRange(this.#rangeOf(active), shown);
    }
  }

  dispose(): void {
    this.#picked.dispose();
    this.#active.dispose();
  }

  #rangeOf({ replacement: { start, end } }: Item): vscode.Range {
    const { document } = this.#editor;
    return new vscode.Range(document.positionAt(start), document.positionAt(end));
  }
}
