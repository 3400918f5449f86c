import { cacheFolder } from './paths.ts';

/** How long the download may take to bring its first bytes. After that it may take as long as it needs. */
const firstBytesMs = 4_500;

/**
 * Downloads the stable desktop VS Code into the cache, or takes the one that is there.
 *
 * @returns the path of its command-line launcher.
 * @throws if nothing arrives within a few seconds, so that a machine without a way out goes on to the next editor.
 */
export async function downloadDesktop(print: (line: string) => void): Promise<string> {
  // Loaded here only: it changes process-wide state, and most starts do not need it.
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, ProgressReportStage } =
    await import('@vscode/test-electron');
  let arrived = (): void => {};
  let gaveUp = false;
  const nothingCame = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      gaveUp = true;
      reject(new Error(`nothing arrived within ${firstBytesMs / 1000} seconds`));
    }, firstBytesMs);
    arrived = () => clearTimeout(timer);
  });
  const download = downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: cacheFolder,
    timeout: firstBytesMs,
    reporter: {
      report: (progress) => {
        if (progress.stage === ProgressReportStage.FoundMatchingInstall) arrived();
        if (progress.stage !== ProgressReportStage.Downloading || progress.bytesSoFar > 0) return;
        arrived();
        if (!gaveUp) print(`Downloading desktop VS Code (${Math.round(progress.totalBytes / 2 ** 20)} MB)`);
      },
      error: () => {},
    },
  });
  try {
    return resolveCliPathFromVSCodeExecutablePath(await Promise.race([download, nothingCame]));
  } finally {
    arrived();
  }
}
