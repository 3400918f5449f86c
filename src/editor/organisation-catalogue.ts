import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { type Catalogue, loadCatalogue } from '../policy/catalogue.ts';
import type { Place } from '../policy/json-places.ts';
import { mergeOrganisation } from '../policy/organisation.ts';
import type { Translate } from '../sentences/translate.ts';
import type { KnownCatalogues } from './known-catalogues.ts';

/** In bytes; longer than any catalogue that people write. */
const MOST_BYTES = 16_000_000;

/** Why an organisation's file is not in force. */
interface Fault {
  readonly text: string;
  /** Null where it is not about what stands in it. */
  readonly at: Place | null;
  /** The content that is in force as soon as the user says that it is theirs; undefined where there is nothing to say. */
  readonly unknown?: string;
}

/**
 * The catalogue in force: the one that comes with the extension, with the organisation's file over it where the setting
 * names one. While that is being read, and when it cannot be used, nobody knows which destinations it would have
 * governed: what is here stays as it is to look at, and nothing is sent. In a window onto another machine the file is that
 * machine's, and whoever made its image could have written it: there the user is asked about a content that is new to them.
 */
export class OrganisationCatalogue implements vscode.Disposable {
  readonly #onChange: () => void;
  readonly #t: Translate;
  readonly #known: KnownCatalogues;
  readonly #builtIn = loadCatalogue();
  #file = '';
  #catalogue: Catalogue = this.#builtIn;
  #fault: Fault | undefined;
  #watching: vscode.Disposable | undefined;
  #round = 0;

  constructor(onChange: () => void, known: KnownCatalogues, t: Translate) {
    this.#onChange = onChange;
    this.#known = known;
    this.#t = t;
  }

  get catalogue(): Catalogue {
    return this.#catalogue;
  }

  /** Why nothing may be sent, if so. */
  get problem(): string | undefined {
    return this.#fault?.text;
  }

  /** Takes over the file that the setting names; '' is none. */
  update(file: string): void {
    if (file === this.#file) return;
    this.#file = file;
    this.#watching?.dispose();
    this.#watching = undefined;
    if (file !== '') {
      const uri = this.#uri();
      if (uri !== undefined) this.#watching = this.#watch(uri);
    }
    void this.#read();
  }

  dispose(): void {
    this.#round++;
    this.#watching?.dispose();
  }

  #watch(uri: vscode.Uri): vscode.Disposable {
    const folder = uri.with({ path: dirname(uri.path) });
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, basename(uri.path)),
    );
    const again = (): void => void this.#read();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
    );
  }

  /** The file; undefined for a path that depends on where one stands. */
  #uri(): vscode.Uri | undefined {
    const path = this.#file.replace(/^~(?=[/\\])/, () => homedir());
    return isAbsolute(path) ? vscode.Uri.file(join(path)) : undefined;
  }

  async #read(): Promise<void> {
    const round = ++this.#round;
    const t = this.#t;
    if (this.#file === '') {
      this.#settle(this.#builtIn, undefined);
      return;
    }
    this.#fault = {
      text: t("Your organisation's catalogue is being read. Nothing is sent until it is."),
      at: null,
    };
    const result = await this.#merge();
    if (round !== this.#round) return;
    if ('text' in result) {
      this.#settle(this.#builtIn, result);
      void this.#say(result);
    } else this.#settle(result, undefined);
  }

  async #merge(): Promise<Catalogue | Fault> {
    const uri = this.#uri();
    if (uri === undefined) return this.#refused(null, this.#t('its path has to be a whole one'));
    let text: string;
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MOST_BYTES) return this.#refused(null, this.#t('it is too long'));
      text = new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return this.#refused(null, this.#t('there is no such file, or it cannot be read'));
    }
    const merged = mergeOrganisation(text);
    if (!merged.ok) {
      const { at, field, problem } = merged;
      return this.#refused(at, field === '' ? problem : `${field}: ${problem}`);
    }
    if (vscode.env.remoteName === undefined) await this.#known.note(text);
    else if (!(await this.#known.isKnown(text))) return this.#unknown(text);
    return merged.catalogue;
  }

  #refused(at: Place | null, why: string): Fault {
    const t = this.#t;
    const where = at === null ? this.#file : `${this.#file}:${at.line}:${at.column}`;
    return {
      at,
      text: t(
        "Your organisation's catalogue cannot be used ({0}): {1}. Nothing is sent until it can.",
        where,
        why,
      ),
    };
  }

  #unknown(content: string): Fault {
    return {
      at: null,
      unknown: content,
      text: this.#t(
        "Your organisation's catalogue ({0}) lies on another machine here, and whoever made that machine could have written it. Nothing is sent until you say that it is yours.",
        this.#file,
      ),
    };
  }

  #settle(catalogue: Catalogue, fault: Fault | undefined): void {
    this.#catalogue = catalogue;
    this.#fault = fault;
    this.#onChange();
  }

  async #say(fault: Fault): Promise<void> {
    const { text, at, unknown } = fault;
    const uri = this.#uri();
    const [ours, open] = [this.#t('It Is Ours'), this.#t('Open File')];
    const ways = unknown !== undefined ? [ours, open] : at === null ? [] : [open];
    const answer = await vscode.window.showErrorMessage(text, ...ways);
    if (answer === ours && unknown !== undefined) {
      await this.#known.note(unknown);
      // Whatever stands in it by now.
      await this.#read();
    }
    if (answer !== open || uri === undefined) return;
    const there = new vscode.Position((at?.line ?? 1) - 1, (at?.column ?? 1) - 1);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(there, there) });
    // It was opened to be looked at, and is to be answered after that.
    if (unknown !== undefined && this.#fault === fault) await this.#say(fault);
  }
}
