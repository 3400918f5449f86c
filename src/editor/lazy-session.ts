import * as vscode from 'vscode';
import type { Session } from './session.ts';

/** Loads the session when it is first asked for, and lets go of it with the extension. */
export interface LazySession extends vscode.Disposable {
  get(): Promise<Session>;
}

/** A session that is not loaded yet: neither engine nor catalogue is read while the editor starts. */
export function lazySession(context: vscode.ExtensionContext, item: vscode.StatusBarItem): LazySession {
  let loading: Promise<Session> | undefined;
  return {
    get() {
      loading ??= import('./session.ts').then(({ openSession }) => openSession(context, item));
      return loading;
    },
    dispose() {
      void loading?.then((session) => session.dispose());
    },
  };
}
