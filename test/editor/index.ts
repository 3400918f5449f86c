import { runSuiteInHost } from '../provision/suite-in-host.ts';

/** What the extension host calls. Bundled as CommonJS beside the bundled tests, so `__dirname` is their folder. */
export function run(): Promise<void> {
  return runSuiteInHost(__dirname);
}
