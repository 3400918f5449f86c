import { ignoreChain } from '../../../decide/paths/ignore-chain.ts';
import { readIgnoreFile } from '../../../decide/paths/ignore-file.ts';

/** A `.gitignore`, and the folder it lies in, relative to the repository; '' for its root. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

/**
 * Whether Git leaves a file alone by the ignore files on the way to it. What only the user's own excludes name is not
 * known: then it is taken for not ignored, which costs a question.
 *
 * @param path of the file, relative to the repository.
 */
export function isIgnored(files: readonly IgnoreFile[], path: string): boolean {
  const placed = files.map(({ folder, text }) => ({
    folder,
    name: `${folder}/.gitignore`,
    file: readIgnoreFile(text, false),
  }));
  return ignoreChain(placed).verdictOn(path)?.ignored === true;
}
