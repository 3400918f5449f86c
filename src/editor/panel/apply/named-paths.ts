import { fenceInfo, isPath } from '../../../markdown/fence-info.ts';
import type { CodeBlock } from '../../../markdown/code-blocks.ts';
import { patchesIn } from './unified-diff.ts';

/** The comment signs a first line can begin and end with. */
const COMMENT =
  /^\s*(?:\/\/|#|--|;|%|\/\*|<!--|"""|\{-)\s{0,4}(?:file(?:name)?|path)?:?\s{0,4}([^\s*]{1,200})\s{0,4}(?:\*\/|-->|-\})?\s*$/i;

/** The path that a line names, where it is a comment with nothing else in it. */
export function pathInComment(line: string): string | undefined {
  const [, path] = line.length > 300 ? [] : (COMMENT.exec(line) ?? []);
  return path !== undefined && isPath(path) && /[/.]/.test(path) ? path : undefined;
}

/**
 * The files a block of code may be of, as the answer names them, the surest first: behind its fence, in the heads of a
 * diff, in its first line, in the line before it.
 */
export function namedPaths(block: CodeBlock): string[] {
  const [first = ''] = block.text.split('\n', 1);
  const before = Array.from(
    block.before.slice(0, 500).matchAll(/`([^`\s]{1,200})`|\*\*([^*\s]{1,200})\*\*|([^\s`*"'()]{1,200})/g),
  );
  const words = before.map(([, code, bold, bare]) =>
    (code ?? bold ?? bare ?? '').replace(/[:,;]{1,3}$|\.$/, ''),
  );
  const named = [
    fenceInfo(block.info).path,
    ...patchesIn(block).map(({ path }) => path),
    pathInComment(first),
    // A bare word counts only with an ending: `and/or` is no file.
    ...words.filter((word) => isPath(word) && /\.\w{1,12}$/.test(word)),
  ];
  return [...new Set(named.filter((path) => path !== undefined))].slice(0, 8);
}
