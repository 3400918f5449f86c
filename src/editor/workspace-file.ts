import * as v from 'valibot';
import * as vscode from 'vscode';
import { CustomPatterns, problemOf } from '../detect/custom.ts';
import { OwnDomains } from '../detect/network/own-hosts.ts';
import { OwnTerms } from '../detect/own/own-terms.ts';
import type { ScanSettings } from '../detect/scan-settings.ts';
import { patternProblem } from '../sentences/custom.ts';
import type { Translate } from '../sentences/translate.ts';

/** The file by which a repository may add to what is guarded. It can take nothing away. */
export const WORKSPACE_FILE = '.promptairlock.json';

const Contents = v.strictObject({
  $schema: v.optional(v.string()),
  /** Words and names of the project's own, found in every case and joining. */
  terms: v.optional(OwnTerms, []),
  /** Domains of the project's own: hosts under them are internal. */
  domains: v.optional(OwnDomains, []),
  /** Patterns for what is internal, and for what is secret. */
  internalPatterns: v.optional(CustomPatterns, []),
  secretPatterns: v.optional(CustomPatterns, []),
});
type Contents = v.InferOutput<typeof Contents>;

/** What the workspace's files add, or why one of them cannot be read: then nothing is sent. */
export type WorkspaceRules =
  { readonly ok: true; readonly adds: ScanSettings } | { readonly ok: false; readonly text: string };

/** Reads and watches `.promptairlock.json` of each folder of a trusted workspace. */
export class WorkspaceFile implements vscode.Disposable {
  readonly #onChange: () => void;
  readonly #t: Translate;
  readonly #disposables: vscode.Disposable[];
  #rules: WorkspaceRules = { ok: true, adds: {} };
  #reading: Promise<void> = Promise.resolve();

  constructor(onChange: () => void, t: Translate) {
    this.#onChange = onChange;
    this.#t = t;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${WORKSPACE_FILE}`);
    const again = (): void => this.read();
    this.#disposables = [
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
      vscode.workspace.onDidGrantWorkspaceTrust(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
    ];
  }

  get rules(): WorkspaceRules {
    return this.#rules;
  }

  /** Resolves once what is being read has been. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  read(): void {
    this.#reading = this.#reading.then(async () => {
      const before = JSON.stringify(this.#rules);
      this.#rules = vscode.workspace.isTrusted ? await this.#readAll() : { ok: true, adds: {} };
      if (JSON.stringify(this.#rules) !== before) this.#onChange();
    });
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async #readAll(): Promise<WorkspaceRules> {
    const all: Contents[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const file = vscode.Uri.joinPath(uri, WORKSPACE_FILE);
      const text = await readText(file);
      if (text === undefined) continue;
      const path = vscode.workspace.asRelativePath(file, true);
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Contents), text);
      if (!parsed.success) {
        const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').find((place) => place !== '');
        return this.#broken(this.#t('{0} cannot be read{1}.', path, where ? ` (${where})` : ''));
      }
      for (const pattern of [...parsed.output.secretPatterns, ...parsed.output.internalPatterns]) {
        const problem = problemOf(pattern);
        if (problem) return this.#broken(`${path}: ${patternProblem(pattern.name, problem, this.#t)}`);
      }
      all.push(parsed.output);
    }
    return {
      ok: true,
      adds: {
        terms: all.flatMap(({ terms }) => terms),
        domains: all.flatMap(({ domains }) => domains),
        secretPatterns: all.flatMap(({ secretPatterns }) => secretPatterns),
        internalPatterns: all.flatMap(({ internalPatterns }) => internalPatterns),
      },
    };
  }

  #broken(text: string): WorkspaceRules {
    return { ok: false, text: this.#t('{0} Nothing is sent until that is mended.', text) };
  }
}

/** The file's text; undefined where there is none. */
async function readText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    // There, and not to be read: what it would tighten is not known.
    return '';
  }
}
