import assert from 'node:assert/strict';
import { after, afterEach, beforeEach } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { EXTENSION } from '../../src/editor/ids.ts';
import type { Server, Settings } from '../provision/server.ts';
import { openWorkbench, shot, type Theme, themeSettings, type Workbench } from '../provision/workbench.ts';
import type { OpenAiServer } from '../servers/openai-server.ts';
import { changesTo, panelWidth, putBack, putFilesBack } from './put-back.ts';
import { destinationsAt, panelOf, setStage, type Stage } from './stage.ts';

/** What a test wants the workbench to be like. */
export interface Wanted {
  /** By default the one of {@link destinationsAt} whose terms are stated. */
  readonly destination?: string;
  /** Beside {@link destinationsAt} and the destination; all others are as the editor has them. */
  readonly settings?: Settings;
  /** By default dark. */
  readonly theme?: Theme;
  /** Opened anew, for what happens at the start and for what the extension remembers of a window. */
  readonly anew?: boolean;
  /** Closed afterwards, as the test leaves what a new conversation does not take away, such as a key that is kept. */
  readonly spoils?: boolean;
}

/** A workbench and the panel in it. */
export interface Opened {
  readonly page: Page;
  readonly panel: FrameLocator;
}

/** The stage as the tests of a file have it. */
export interface SharedStage {
  readonly model: OpenAiServer;
  readonly editor: Server;
  /** The sample workspace. */
  readonly folder: string;
  /** The workbench, as though it had just been opened with what is wanted. Once a test. */
  open(wanted?: Wanted): Promise<Opened>;
}

/** One for all files, set for the first test that wants it. */
let stage: Stage | undefined;
/** The one that is open on it. */
let workbench: (Workbench & { readonly width: number }) | undefined;
let spoilt = false;
/** How many of the workbench's requests to the outside were looked at. */
let seen = 0;

/** Strikes the stage and all that is on it, so that the next test gets another. */
export async function strikeStage(): Promise<void> {
  const struck = stage;
  try {
    await closeWorkbench();
  } finally {
    stage = undefined;
    await struck?.close();
  }
}

async function closeWorkbench(): Promise<void> {
  const closed = workbench;
  workbench = undefined;
  seen = 0;
  spoilt = false;
  await closed?.close();
}

function stageSet(): Stage {
  if (!stage) throw new Error('The stage is set before each test, and not before.');
  return stage;
}

async function isPutBack(settings: Settings, theme: Theme): Promise<boolean> {
  if (!workbench) return false;
  try {
    await putBack(workbench.page, stageSet(), settings, theme, workbench.width);
    return true;
  } catch (error) {
    // The tests do without, and take longer.
    console.log(`A workbench could not be put back, and another is opened: ${String(error)}`);
    return false;
  }
}

async function openAnew(settings: Settings, theme: Theme): Promise<void> {
  await closeWorkbench();
  putFilesBack(stageSet());
  const { editor, browser, folder, driver } = stageSet();
  editor.updateSettings(changesTo(settings, stageSet()));
  const reported = driver.nextWindow();
  const opened = await openWorkbench({ server: editor, browser, folder, theme });
  // Known at once, so that it is closed if it does not get further.
  workbench = { ...opened, width: 0 };
  await panelOf(opened.page);
  await reported;
  workbench = { ...opened, width: await panelWidth(opened.page) };
}

/** What our pages have asked of the outside since this was asked last. */
function askedOfTheOutside(): string[] {
  const asked = (workbench?.outside ?? []).slice(seen);
  seen += asked.length;
  return asked.filter(({ from }) => from === EXTENSION).map(({ url }) => url);
}

/**
 * Gives the tests of a file the stage and the workbench that all files share, put back between the tests. Called in
 * `describe`. After a test that failed everything is set anew, so that the next has nothing of it.
 */
export function useStage(): SharedStage {
  const outside: string[] = [];

  beforeEach(async function () {
    this.timeout(300_000);
    stage ??= await setStage();
  });
  afterEach(async function () {
    this.timeout(120_000);
    outside.push(...askedOfTheOutside().map((url) => `${this.currentTest?.title}: ${url}`));
    if (this.currentTest?.state !== 'passed') {
      const title = this.currentTest?.title.replaceAll(/\W+/g, '-').slice(0, 80);
      // There may be no page any more.
      if (workbench) await shot(workbench.page, `failed-${title}`).catch(() => undefined);
      // Whatever of it is gone already cannot be closed.
      await strikeStage().catch((error: unknown) => console.log(String(error)));
      return;
    }
    if (spoilt) await closeWorkbench();
    const { model } = stageSet();
    model.arrived.length = 0;
    model.answer = { pieces: ['ok'] };
  });
  after(() => {
    // Not after each test: mocha gives up a file whose hook fails between two of them.
    assert.deepEqual(outside, [], 'our pages ask nothing of the outside');
  });

  return {
    get model() {
      return stageSet().model;
    },
    get editor() {
      return stageSet().editor;
    },
    get folder() {
      return stageSet().folder;
    },
    async open(wanted = {}) {
      const { destination = 'custom/stated', theme = 'dark' } = wanted;
      const settings: Settings = {
        ...destinationsAt(stageSet().model),
        'promptAirlock.destination': destination,
        ...themeSettings(theme),
        ...wanted.settings,
      };
      if (wanted.anew || !(await isPutBack(settings, theme))) await openAnew(settings, theme);
      spoilt = wanted.spoils === true;
      if (!workbench) throw new Error('The workbench is not there.');
      return { page: workbench.page, panel: await panelOf(workbench.page) };
    },
  };
}
