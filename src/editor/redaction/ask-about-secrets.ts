import * as vscode from 'vscode';
import type { StandIn } from '../../redact/stand-in.ts';
import { namesOf } from '../../sentences/redaction.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Origins } from './origins.ts';

/**
 * Which of these stand-ins stay as they are in a file, by their names. A secret goes back into the file it came from; for
 * any other file the user is asked, once.
 * @returns undefined where they gave up.
 */
export async function askAboutSecrets(
  origins: Origins,
  standIns: readonly StandIn[],
  file: vscode.Uri,
  t: Translate,
): Promise<ReadonlySet<string> | undefined> {
  const foreign = origins.foreign(standIns, file.toString());
  if (foreign.length === 0) return new Set();
  const names = foreign.map(({ name }) => name);
  const leave = names.length === 1 ? t('Keep Stand-In') : t('Keep Stand-Ins');
  const put = t('Put Back');
  const answer = await vscode.window.showWarningMessage(
    names.length === 1
      ? t('{0} is a secret that did not come from this file. Write it here?', namesOf(names, t))
      : t('{0} are secrets that did not come from this file. Write them here?', namesOf(names, t)),
    {
      modal: true,
      detail: t('A file with a secret in it may be committed, uploaded or read by tools later.'),
    },
    // The first is what Enter does.
    leave,
    put,
  );
  if (answer === put) {
    origins.add(foreign, file.toString());
    return new Set();
  }
  return answer === leave ? new Set(names) : undefined;
}
