import type * as vscode from 'vscode';
import type { StandIn } from '../../redact/stand-in.ts';
import type { Translate } from '../../sentences/translate.ts';
import { createFingerprint } from '../../wire/fingerprint.ts';
import { askAboutSecrets } from '../redaction/ask-about-secrets.ts';
import { Origins } from '../redaction/origins.ts';

/**
 * Which secrets a tool may write into which file: those that came from it, and those the user said may. They are asked once
 * for each secret and file; the answers are kept in memory, by keyed fingerprints.
 */
export class PutBack {
  readonly #fingerprint = createFingerprint();
  readonly #said = new Map<string, boolean>();
  readonly #t: Translate;

  constructor(t: Translate) {
    this.#t = t;
  }

  /** The stand-ins, by their names, whose values stay out of a file. `origins` are those of the request. */
  async keptFrom(
    standIns: readonly StandIn[],
    file: vscode.Uri,
    origins: Origins,
    mayAsk: boolean,
  ): Promise<ReadonlySet<string>> {
    const kept = new Set<string>();
    const open: StandIn[] = [];
    for (const standIn of origins.foreign(standIns, file.toString())) {
      const said = this.#said.get(await this.#of(standIn, file));
      if (said === false || (said === undefined && !mayAsk)) kept.add(standIn.name);
      else if (said === undefined) open.push(standIn);
    }
    if (open.length === 0) return kept;
    const names = await askAboutSecrets(origins, open, file, this.#t);
    for (const standIn of open) {
      const stays = names === undefined || names.has(standIn.name);
      this.#said.set(await this.#of(standIn, file), !stays);
      if (stays) kept.add(standIn.name);
    }
    return kept;
  }

  #of({ value }: StandIn, file: vscode.Uri): Promise<string> {
    return this.#fingerprint(`${file.toString()}\n${value}`);
  }
}
