import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import type { Translate } from '../sentences/translate.ts';
import { PathDecorations } from './paths/decorations.ts';
import { explainThisFile } from './paths/explain-file.ts';
import { explainSettings } from './team/explain-settings.ts';
import { PolicyProblems } from './team/policy-problems.ts';
import type { WindowRules } from './window-rules.ts';

/** What shows in the editor which rules hold, and who says so. */
export interface Guard extends vscode.Disposable {
  /** @param uri the file that was clicked; without one that in front. */
  explainFile(uri?: vscode.Uri): Promise<void>;
  explainSettings(): Promise<void>;
  /** Other rules hold. */
  changed(): void;
}

/** Opens what shows the rules of a window. */
export function openGuard(airlock: Airlock, rules: WindowRules, t: Translate): Guard {
  const decorations = new PathDecorations(airlock, () => rules.settled, t);
  const problems = new PolicyProblems((source) => rules.policyUri(source), t);
  problems.show(rules.team.faults);
  return {
    async explainFile(uri) {
      await rules.settled;
      await explainThisFile(uri, { airlock, uriOf: (source) => rules.uriOf(source), t });
    },
    async explainSettings() {
      await rules.settled;
      await explainSettings(rules.team.trace, (source) => rules.policyUri(source), t);
    },
    changed() {
      decorations.changed();
      problems.show(rules.team.faults);
    },
    dispose: () => vscode.Disposable.from(decorations, problems).dispose(),
  };
}
