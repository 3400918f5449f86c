import { join } from 'node:path';
import { ensureBrowser } from './chromium.ts';
import { ensureCodeServer } from './code-server.ts';
import { bundleEditorTests, runInExtensionHost } from './extension-host.ts';
import { packOtherModels } from './other-models.ts';
import { repoRoot } from './paths.ts';
import { resultFileVariable } from './reporter.ts';
import { CLIENT_VARIABLES } from '../unit/wire/adapters/variables.ts';
import { sampleWorkspace } from './sample-workspace.ts';
import { type SuiteResult, couldNotRun, writeResult } from './suite-result.ts';
import { launchBrowser } from './workbench.ts';

/** Runs `test/editor/` inside the extension host, on the extension in this repository and the sample workspace. */
async function runEditorSuite(): Promise<SuiteResult> {
  const codeServer = await ensureCodeServer();
  const { executable } = await ensureBrowser();
  const tests = await bundleEditorTests();
  const browser = await launchBrowser(executable);
  try {
    const workspace = sampleWorkspace(join(repoRoot, 'test', 'fixtures', 'workspace'), 'editor-suite');
    return await runInExtensionHost({
      codeServer,
      browser,
      tests,
      extension: repoRoot,
      workspace,
      builtInChat: true,
      // Otherwise what a test has changed may be saved at any moment, also after its file was removed.
      settings: { 'files.autoSave': 'off' },
      // As a container's image may set them: nothing in the whole suite goes by them.
      env: CLIENT_VARIABLES,
      others: [await packOtherModels()],
    });
  } finally {
    await browser.close();
  }
}

const result = await runEditorSuite().catch((error: unknown) =>
  couldNotRun(error instanceof Error ? error.message : String(error)),
);
const file = process.env[resultFileVariable];
if (file) writeResult(file, result);
process.exit(result.failures.length === 0 ? 0 : 1);
