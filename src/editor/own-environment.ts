import * as vscode from 'vscode';

/**
 * Reads a variable of the user's own machine; undefined in a window onto another one. There the variables are set by
 * whoever made that machine's image, and with a key of theirs what is sent would be in their account.
 */
export function ownEnvironment(): ((name: string) => string | undefined) | undefined {
  // There is no environment in a browser.
  if (vscode.env.remoteName !== undefined || typeof process === 'undefined') return undefined;
  return (name) => process.env[name];
}
