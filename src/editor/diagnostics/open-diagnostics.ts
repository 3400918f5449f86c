import type * as vscode from 'vscode';
import type { Fingerprint } from '../../detect/allow.ts';
import { allowances } from '../allowances.ts';
import type { Redaction } from '../redaction/redaction.ts';
import type { Settings } from '../settings.ts';
import { Diagnostics, type DiagnosticsOptions } from './diagnostics.ts';
import { Fixes } from './fixes.ts';

export interface FindingsOptions extends Omit<DiagnosticsOptions, 'settings'> {
  readonly settings: () => Settings;
  readonly fingerprint: Fingerprint;
  readonly redaction: Redaction;
}

/** Findings of open files, shown with what can be done about them. */
export interface OpenFindings extends vscode.Disposable {
  /** Other rules hold, or another destination. */
  reconsider(): void;
}

/** Shows findings of open files from now on. Nothing is scanned before a pause has passed. */
export function openDiagnostics({ fingerprint, redaction, ...options }: FindingsOptions): OpenFindings {
  const { settings, t } = options;
  const diagnostics = new Diagnostics(options);
  const fixes = new Fixes({ diagnostics, redaction, allowances: allowances(settings, fingerprint, t), t });
  return {
    reconsider: () => diagnostics.reconsider(),
    dispose() {
      fixes.dispose();
      diagnostics.dispose();
    },
  };
}
