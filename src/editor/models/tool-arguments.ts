import type { Restored } from '../../redact/restore-whole.ts';
import type { StandIn } from '../../redact/stand-in.ts';
import { fileTool, pathsIn } from './file-tools.ts';

/** What putting values back into the arguments of a tool needs. */
export interface ToolArguments<File> {
  /** A text with its values put back but for those named, as it may stand in a file. */
  readonly restore: (text: string, kept?: ReadonlySet<string>) => Restored;
  /** Every stand-in in a text. */
  readonly standInsIn: (text: string) => readonly StandIn[];
  /** Whether the tools are the editor's own: a name alone could be anybody's. */
  readonly areEditors: boolean;
  /** The file of a path, all links followed, where it lies in the workspace. */
  readonly inWorkspace: (path: string) => File | undefined;
  /** The stand-ins, by their names, whose values must not get into a file. */
  readonly keptFrom: (standIns: readonly StandIn[], file: File) => Promise<ReadonlySet<string>>;
}

/** The arguments as the tool gets them. */
export interface Handed {
  readonly input: object;
  /** Names of stand-ins that stay in them. */
  readonly kept: readonly string[];
  /** What looks like a stand-in in them and stands for nothing; where there is such, the tool must not be called. */
  readonly unknown: readonly string[];
}

/**
 * Puts values back into the arguments of a tool where they may be: those of the editor's own tools for files, where every file they name lies
 * in the workspace, and of secrets only those that came from that file. In everything else stand-ins stay.
 */
export async function handArguments<File>(
  call: { readonly name: string; readonly arguments: string },
  tools: ToolArguments<File>,
): Promise<Handed> {
  const input = parsed(call.arguments);
  const standIns = unique(textsIn(input).flatMap(tools.standInsIn));
  const allKept: Handed = { input, kept: standIns.map(({ name }) => name), unknown: [] };
  const tool = tools.areEditors ? fileTool(call.name) : undefined;
  if (!tool) return allKept;
  const named = pathsIn(input, tool.path);
  if (named === undefined) return allKept;
  const paths = named.map((path) => tools.restore(path));
  const files = paths.map((path) => (path.ok ? tools.inWorkspace(path.text) : undefined));
  const kept = new Set<string>();
  for (const file of files) {
    if (file === undefined) return allKept;
    for (const name of await tools.keptFrom(standIns, file)) kept.add(name);
  }
  // With a stand-in left in it a path leads to another file than the one that was looked at.
  if (named.some((path) => tools.standInsIn(path).some(({ name }) => kept.has(name)))) return allKept;
  const unknown = new Set<string>();
  const restored = mapTexts(input, (text) => {
    const whole = tools.restore(text, kept);
    if (whole.ok) return whole.text;
    for (const name of whole.left) unknown.add(name);
    return text;
  });
  return { input: Object(restored), kept: [...kept], unknown: tool.writes ? [...unknown] : [] };
}

/** What is no object is none at all: a tool takes nothing else. */
function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Every text, key and number of a value; of numbers how they are written. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsIn(one),
  ]);
}

/** The same value with each text and number in it changed; keys stay. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return asNumber(change(String(value)), value);
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}

/** What came of a number: a number again, but for one that only a text can hold to the last digit. */
function asNumber(changed: string, before: number): number | string {
  if (changed === String(before)) return before;
  const number = Number(changed);
  return String(number) === changed ? number : changed;
}

function unique(standIns: readonly StandIn[]): StandIn[] {
  return [...new Map(standIns.map((one) => [one.name, one])).values()];
}
