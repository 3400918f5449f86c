import * as vscode from 'vscode';
import type { Conversations } from './conversations/conversations.ts';
import type { Attaching } from './attachments/attaching.ts';
import type { Tour } from './first-steps/tour.ts';
import type { Guard } from './open-guard.ts';
import type { GuardedModels } from './models/guarded-models.ts';
import type { Proposals } from './panel/apply/proposals.ts';
import type { Answers } from './participant/answers.ts';
import type { Redaction } from './redaction/redaction.ts';
import type { WorkspaceScan } from './scan/workspace-scan.ts';

/** What the extension's registrations call. */
export interface Session extends vscode.Disposable {
  attach(view: vscode.WebviewView): void;
  /** What is attached to the prompt in the panel. */
  attaching(): Attaching;
  /** The commands on the editor's text. */
  readonly redaction: Redaction;
  /** What the participant of the editor's own Chat says. */
  readonly answers: Answers;
  allowSelected(): Promise<void>;
  /** Declares what is selected to be made up, in a policy file of the workspace. */
  declareTestValue(): Promise<void>;
  chooseDestination(): Promise<void>;
  /** What shows which rules hold. */
  readonly guard: Pick<Guard, 'explainFile' | 'explainSettings'>;
  showPolicy(): void;
  /** @param id of the request to look at. */
  showLedger(id?: string): Promise<void>;
  /** What a chat in the workspace could leak. */
  readonly scan: Pick<WorkspaceScan, 'scanWorkspace' | 'scanFolder'>;
  /** The language models of the editor's own Chat. */
  readonly models: GuardedModels;
  openGuardedChat(): Promise<void>;
  /** Changes to files that an answer proposes. */
  readonly proposals: Pick<Proposals, 'apply' | 'discard'>;
  showRehearsal(id: string): Promise<void>;
  showKept(): void;
  answerAboutAccount(): Promise<void>;
  compareProviders(): void;
  refreshOpenRouter(): Promise<void>;
  setKey(): Promise<void>;
  testKey(): Promise<void>;
  forgetKey(): Promise<void>;
  /** Those of the panel. */
  readonly conversations: Pick<Conversations, 'begin' | 'show' | 'export' | 'deleteAll'>;
  /** The walkthrough. */
  readonly tour: Tour;
  /** Puts an example into the composer of the panel. */
  tryDryRun(): Promise<void>;
  redactExample(): Promise<void>;
  setRequirements(): Promise<void>;
}

/** Loads the session when it is first asked for, and lets go of it with the extension. */
export interface LazySession extends vscode.Disposable {
  get(): Promise<Session>;
  /** Other models are offered, or others' terms are shown beside them. */
  readonly modelsChanged: vscode.Event<void>;
}

/** A session that is not loaded yet: neither engine nor catalogue is read while the editor starts. */
export function lazySession(context: vscode.ExtensionContext, item: vscode.StatusBarItem): LazySession {
  const modelsChanged = new vscode.EventEmitter<void>();
  let loading: Promise<Session> | undefined;
  return {
    get() {
      loading ??= import('./session.ts').then(({ openSession }) =>
        openSession(context, item, () => modelsChanged.fire()),
      );
      return loading;
    },
    modelsChanged: modelsChanged.event,
    dispose() {
      modelsChanged.dispose();
      void loading?.then((session) => session.dispose());
    },
  };
}
