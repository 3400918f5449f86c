/** The built-in Chat, by what asks on its behalf. */
const CHAT: ReadonlySet<string> = new Set(['core', 'github.copilot-chat']);

/** Whether a request comes from the editor's own Chat. `asker` is the id of the extension, where the editor says who asks. */
export function isChat(asker: string | undefined): boolean {
  return asker !== undefined && CHAT.has(asker);
}
