/** What the editor calls the storage of a workspace, and behind it the number it gives to one more window of it. */
const OF_ANOTHER_WINDOW = /\/workspaceStorage\/(-?[0-9a-f]+)-\d{1,2}\//;

/**
 * The path of the storage that all windows of a workspace share. Where a second window is open on one, the editor gives
 * it a storage of its own, which no later window would look into: what lay there could be neither found nor deleted.
 */
export function sharedStorage(path: string): string {
  return path.replace(OF_ANOTHER_WINDOW, '/workspaceStorage/$1/');
}
