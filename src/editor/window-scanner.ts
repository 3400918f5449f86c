import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Scan } from '../detect/finding.ts';
import { rememberScans } from '../detect/remember.ts';
import type { ScanSettings } from '../detect/scan-settings.ts';
import { type SupervisedScan, superviseScanner } from '../detect/supervise.ts';
import { spawnScanThread } from '../host/thread.ts';
import type { Translate } from '../sentences/translate.ts';
import { KnownValues } from './known-values.ts';
import type { DetectionSettings } from './settings.ts';
import { WorkspaceFile } from './workspace-file.ts';

/** What the scanner of a window hangs on. */
export interface WindowScannerOptions {
  readonly extensionPath: string;
  readonly settings: () => DetectionSettings;
  /** Called when files of the workspace changed what is found. */
  readonly onChange: () => void;
  readonly log: (line: string) => void;
  readonly t: Translate;
}

/**
 * The scanner of a window: the rules there are with the user's own, what the workspace's file adds and the values its
 * files keep secret. What it has seen is remembered for as long as all of that holds; when some of it changes, a new
 * scanner takes over and the old one answers what it was asked.
 */
export class WindowScanner implements vscode.Disposable {
  readonly #options: WindowScannerOptions;
  readonly #known: KnownValues;
  readonly #workspace: WorkspaceFile;
  #rules = '';
  #remote: SupervisedScan;
  #remembered: Scan;

  constructor(options: WindowScannerOptions) {
    this.#options = options;
    this.#known = new KnownValues(() => this.#changed(), options.log);
    this.#workspace = new WorkspaceFile(() => this.#changed(), options.t);
    this.#remote = this.#open({});
    this.#remembered = rememberScans(this.#remote.scan);
    this.#known.watch(options.settings().knownFiles);
    this.#workspace.read();
    this.update();
  }

  /** Waits for files that are being read, so that nothing they keep secret slips through. */
  readonly scan: Scan = async (texts) => {
    await Promise.all([this.#known.settled, this.#workspace.settled]);
    return this.#remembered(texts);
  };

  /** Why nothing may be sent from this workspace, if so. */
  get problem(): string | undefined {
    const { rules } = this.#workspace;
    return rules.ok ? undefined : rules.text;
  }

  /** Takes over what has changed in the settings. */
  update(): void {
    const { scan, knownFiles } = this.#options.settings();
    this.#known.watch(knownFiles);
    const adds = this.#workspace.rules.ok ? this.#workspace.rules.adds : {};
    const rules: ScanSettings = {
      ...scan,
      secretPatterns: [...(scan.secretPatterns ?? []), ...(adds.secretPatterns ?? [])],
      internalPatterns: [...(scan.internalPatterns ?? []), ...(adds.internalPatterns ?? [])],
      terms: [...(scan.terms ?? []), ...(adds.terms ?? [])],
      domains: [...(scan.domains ?? []), ...(adds.domains ?? [])],
      known: [...this.#known.values],
    };
    const written = JSON.stringify([rules, this.problem]);
    if (written === this.#rules) return;
    this.#rules = written;
    this.#remote.retire();
    this.#remote = this.#open(rules);
    this.#remembered = rememberScans(this.#remote.scan);
  }

  #changed(): void {
    this.update();
    this.#options.onChange();
  }

  dispose(): void {
    this.#known.dispose();
    this.#workspace.dispose();
    this.#remote.dispose();
  }

  #open(rules: ScanSettings): SupervisedScan {
    const script = join(this.#options.extensionPath, 'dist', 'scan-thread.js');
    return superviseScanner({ spawn: () => spawnScanThread(script, rules) });
  }
}
