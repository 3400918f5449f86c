import { strikeStage } from './shared-stage.ts';

/** What mocha does around all files of this suite. */
export const mochaHooks = { afterAll: strikeStage };
