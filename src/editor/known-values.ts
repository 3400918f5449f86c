import micromatch from 'micromatch';
import * as vscode from 'vscode';
import { keepsSecret } from '../detect/own/keeps-secret.ts';
import type { KnownValue } from '../detect/own/known-values.ts';
import { entriesOf } from '../detect/own/secret-file.ts';

/** Files that keep secrets, wherever they lie in a workspace. */
const SECRET_FILES: readonly string[] = [
  '**/.env',
  '**/.env.*',
  '**/*.env',
  '**/.envrc',
  '**/.npmrc',
  '**/.yarnrc.yml',
  '**/.pypirc',
  '**/.netrc',
  '**/.pgpass',
  '**/*.tfvars',
  '**/*.tfvars.json',
  '**/appsettings*.json',
  '**/local.settings.json',
  '**/application*.{yml,yaml,properties}',
  '**/secrets.{json,yml,yaml,toml,ini,env,properties,xml}',
  '**/secrets',
  '**/*.secrets.{json,yml,yaml,toml}',
  '**/credentials',
  '**/credentials.{json,yml,yaml,ini,toml}',
  '**/{kubeconfig,kubeconfig.*,*.kubeconfig}',
  '**/.kube/config',
  '**/.docker/config.json',
];
/** Files that look like those and hold samples. */
const SAMPLES: readonly string[] = [
  '!**/*.{example,sample,template,dist,defaults}',
  '!**/.env.{example,sample,template,dist,defaults}',
];
const SKIPPED = '**/{node_modules,.git,.venv,venv,vendor,dist,build,target}/**';
const MOST_FILES = 400;
const LONGEST_FILE = 1_000_000;
/** Writing a file comes as several events. */
const PAUSE = 150;

/**
 * The values that files of a trusted workspace keep secret. They are read when the window opens and again whenever one
 * of the files changes, stay in memory, and go with the file.
 */
export class KnownValues implements vscode.Disposable {
  readonly #onChange: () => void;
  readonly #log: (line: string) => void;
  #values: readonly KnownValue[] = [];
  #globs: readonly string[] | undefined;
  #watchers: vscode.Disposable[] = [];
  #reading: Promise<void> = Promise.resolve();
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #own: vscode.Disposable[];

  constructor(onChange: () => void, log: (line: string) => void) {
    this.#onChange = onChange;
    this.#log = log;
    this.#own = [
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#restart()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#restart()),
    ];
  }

  /** What is known now. */
  get values(): readonly KnownValue[] {
    return this.#values;
  }

  /** Resolves once every file that is being read has been. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /** Reads the files of these globs beside those that always are; none at all for undefined. */
  watch(globs: readonly string[] | undefined): void {
    if (JSON.stringify(globs) === JSON.stringify(this.#globs)) return;
    this.#globs = globs;
    this.#restart();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const one of [...this.#watchers, ...this.#own]) one.dispose();
  }

  #restart(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    if (this.#isOn()) {
      for (const glob of this.#positive()) {
        const watcher = vscode.workspace.createFileSystemWatcher(glob);
        const again = (uri: vscode.Uri): void => {
          if (!this.#matches(uri)) return;
          clearTimeout(this.#pause);
          this.#pause = setTimeout(() => this.#readAgain(), PAUSE);
        };
        this.#watchers.push(
          watcher,
          watcher.onDidChange(again),
          watcher.onDidCreate(again),
          watcher.onDidDelete(again),
        );
      }
    }
    this.#readAgain();
  }

  #isOn(): boolean {
    return this.#globs !== undefined && vscode.workspace.isTrusted;
  }

  #positive(): readonly string[] {
    const globs = [...SECRET_FILES, ...(this.#globs ?? []).filter((glob) => !glob.startsWith('!'))];
    // The editor's globs know no alternatives within alternatives.
    return globs.flatMap((glob) => micromatch.braces(glob, { expand: true }));
  }

  #matches(uri: vscode.Uri): boolean {
    const path = vscode.workspace.asRelativePath(uri, false);
    const negative = [...SAMPLES, ...(this.#globs ?? []).filter((glob) => glob.startsWith('!'))];
    const options = { dot: true };
    return (
      micromatch.isMatch(path, [...this.#positive()], options) &&
      !micromatch.isMatch(path, SKIPPED, options) &&
      !negative.some((glob) => micromatch.isMatch(path, glob.slice(1), options))
    );
  }

  /** Reads after what is being read, so that the last state of the files is what is known. */
  #readAgain(): void {
    this.#reading = this.#reading.then(async () => {
      const before = JSON.stringify(this.#values);
      try {
        this.#values = this.#isOn() ? await this.#read() : [];
      } catch {
        // What was known before still is.
        this.#log('the files that keep secrets could not be listed');
      }
      if (JSON.stringify(this.#values) !== before) this.#onChange();
    });
  }

  async #read(): Promise<KnownValue[]> {
    const glob = `{${this.#positive().join(',')}}`;
    const files = (await vscode.workspace.findFiles(glob, SKIPPED, MOST_FILES)).filter((uri) =>
      this.#matches(uri),
    );
    const read = await Promise.all(files.map(async (uri) => this.#valuesOf(uri)));
    return read.flat();
  }

  async #valuesOf(uri: vscode.Uri): Promise<KnownValue[]> {
    const file = vscode.workspace.asRelativePath(uri);
    try {
      if ((await vscode.workspace.fs.stat(uri)).size > LONGEST_FILE) return [];
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const name = file.slice(file.lastIndexOf('/') + 1);
      return entriesOf(name, text)
        .filter(keepsSecret)
        .map(({ key, value }) => ({ key, value, file }));
    } catch {
      // Gone since it was listed, or not ours to read; its values are then not known.
      this.#log(`values of ${file} could not be read`);
      return [];
    }
  }
}
