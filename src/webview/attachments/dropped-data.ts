/** What a drop or a paste holds, of that which can be attached. */

/** The kinds of data by which the workbench names what is dragged; the first that is there says all. */
const LISTS = ['application/vnd.code.uri-list', 'ResourceURLs', 'CodeFiles', 'text/uri-list'] as const;

/** What is read of a drop, and what tests make one of. */
export interface Dragged {
  readonly types: readonly string[];
  getData(type: string): string;
}

/** Whether something is dragged that can be attached; of a text the composer takes care by itself. */
export function isAttachable({ types }: Pick<Dragged, 'types'>): boolean {
  const there = new Set(types.map((type) => type.toLowerCase()));
  return there.has('files') || LISTS.some((type) => there.has(type.toLowerCase()));
}

/** The addresses that are dragged, as the workbench writes them. */
export function listsOf(data: Dragged): string[] {
  for (const type of LISTS) {
    const text = data.getData(type);
    if (text.trim() !== '') return [text];
  }
  return [];
}

/** Files that are pasted instead of text: with a text beside them, that is what is meant. */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'getData'>): File[] {
  return data.getData('text/plain') === '' ? [...data.files] : [];
}
