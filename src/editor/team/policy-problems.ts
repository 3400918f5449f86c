import * as vscode from 'vscode';
import type { TeamFault } from '../../decide/team/fault.ts';
import type { PolicySource } from '../../decide/team/source.ts';
import { teamFaultText } from '../../sentences/team-policy.ts';
import type { Translate } from '../../sentences/translate.ts';

/** Shows in policy files what is wrong with them, at its line. */
export class PolicyProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('promptAirlock.policy');
  readonly #uriOf: (source: PolicySource) => vscode.Uri | undefined;
  readonly #t: Translate;

  constructor(uriOf: (source: PolicySource) => vscode.Uri | undefined, t: Translate) {
    this.#uriOf = uriOf;
    this.#t = t;
  }

  /** Shows these, and none that were shown before. */
  show(faults: readonly TeamFault[]): void {
    const byFile = new Map<string, [vscode.Uri, vscode.Diagnostic[]]>();
    for (const fault of faults) {
      const uri = this.#uriOf(fault.source);
      if (uri === undefined) continue;
      const known = byFile.get(uri.toString()) ?? [uri, []];
      known[1].push(this.#diagnostic(fault));
      byFile.set(uri.toString(), known);
    }
    this.#collection.clear();
    for (const [uri, diagnostics] of byFile.values()) this.#collection.set(uri, diagnostics);
  }

  dispose(): void {
    this.#collection.dispose();
  }

  #diagnostic(fault: TeamFault): vscode.Diagnostic {
    const { start, end } = fault.at;
    const range = new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
    const one = new vscode.Diagnostic(range, teamFaultText(fault, this.#t), vscode.DiagnosticSeverity.Error);
    one.source = 'Prompt Airlock';
    one.code = fault.problem.id;
    return one;
  }
}
