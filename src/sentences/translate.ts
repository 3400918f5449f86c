/** The shape of `vscode.l10n.t`: a message in English with `{0}`, `{1}`, … for its arguments. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The messages as they are written, for where there is no editor to translate them. */
export const english: Translate = (message, ...args) =>
  message.replaceAll(/\{(\d+)\}/g, (placeholder, at: string) => String(args[Number(at)] ?? placeholder));
