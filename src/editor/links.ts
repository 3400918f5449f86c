import * as vscode from 'vscode';

/**
 * Opens a link from an answer or a card, after its whole address was shown. Anything but http and https is
 * refused: `command:`, `javascript:` and `file:` links do things here instead of showing a page.
 */
export async function openLink(address: string): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t('This link is no web address, so it was not opened.'),
    );
    return;
  }
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open this address in the browser?'),
    { modal: true, detail: url.href },
    open,
  );
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
}
