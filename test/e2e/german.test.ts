import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import { runCommand, shot, type Workbench } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff } from './looks.ts';
import {
  destinationsAt,
  dragPanelTo,
  enter,
  openWith,
  panelOf,
  setStage,
  type Stage,
  tabOf,
} from './stage.ts';

describe('in a German editor', function () {
  this.timeout(180_000);
  let stage: Stage;
  let workbench: Workbench;
  let page: Page;
  let panel: FrameLocator;

  before(async function () {
    this.timeout(300_000);
    stage = await setStage({}, [], 'de');
    const settings = { ...destinationsAt(stage.model), 'promptAirlock.destination': 'custom/stated' };
    workbench = await openWith(stage, settings, 'dark');
    ({ page } = workbench);
    panel = await panelOf(page);
  });
  after(async () => {
    await workbench?.close();
    await stage?.close();
  });

  it('a prompt is reviewed, sent and answered in German, with nothing cut off at 300 px', async () => {
    stage.model.answer = { pieces: ['The index on `email` already has EMAIL_1.'] };
    assert.equal(await panel.locator('html').getAttribute('lang'), 'de');
    await panel.getByRole('button', { name: 'Prüfen und senden' }).waitFor();
    await dragPanelTo(page, 300);
    await shot(page, 'german-empty-300');
    assert.deepEqual(await cutOff(panel), []);
    await enter(page, panel, `Warum scheitert das für ${EMAIL}, Karte ${CARD}, Token ${githubToken(3)}?`);
    await panel.getByText('3 gefunden · 1 Geheimnis, 2 personenbezogen', { exact: true }).waitFor();
    await panel.getByText('GitHub-Token', { exact: true }).waitFor();
    await shot(page, 'german-review-300');
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
    await panel.getByRole('button', { name: 'Was hinausgeht' }).click();
    await panel.getByRole('dialog', { name: 'Was hinausgeht' }).waitFor();
    await shot(page, 'german-leaving-300');
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: '3 schwärzen und senden' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('The index on').waitFor();
    await shot(page, 'german-answer-300');
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
  });

  it('what is blocked, and what went wrong, is said in German', async () => {
    await runCommand(page, 'Prompt Airlock: Neue Unterhaltung');
    stage.model.answer = { status: 429 };
    await enter(page, panel, 'Noch eine Frage?');
    await panel.getByRole('alert').getByText('Zu viele Anfragen').waitFor();
    await shot(page, 'german-fault-300');
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
  });

  it('the pages of terms are German', async () => {
    await runCommand(page, 'Prompt Airlock: Richtlinie anzeigen');
    const card = await tabOf(page, 'card');
    await card.getByText('Antworten gehören', { exact: true }).waitFor();
    assert.equal(await card.locator('html').getAttribute('lang'), 'de');
    await shot(page, 'german-card');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Prompt Airlock: Anbieter vergleichen');
    const comparison = await tabOf(page, 'comparison');
    await comparison.getByRole('columnheader', { name: 'Ziel' }).waitFor();
    await shot(page, 'german-comparison');
    await runCommand(page, 'View: Close All Editors');
  });

  it('what left is listed in German', async () => {
    await runCommand(page, 'Prompt Airlock: Journal anzeigen');
    const ledger = await tabOf(page, 'ledger');
    await ledger.getByRole('heading', { name: 'Was wo aufbewahrt wird und bis wann' }).waitFor();
    await shot(page, 'german-ledger');
    assert.deepEqual(await cutOff(ledger), []);
    await runCommand(page, 'View: Close All Editors');
  });
});
