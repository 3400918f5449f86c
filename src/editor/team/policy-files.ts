import * as vscode from 'vscode';
import { readTeamPolicy } from '../../airlock/team-policy.ts';
import { organisationPath } from '../../decide/team/organisation-path.ts';
import {
  LONGEST_POLICY,
  POLICY_FILE,
  type PolicyText,
  type TeamPolicy,
} from '../../decide/team/policy-file.ts';
import type { PolicySource } from '../../decide/team/source.ts';
import { readAdministratorsFile } from '../../host/administrators-file.ts';
import { realPath } from '../../host/real-path.ts';
import { findFiles } from '../paths/find-files.ts';
import { whenFolderGoes } from '../paths/folder-goes.ts';
import { type Listed, listFiles, type Search } from '../paths/listed-files.ts';
import { isThroughLink } from '../paths/through-link.ts';

/** So many are read; where there are more nobody can say what holds. */
const MOST_FILES = 500;

/** Where an organisation's file lies, and the user id of whoever alone may write it. */
export interface OrganisationFile {
  readonly path: string;
  readonly owner: number;
}

const NOTHING: Listed<never> = { found: [], isComplete: true };
const ORGANISATION: OrganisationFile = { path: organisationPath(process.platform), owner: 0 };

/**
 * The policy files that speak in a window: `.promptairlock.json` of every folder of a trusted workspace, and that of an
 * organisation. They are read when the window opens and again whenever one changes.
 */
export class PolicyFiles implements vscode.Disposable {
  readonly #onChange: () => void;
  readonly #organisation: OrganisationFile;
  readonly #search: Search<vscode.Uri>;
  readonly #disposables: vscode.Disposable[];
  #policies: readonly TeamPolicy[] = [];
  #uris = new Map<string, vscode.Uri>();
  #isIncomplete = false;
  #reading: Promise<void> = Promise.resolve();
  /** Whether a reading waits that has not begun: another would see nothing else. */
  #isWaiting = false;

  /** @param organisation where an organisation's file lies, and whose it has to be. */
  constructor(
    onChange: () => void,
    organisation: OrganisationFile = ORGANISATION,
    search: Search<vscode.Uri> = findFiles,
  ) {
    this.#onChange = onChange;
    this.#search = search;
    this.#organisation = organisation;
    const again = (): void => this.read();
    const watchers = [
      vscode.workspace.createFileSystemWatcher(`**/${POLICY_FILE}`),
      vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.joinPath(vscode.Uri.file(organisation.path), '..'), '*.json'),
      ),
    ];
    this.#disposables = [
      ...watchers.flatMap((one) => [
        one,
        one.onDidChange(again),
        one.onDidCreate(again),
        one.onDidDelete(again),
      ]),
      whenFolderGoes(() => this.#uris.values(), again),
      vscode.workspace.onDidGrantWorkspaceTrust(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
    ];
    this.read();
  }

  /** All that were read. */
  get policies(): readonly TeamPolicy[] {
    return this.#policies;
  }

  /** Whether some may not have been read: there are too many, or they could not be listed. */
  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }

  /** Resolves once what is being read has been. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /** Where a file lies. */
  uriOf(source: PolicySource): vscode.Uri | undefined {
    return this.#uris.get(keyOf(source));
  }

  /** All ways in which the folder is written that a file is about. */
  foldersOf(source: PolicySource): readonly string[] {
    const uri = this.uriOf(source);
    const real = uri?.scheme === 'file' ? realPath(vscode.Uri.joinPath(uri, '..').fsPath) : undefined;
    const followed = real === undefined ? source.folder : vscode.Uri.file(real).path;
    return [...new Set([source.folder, followed])];
  }

  read(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#reading = this.#reading.then(async () => {
      this.#isWaiting = false;
      const before = JSON.stringify([this.#policies, this.#isIncomplete]);
      this.#uris = new Map();
      const organisation = await this.#readOrganisation();
      const folders = vscode.workspace.isTrusted ? await this.#readFolders() : NOTHING;
      this.#policies = [...organisation, ...folders.found];
      this.#isIncomplete = !folders.isComplete;
      if (JSON.stringify([this.#policies, this.#isIncomplete]) !== before) this.#onChange();
    });
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async #readOrganisation(): Promise<readonly TeamPolicy[]> {
    const { path, owner } = this.#organisation;
    const source: PolicySource = { by: 'organisation', file: path, folder: '' };
    const found = await readAdministratorsFile(path, {
      most: LONGEST_POLICY,
      platform: process.platform,
      owner,
    });
    if (found.found === 'nothing') return [];
    this.#uris.set(keyOf(source), vscode.Uri.file(path));
    const content = found.found === 'bytes' ? found.bytes : { unread: found.why };
    return [readTeamPolicy(content, source)];
  }

  async #readFolders(): Promise<Listed<TeamPolicy>> {
    const { found, isComplete } = await listFiles(this.#search, `**/${POLICY_FILE}`, MOST_FILES);
    // A search can be kept from a file by settings of the workspace: the roots are looked at in any case.
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
      vscode.Uri.joinPath(uri, POLICY_FILE),
    );
    const all = new Map(
      [...roots, ...found.filter((uri) => !isThroughLink(uri))].map((uri) => [uri.toString(), uri]),
    );
    const read = await Promise.all(Array.from(all.values(), (uri) => this.#readOne(uri)));
    return { found: read.flatMap((one) => one ?? []), isComplete };
  }

  async #readOne(uri: vscode.Uri): Promise<TeamPolicy | undefined> {
    const content = await contentOf(uri);
    if (content === undefined) return undefined;
    const folder = vscode.Uri.joinPath(uri, '..').path.replace(/\/$/, '');
    const source: PolicySource = {
      by: 'repository',
      file: vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1),
      folder,
    };
    this.#uris.set(keyOf(source), uri);
    return readTeamPolicy(content, source);
  }
}

const keyOf = ({ by, folder }: PolicySource): string => `${by} ${folder}`;

/** What a file holds, or why that is not known; undefined where there is none. */
async function contentOf(uri: vscode.Uri): Promise<Uint8Array | PolicyText | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LONGEST_POLICY) return { unread: 'too-large' };
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isMissing ? undefined : { unread: 'unreadable' };
  }
}
