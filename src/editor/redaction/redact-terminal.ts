import * as vscode from 'vscode';
import { redactedSentence } from '../../sentences/redaction.ts';
import { openText } from './redact-file.ts';
import { orSay, type Redacting } from './redacting.ts';

/** How often, and after how many milliseconds each time, the clipboard is looked at for what was copied. */
const LOOKS = 80;
const BETWEEN_LOOKS = 25;

/** Opens what is selected in the terminal, with stand-ins, in a new tab; the clipboard is as before whatever happens. */
export async function redactTerminalSelection(using: Redacting): Promise<void> {
  const { t } = using;
  await orSay(async () => {
    const text = await selectedInTerminal();
    if (text === undefined) sayNothingSelected(using);
    else await redact(using, text, (redacted) => openText(redacted, 'plaintext', vscode.ViewColumn.Active));
  }, t);
}

/** Puts what is selected in the terminal on the clipboard, with stand-ins; where that fails, it is as before. */
export async function copyTerminalRedacted(using: Redacting): Promise<void> {
  const { t } = using;
  await orSay(
    async () => {
      const text = await selectedInTerminal();
      if (text === undefined) sayNothingSelected(using);
      else await redact(using, text, (redacted) => vscode.env.clipboard.writeText(redacted));
    },
    t,
    t('Something went wrong while redacting; the clipboard is as it was.'),
  );
}

async function redact(
  { airlock, conversation, t }: Redacting,
  text: string,
  use: (redacted: string) => Thenable<void>,
): Promise<void> {
  const [redacted] = await airlock.redact(conversation, [text]);
  if (redacted === undefined) return;
  await use(redacted.text);
  const kinds = redacted.replacements.map(({ standIn }) => standIn.kind);
  void vscode.window.showInformationMessage(
    kinds.length === 0
      ? t('Nothing sensitive was found in the terminal’s selection.')
      : redactedSentence(kinds, t),
  );
}

function sayNothingSelected({ t }: Redacting): void {
  void vscode.window.showInformationMessage(t('Select text in the terminal first.'));
}

/**
 * The text selected in the active terminal. The editor gives it out by the clipboard only, so the text there is put back,
 * whatever happens; something else there, such as an image, cannot be.
 */
export async function selectedInTerminal(): Promise<string | undefined> {
  if (!vscode.window.activeTerminal) return undefined;
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  // What is copied may be what is there already; only a mark tells that from nothing.
  const mark = crypto.randomUUID();
  try {
    await clipboard.writeText(mark);
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    // The command is done before the text is there.
    for (let look = 0; look < LOOKS; look++) {
      const text = await clipboard.readText();
      if (text !== mark) return text === '' ? undefined : text;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    }
    return undefined;
  } finally {
    await clipboard.writeText(before);
  }
}
