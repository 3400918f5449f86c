import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Scan } from '../detect/finding.ts';
import { rememberScans } from '../detect/remember.ts';
import type { ScanSettings } from '../detect/scan-settings.ts';
import { type SupervisedScan, superviseScanner } from '../detect/supervise.ts';
import { superviseSeveral } from '../detect/supervise-several.ts';
import { spawnScanThread } from '../host/thread.ts';
import { KnownValues } from './known-values.ts';
import type { DetectionSettings } from './settings.ts';

/** What the scanner of a window hangs on. */
export interface WindowScannerOptions {
  readonly extensionPath: string;
  readonly settings: () => DetectionSettings;
  /** Resolves once all that settings are made of has been read. */
  readonly settled: () => Promise<unknown>;
  /** Called when files of the workspace that keep secrets changed what is found. */
  readonly onChange: () => void;
  readonly log: (line: string) => void;
}

/**
 * The scanner of a window: the rules there are with those that hold in it, and the values that files of the workspace
 * keep secret. What it has seen is remembered for as long as all of that holds; when some of it changes, a new
 * scanner takes over and the old one answers what it was asked.
 */
export class WindowScanner implements vscode.Disposable {
  readonly #options: WindowScannerOptions;
  readonly #known: KnownValues;
  #rules = '';
  #settings: ScanSettings = {};
  #remote: SupervisedScan;
  #remembered: Scan;

  constructor(options: WindowScannerOptions) {
    this.#options = options;
    this.#known = new KnownValues(() => this.#changed(), options.log);
    this.#remote = this.#open({});
    this.#remembered = rememberScans(this.#remote.scan);
    this.#known.watch(options.settings().knownFiles);
    this.update();
  }

  /** Waits for files that are being read, so that nothing they keep secret slips through. */
  readonly scan: Scan = async (texts) => {
    await this.settled;
    return this.#remembered(texts);
  };

  /**
   * Scanners of the same rules, beside each other, that remember nothing: for many texts at once, so that prompts do not
   * wait behind them. They belong to whoever asked, who waits for `settled` first.
   */
  openOthers(count: number): SupervisedScan {
    const settings = this.#settings;
    return superviseSeveral(count, { spawn: () => spawnScanThread(this.#script, settings) });
  }

  /** Files that are being read for what they add to the rules have been. */
  get settled(): Promise<unknown> {
    return Promise.all([this.#known.settled, this.#options.settled()]);
  }

  /** Takes over what has changed in the settings. */
  update(): void {
    const { scan, knownFiles } = this.#options.settings();
    this.#known.watch(knownFiles);
    const rules: ScanSettings = { ...scan, known: [...this.#known.values] };
    const written = JSON.stringify(rules);
    if (written === this.#rules) return;
    this.#rules = written;
    this.#settings = rules;
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
    this.#remote.dispose();
  }

  #open(rules: ScanSettings): SupervisedScan {
    return superviseScanner({ spawn: () => spawnScanThread(this.#script, rules) });
  }

  get #script(): string {
    return join(this.#options.extensionPath, 'dist', 'scan-thread.js');
  }
}
