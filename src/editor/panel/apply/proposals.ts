import * as vscode from 'vscode';
import type { Translate } from '../../../sentences/translate.ts';
import { PROPOSAL } from '../../ids.ts';
import { differenceOf, type Proposal } from './propose.ts';
import type { Target } from './targets.ts';

/** A change to a file that waits for the user's word. */
export interface Proposed {
  readonly target: Target;
  /** What the file would be, made of the text it has now. */
  readonly make: (file: string) => Proposal;
}

interface Shown extends Proposed {
  readonly uri: vscode.Uri;
  readonly before: string;
  readonly after: string;
}

/**
 * Changes proposed by an answer: shown in the editor's diff first, and written only when the user says so, as one step
 * that can be undone. There is one at a time. What it shows is kept nowhere, and forgotten with its tab.
 */
export class Proposals implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #t: Translate;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[];
  #shown: Shown | undefined;
  #count = 0;

  constructor(t: Translate) {
    this.#t = t;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(PROPOSAL, this),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (this.#shown && closed.some(isOf(this.#shown.uri))) this.#forget();
      }),
    ];
    // A window that is loaded again brings tabs back, of which nothing is known any more.
    void closeTabs(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === PROPOSAL,
    );
  }

  readonly onDidChange = (listener: (uri: vscode.Uri) => unknown): vscode.Disposable =>
    this.#changed.event(listener);

  provideTextDocumentContent(uri: vscode.Uri): string {
    if (uri.query === EMPTY) return '';
    return this.#shown?.uri.toString() === uri.toString()
      ? this.#shown.after
      : this.#t('This proposal is over. Apply the code again.');
  }

  /** Shows what would change; nothing is written. Says so where there is nothing, or where it does not fit. */
  async show(proposed: Proposed): Promise<void> {
    const t = this.#t;
    const { target } = proposed;
    const before = await textOf(target);
    if (before === undefined) {
      void vscode.window.showWarningMessage(t('{0} could not be opened.', nameOf(target)));
      return;
    }
    const made = proposed.make(before);
    if (!made.ok) {
      void vscode.window.showWarningMessage(
        t(
          'The diff does not fit {0}: the lines of its piece {1} are not there. Nothing was changed.',
          nameOf(target),
          made.hunk,
        ),
      );
      return;
    }
    if (made.text === before) {
      void vscode.window.showInformationMessage(
        t('{0} has this already; there is nothing to change.', nameOf(target)),
      );
      return;
    }
    await this.discard();
    this.#count += 1;
    const uri = vscode.Uri.from({ scheme: PROPOSAL, path: target.uri.path, query: String(this.#count) });
    const shown = { ...proposed, uri, before, after: made.text };
    this.#shown = shown;
    const current = target.isNew ? uri.with({ query: EMPTY }) : target.uri;
    const title = t('{0} ↔ proposed', nameOf(target));
    await vscode.commands.executeCommand('vscode.diff', current, uri, title, { preview: true });
    void this.#ask(shown, made.how);
  }

  async #ask(shown: Shown, how: (Proposal & { ok: true })['how']): Promise<void> {
    const t = this.#t;
    const name = nameOf(shown.target);
    const apply = t('Apply');
    const discard = t('Discard');
    const answer = await vscode.window.showInformationMessage(
      sentenceOf(how, shown.target.isNew, name, t),
      apply,
      discard,
    );
    // It may be over by now, or another be shown.
    if (this.#shown?.uri.query !== shown.uri.query) return;
    if (answer === apply) await this.apply();
    else if (answer === discard) await this.discard();
  }

  /** Writes what is shown. Where the file has changed since, what would be changed now is shown in its place. */
  async apply(): Promise<void> {
    const t = this.#t;
    const shown = this.#shown;
    if (!shown) return;
    const { target, before, after } = shown;
    const name = nameOf(target);
    const now = await textOf(target);
    if (now !== before) {
      void vscode.window.showWarningMessage(
        t('{0} has changed meanwhile, so nothing was written. Look at the change again.', name),
      );
      if (now === undefined) await this.discard();
      else await this.show(shown);
      return;
    }
    const { start, end, put } = differenceOf(before, after);
    const edit = new vscode.WorkspaceEdit();
    if (target.isNew) {
      edit.createFile(target.uri, { overwrite: false, contents: new TextEncoder().encode(after) });
    } else {
      const document = await vscode.workspace.openTextDocument(target.uri);
      edit.replace(target.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), put);
    }
    if (!(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showWarningMessage(t('{0} cannot be changed; nothing was written.', name));
      return;
    }
    await this.discard();
    const document = await vscode.workspace.openTextDocument(target.uri);
    const place = new vscode.Range(document.positionAt(start), document.positionAt(start));
    await vscode.window.showTextDocument(document, { selection: place });
    vscode.window.setStatusBarMessage(t('Applied to {0}', name), 3_000);
  }

  /** Closes what is shown; nothing is written. */
  async discard(): Promise<void> {
    const shown = this.#shown;
    this.#forget();
    if (shown) await closeTabs(isOf(shown.uri));
  }

  dispose(): void {
    this.#forget();
    for (const one of this.#disposables) one.dispose();
  }

  /** The editor may keep a document for a while after its tab: what is in it is to go as well. */
  #forget(): void {
    const shown = this.#shown;
    this.#shown = undefined;
    if (shown) this.#changed.fire(shown.uri);
  }
}

/** Stands for a file that is not there yet. */
const EMPTY = 'empty';

function nameOf({ uri }: Target): string {
  return vscode.workspace.asRelativePath(uri, false);
}

/** What a file has now, that of an editor before that on the disk; empty for one that is not there. */
async function textOf({ uri, isNew }: Target): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return isNew ? '' : undefined;
  }
}

function sentenceOf(
  how: (Proposal & { ok: true })['how'],
  isNew: boolean,
  name: string,
  t: Translate,
): string {
  if (isNew) return t('Create {0} with this code?', name);
  switch (how) {
    case 'whole':
      return t('Apply to {0}? The code was taken for the whole file.', name);
    case 'part':
      return t('Apply to {0}? The code was put in place of the lines it is of.', name);
    case 'diff':
      return t('Apply the diff to {0}?', name);
    case 'inserted':
      return t(
        'Apply to {0}? The code has no place in it of its own, so it was put in where the cursor is.',
        name,
      );
  }
}

function isOf(uri: vscode.Uri): (tab: vscode.Tab) => boolean {
  return ({ input }) =>
    input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString();
}

async function closeTabs(which: (tab: vscode.Tab) => boolean): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(which);
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
