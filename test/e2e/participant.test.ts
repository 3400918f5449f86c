import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { LINKED } from '../../src/editor/participant/blocks.ts';
import { loadCatalogue } from '../../src/policy/catalogue.ts';
import { EXTENSION } from '../../src/editor/ids.ts';
import { packOtherModels } from '../provision/other-models.ts';
import { chooseTheme, shot, type Theme, type Workbench } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { ask, followUp, pickModel, showBuiltInChat } from './built-in-chat.ts';
import { destinationsAt, dragPanelTo, enter, openWith, panelOf, setStage, type Stage } from './stage.ts';

const TOKEN = githubToken(1);
const THEMES: readonly Theme[] = ['light', 'high-contrast', 'high-contrast-light'];
/** The values of the sample workspace's `.env`. */
const IN_ENV = /k7Vd-vY8|AKIALRWF|iEVq9yAf|sk_live_|ghp_|nvapi-|orders-support@/;

/** Where links of an answer lead. */
function linksIn(answer: Locator): Promise<string[]> {
  return answer
    .locator('a[data-href]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
}

async function openFile(page: Page, name: string): Promise<void> {
  await page.locator('.explorer-folders-view').getByText(name, { exact: true }).click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

describe('@airlock in the built-in Chat', () => {
  let stage: Stage;
  let workbench: Workbench | undefined;

  before(async function () {
    this.timeout(300_000);
    stage = await setStage({}, [await packOtherModels()]);
  });
  after(() => stage.close());
  afterEach(async () => {
    await workbench?.close();
    workbench = undefined;
  });

  it('says where a prompt would go, what is in a file, what fits, what was decided and what left', async function () {
    this.timeout(180_000);
    const settings = {
      ...destinationsAt(stage.model),
      'promptAirlock.destination': 'custom/stated',
      'promptAirlock.requirements': { training: 'never', retentionDays: 30 },
      // It would not leave at all.
      'promptAirlock.paths': ['!.env'],
    };
    workbench = await openWith(stage, settings, 'dark', true);
    const { page, outside } = workbench;
    const panel = await panelOf(page);
    await dragPanelTo(page, 480);
    await enter(page, panel, `Why is ${TOKEN} refused for ${EMAIL}?`);
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    await panel.locator('.answer, .turn').getByText('ok', { exact: true }).waitFor();
    const sent = stage.model.arrived.length;
    assert.equal(sent, 1);

    await showBuiltInChat(page);
    await pickModel(page, 'Made-up');
    const sources = Object.values(loadCatalogue().sources).flatMap(({ url }) => url ?? []);
    const allowed = [...LINKED.map((id) => `command:${id}`), ...sources];
    const told: Record<string, Locator> = {};
    await openFile(page, '.env');
    for (const command of ['', '/policy', '/check', '/compare', '/why', '/ledger']) {
      const answer = await ask(page, `@airlock ${command}`.trim());
      await shot(page, `participant-dark${command.replace('/', '-')}`);
      assert.deepEqual(
        (await linksIn(answer)).filter((link) => !allowed.includes(link)),
        [],
      );
      const text = await answer.innerText();
      assert.doesNotMatch(text, IN_ENV);
      assert.ok(!text.includes(TOKEN) && !text.includes(EMAIL));
      assert.match(text, EXPECTED[command] ?? /^never/);
      told[command] = answer;
    }
    assert.deepEqual(
      outside.filter(({ from }) => from === EXTENSION),
      [],
    );
    assert.equal(stage.model.arrived.length, sent, 'nothing is sent by asking');

    await told['/ledger']?.getByText('Show Ledger').click();
    await page.locator('.tab', { hasText: 'Ledger' }).waitFor();
    await openFile(page, '.env');
    const again = await followUp(page, 'Where would this go?');
    assert.match(await again.innerText(), EXPECTED['/policy'] ?? /^never/);

    await ask(page, '@airlock /check');
    for (const theme of THEMES) {
      await chooseTheme(page, theme);
      await shot(page, `participant-${theme}-check`);
    }
    await pickModel(page, 'unstated');
    const ofModel = await (await ask(page, '@airlock /policy')).innerText();
    assert.match(ofModel, /unstated · made-up-model: grade \?[^]*Nobody has said whose policy holds/);
    assert.doesNotMatch(ofModel, /passes no airlock/);
    await shot(page, 'participant-high-contrast-light-policy');
  });
});

/** What each answer says; names of models are shown as they are. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  '': /@airlock \/policy: where a prompt would go/,
  '/policy':
    /passes no airlock: Made-up \*model\* \[1\]\(https:\/\/example\.com\) is none of[^]*stated · made-up-model: grade A[^]*What you require\n+No training: met/,
  '/check':
    /\.env\s+7 found · 6 secrets, 1 personal[^]*GitHub token, line 7[^]*At stated · made-up-model: May go redacted[^]*Copy Redacted/,
  '/compare': /You require: No training[^]*DeepInfra[^]*Fits[^]*more are on the whole page/,
  '/why':
    /May go redacted\s+20\d\d-[^]*the chat of Prompt Airlock · stated · made-up-model\s+2 found · 1 secret, 1 personal[^]*What to do:/,
  '/ledger': /1 request[^]*stated · made-up-model[^]*Secrets: 1 redacted/,
};
