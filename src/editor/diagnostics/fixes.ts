import * as vscode from 'vscode';
import type { Finding } from '../../detect/finding.ts';
import { kindOf, revokedAt } from '../../detect/kinds.ts';
import { kindName } from '../../sentences/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Allowances } from '../allowances.ts';
import { DIAGNOSTICS } from '../ids.ts';
import { openLink } from '../links.ts';
import { fileOf } from '../redaction/redacting.ts';
import type { Redaction } from '../redaction/redaction.ts';
import { type Diagnostics, savedFileOf, type Shown } from './diagnostics.ts';
import { placeIn } from './environment/place.ts';
import { moveToEnvironment } from './move-to-environment.ts';
import { ruleForFile } from './rule-for-file.ts';

/** What quick fixes are offered by and carried out with. */
export interface FixesOptions {
  readonly diagnostics: Pick<Diagnostics, 'at'>;
  readonly redaction: Pick<Redaction, 'redactPiece'>;
  readonly allowances: Pick<Allowances, 'allowValue' | 'allowKindIn'>;
  readonly t: Translate;
}

type Fix = 'redact' | 'move' | 'allow-value' | 'allow-kind' | 'revoke';

/** A fix for a finding, as the document was then. */
interface Offer {
  readonly fix: Fix;
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly finding: Finding;
}

/** So many offers are kept; a menu shows a few. */
const MOST_OFFERS = 200;
/** With a whole file selected nobody picks from a list of thousands. */
const MOST_FINDINGS = 5;

/**
 * Offers quick fixes for findings that are shown, and carries them out. The editor is given nothing but the number of
 * an offer, so that neither a value nor a place goes through anybody's hands, and no call makes up a fix of its own.
 */
export class Fixes implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #options: FixesOptions;
  readonly #offers = new Map<number, Offer>();
  readonly #registered: readonly vscode.Disposable[];
  #last = 0;

  constructor(options: FixesOptions) {
    this.#options = options;
    this.#registered = [
      vscode.languages.registerCodeActionsProvider('*', this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
      vscode.commands.registerCommand(DIAGNOSTICS.fix, (number: unknown) => this.#carryOut(number)),
    ];
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    return this.#options.diagnostics
      .at(document, range)
      .slice(0, MOST_FINDINGS)
      .flatMap((shown) => this.#fixesFor(document, shown));
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
    this.#offers.clear();
  }

  #fixesFor(document: vscode.TextDocument, { finding, diagnostic }: Shown): vscode.CodeAction[] {
    const { t } = this.#options;
    const { version } = document;
    const name = kindName(finding.kind, t);
    const action = (fix: Fix, title: string): vscode.CodeAction => {
      const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      const offered = this.#offer({ fix, document, version, finding });
      made.command = { command: DIAGNOSTICS.fix, title, arguments: [offered] };
      made.diagnostics = [diagnostic];
      return made;
    };
    const actions: vscode.CodeAction[] = [];
    if (canMove(document, finding)) {
      const move = action('move', t('{0}: move it to .env and read it from there', name));
      move.isPreferred = true;
      actions.push(move);
    }
    actions.push(action('redact', t('{0}: put a stand-in in its place', name)));
    actions.push(action('allow-value', t('{0}: always allow this value', name)));
    const file = savedFileOf(document);
    if (file && ruleForFile(finding.kind, file.path))
      actions.push(action('allow-kind', t('{0}: allow this kind in this file', name)));
    if (revokedAt(finding.kind) !== undefined)
      actions.push(action('revoke', t('{0}: open the page where it is revoked', name)));
    return actions;
  }

  #offer(offer: Offer): number {
    const number = ++this.#last;
    this.#offers.set(number, offer);
    this.#offers.delete(number - MOST_OFFERS);
    return number;
  }

  async #carryOut(number: unknown): Promise<void> {
    const { redaction, allowances, t } = this.#options;
    const offer = typeof number === 'number' ? this.#offers.get(number) : undefined;
    if (!offer) return;
    const { fix, document, version, finding } = offer;
    const page = revokedAt(finding.kind);
    // Where it is revoked does not hang on where it stands.
    if (fix === 'revoke') return page === undefined ? undefined : openLink(page);
    if (document.isClosed || document.version !== version) {
      void vscode.window.showWarningMessage(
        t('The text has changed since this was offered, so nothing was done. Try again.'),
      );
      return;
    }
    const file = savedFileOf(document);
    switch (fix) {
      case 'redact': {
        const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
        if (editor) await redaction.redactPiece(editor, finding);
        return;
      }
      case 'move':
        return moveToEnvironment(document, finding, t);
      case 'allow-value':
        return allowances.allowValue(document.getText().slice(finding.start, finding.end));
      case 'allow-kind':
        if (file) await allowances.allowKindIn(finding.kind, file.path);
    }
  }
}

/** Whether a value is a secret that can be read from the environment where it stands, and there is a folder for the file. */
function canMove(document: vscode.TextDocument, finding: Finding): boolean {
  if (kindOf(finding.kind).row !== 'secret') return false;
  const uri = fileOf(document);
  if (!vscode.workspace.getWorkspaceFolder(uri)) return false;
  return placeIn(document.languageId, uri.path, document.getText(), finding) !== undefined;
}
