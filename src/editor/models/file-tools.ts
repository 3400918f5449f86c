/**
 * The editor's own tools for files, by their exact names. Everything else (terminals, browsers, fetchers, tools of other
 * extensions and of MCP servers) is handed stand-ins.
 */

/** What is known of a tool for files. */
export interface FileTool {
  readonly name: string;
  /** Where its arguments name the file: keys, `[]` for each of a list. */
  readonly path: readonly string[];
  /** Whether it changes a file, so that values are put back into its arguments. */
  readonly writes: boolean;
  /** Whether what it answers is content of that file. */
  readonly answersContent: boolean;
}

/** Names as the built-in Chat of VS Code 1.106 to 1.139 gives them to models. */
const FILE_TOOLS: readonly FileTool[] = [
  { name: 'create_file', path: ['filePath'], writes: true, answersContent: false },
  { name: 'insert_edit_into_file', path: ['filePath'], writes: true, answersContent: true },
  { name: 'replace_string_in_file', path: ['filePath'], writes: true, answersContent: true },
  {
    name: 'multi_replace_string_in_file',
    path: ['replacements', '[]', 'filePath'],
    writes: true,
    answersContent: true,
  },
  { name: 'edit_notebook_file', path: ['filePath'], writes: true, answersContent: true },
  { name: 'read_file', path: ['filePath'], writes: false, answersContent: true },
  { name: 'view_image', path: ['filePath'], writes: false, answersContent: true },
  { name: 'copilot_getNotebookSummary', path: ['filePath'], writes: false, answersContent: true },
  { name: 'read_notebook_cell_output', path: ['filePath'], writes: false, answersContent: true },
  { name: 'run_notebook_cell', path: ['filePath'], writes: false, answersContent: true },
];

const BY_NAME: ReadonlyMap<string, FileTool> = new Map(FILE_TOOLS.map((tool) => [tool.name, tool]));

/** The tool of that name; undefined for one that is not the editor's own for files. */
export function fileTool(name: string): FileTool | undefined {
  return BY_NAME.get(name);
}

/** Every file that the arguments of a tool name; undefined where one is missing or is no text. */
export function pathsIn(input: unknown, path: readonly string[]): readonly string[] | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return typeof input === 'string' && input !== '' ? [input] : undefined;
  if (key === '[]') {
    if (!Array.isArray(input) || input.length === 0) return undefined;
    const all = input.map((one: unknown) => pathsIn(one, rest));
    return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
  }
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, key)) return undefined;
  return pathsIn(Reflect.get(input, key), rest);
}
