import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { runCommand, shot, type Workbench } from '../provision/workbench.ts';
import { ask } from './built-in-chat.ts';
import { destinationsAt, openWith, setStage, type Stage } from './stage.ts';

describe('Open Guarded Chat where nobody has signed in', function () {
  this.timeout(180_000);
  let stage: Stage;
  let workbench: Workbench | undefined;

  before(async () => {
    stage = await setStage();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && workbench) await shot(workbench.page, 'chat-open-failed');
    await workbench?.close();
  });
  after(() => stage.close());

  it('switches the Chat on when told to, and the first prompt arrives', async () => {
    stage.model.answer = { pieces: ['Here I am.'] };
    const settings = { ...destinationsAt(stage.model), 'promptAirlock.destination': 'custom/stated' };
    const reported = stage.driver.nextWindow();
    workbench = await openWith(stage, settings, 'dark');
    const { page } = workbench;
    await runCommand(page, 'Prompt Airlock: Open Guarded Chat');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Switch it on, without signing in?').waitFor();
    await shot(page, 'chat-open-question');
    await dialog.getByRole('button', { name: 'Switch On' }).click();
    await page
      .locator('.interactive-session a[aria-label^="Models, stated"]')
      .first()
      .waitFor({ timeout: 60_000 });
    await reported;
    await stage.driver.run({ awaits: 'GitHub.copilot-chat' });
    await (await ask(page, 'Are you there?')).getByText('Here I am.').waitFor();
    assert.equal(stage.model.arrived.length, 1);
  });
});
