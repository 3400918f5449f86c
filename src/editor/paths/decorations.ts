import * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import type { Ruling } from '../../decide/paths/verdict.ts';
import { effectText, sourceText } from '../../sentences/paths.ts';
import type { Translate } from '../../sentences/translate.ts';
import { fileNameOf } from '../models/workspace-paths.ts';

/** What one reads on a file that does not leave freely. */
const BADGES: Readonly<Record<Exclude<Ruling['effect']['does'], 'allow'>, string>> = {
  deny: '⊘',
  local: '⌂',
  destinations: '⌂',
  redact: '▒',
};
const STRICTNESS = ['deny', 'destinations', 'local', 'redact'] as const;

/** Marks files in the explorer and in tabs that may not leave freely, with the rule that says so. */
export class PathDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #airlock: Pick<Airlock, 'rulingsOn'>;
  readonly #ready: () => Promise<unknown>;
  readonly #t: Translate;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #registration: vscode.Disposable;
  readonly onDidChangeFileDecorations = this.#changed.event;

  /** @param ready resolves once all rules have been read. */
  constructor(airlock: Pick<Airlock, 'rulingsOn'>, ready: () => Promise<unknown>, t: Translate) {
    this.#airlock = airlock;
    this.#ready = ready;
    this.#t = t;
    this.#registration = vscode.window.registerFileDecorationProvider(this);
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    // What is no file of anybody's, such as settings and pages of extensions, is left alone.
    if (uri.scheme !== 'file' && !vscode.workspace.getWorkspaceFolder(uri)) return undefined;
    await this.#ready();
    const rulings = this.#airlock.rulingsOn(fileNameOf(uri));
    const strictest = STRICTNESS.map((does) => rulings.find(({ effect }) => effect.does === does)).find(
      (one) => one !== undefined,
    );
    if (strictest === undefined || strictest.effect.does === 'allow') return undefined;
    const t = this.#t;
    const said = t(
      '{0}, by the path rule {1} ({2})',
      effectText(strictest, t),
      strictest.glob,
      sourceText(strictest.source, t),
    );
    return new vscode.FileDecoration(
      BADGES[strictest.effect.does],
      `Prompt Airlock: ${said}`,
      new vscode.ThemeColor('promptAirlock.keptBackForeground'),
    );
  }

  /** Other rules hold: everything that is shown is asked for again. */
  changed(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
