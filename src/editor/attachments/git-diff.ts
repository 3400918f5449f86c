import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import { nameOf } from './file-source.ts';
import { LIMITS } from './limits.ts';
import { type Content, type LeftOut, nothing, type Piece, type Reading, type Source } from './source.ts';

/** What is used of the API of the editor's own Git extension, version 1. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
}

interface Repository {
  readonly rootUri: vscode.Uri;
  /** Asks Git anew. */
  status?(): Promise<void>;
  diffWithHEAD(): Promise<readonly Change[]>;
  /** @param path of a file. */
  diffWithHEAD(path: string): Promise<string>;
}

/** What is changed since the last commit, staged or not, a piece for each file. */
export function gitDiffSource(t: Translate): Source {
  return { key: 'diff', kind: 'diff', name: t('Git diff'), read: diff };
}

async function diff({ deniedBy, signal, progress }: Reading): Promise<Content> {
  const repositories = await openRepositories();
  if (repositories.length === 0) return nothing('no-git');
  const pieces: Piece[] = [];
  const leftOut: LeftOut[] = [];
  let size = 0;
  for (const repository of repositories) {
    await repository.status?.();
    for (const { uri, originalUri } of await repository.diffWithHEAD()) {
      signal.throwIfAborted();
      const name = nameOf(uri);
      const file = fileNameOf(uri);
      // A file that was moved shows what it was before.
      const glob = deniedBy(file) ?? deniedBy(fileNameOf(originalUri));
      if (glob !== undefined) {
        leftOut.push({ why: 'denied', count: 1, name, glob });
        continue;
      }
      if (pieces.length >= LIMITS.files) {
        leftOut.push({ why: 'too-many', count: 1, name });
        continue;
      }
      const text = await repository.diffWithHEAD(uri.fsPath);
      if (size + text.length > LIMITS.folder) {
        leftOut.push({ why: 'too-many', count: 1, name });
        continue;
      }
      if (text.trim() === '') continue;
      size += text.length;
      pieces.push({ name: `Git diff of ${name}`, file, text, language: 'diff' });
      progress(pieces.length);
    }
  }
  return pieces.length + leftOut.length === 0 ? nothing('empty') : { pieces, leftOut: merged(leftOut) };
}

/** None where there is no Git extension, where it is switched off, or where it found no repository. */
async function openRepositories(): Promise<readonly Repository[]> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.enabled === true ? git.getAPI(1).repositories : [];
  } catch {
    return [];
  }
}

function merged(leftOut: readonly LeftOut[]): LeftOut[] {
  const all = new Map<string, LeftOut>();
  for (const one of leftOut) {
    const key = `${one.why} ${one.glob ?? ''}`;
    const before = all.get(key);
    all.set(key, before ? { ...before, count: before.count + one.count } : one);
  }
  return [...all.values()];
}
