import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { COMMANDS, EXTENSION } from '../../src/editor/ids.ts';
import type { Settings } from '../provision/server.ts';
import {
  reloadWindow,
  runCommand,
  shot,
  type Theme,
  themeIsShown,
  themeSettings,
  type Workbench,
} from '../provision/workbench.ts';
import type { Answer } from '../servers/openai-server.ts';
import { AWS_SECRET, CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import {
  ask,
  inputOf,
  isWrittenDown,
  listModels,
  openBuiltInChat,
  pickMode,
  pickModel,
  rowsOf,
  showChat,
} from './built-in-chat.ts';
import { destinationsAt, setStage, type Stage, tabOf } from './stage.ts';

/** What the built-in Chat is; until it is there, a prompt asks to sign in. */
const CHAT = 'GitHub.copilot-chat';
const OTHER = 'jan.ode@brightparcel.io';
const TOKEN = githubToken(1);
/** Values of the sample workspace's `.env`. */
const ENV = {
  token: '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',
  mail: 'orders-support@brightparcel.io',
  all: ['k7Vd-vY8QmdajZ8', 'AKIALRWFVEALKXWKKXZW', AWS_SECRET, 'sk_live_XnhgYWUEqV6qmM4OJFlbGf1v'],
} as const;
const ALL = [...ENV.all, ENV.token, ENV.mail, EMAIL, OTHER, TOKEN, CARD, CARD.replaceAll(' ', '')];

describe('a guarded model in the built-in Chat', function () {
  this.timeout(180_000);
  let stage: Stage;
  let workbench: Workbench;
  let page: Page;

  before(async function () {
    this.timeout(300_000);
    stage = await setStage({
      'chat.tools.global.autoApprove': true,
      // After a restart the one that was on show is there again, also where the editor did not notice that it was one.
      'chat.restoreLastPanelSession': true,
    });
    writeFileSync(join(stage.folder, 'card.txt'), `Shipped on Monday.\nPaid by ${CARD}.\n`);
    const reported = stage.driver.nextWindow();
    const settings = {
      ...destinationsAt(stage.model),
      'promptAirlock.destination': 'custom/stated',
      // It would not leave at all.
      'promptAirlock.paths': ['!.env'],
    };
    workbench = await openBuiltInChat(stage, settings, 'dark');
    ({ page } = workbench);
    page.setDefaultTimeout(20_000);
    await reported;
    await stage.driver.run({ awaits: CHAT });
  });
  after(async () => {
    await workbench.close();
    await stage.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await shot(page, `chat-failed-${this.currentTest.title.slice(0, 12)}`);
    stage.model.arrived.length = 0;
    stage.model.answer = { pieces: ['ok'] };
  });

  /** A new chat with the destination chosen. */
  async function begin(destination: 'stated' | 'unstated', rules: readonly object[] = []): Promise<void> {
    await set({ 'promptAirlock.destination': `custom/${destination}`, 'promptAirlock.rules': rules }, [
      'notifications.clearAll',
      'workbench.action.closeAllEditors',
      'workbench.action.chat.newChat',
      COMMANDS.openGuardedChat,
    ]);
    await page.locator(`.interactive-session a[aria-label^="Models, ${destination}"]`).first().waitFor();
  }
  function set(settings: Settings, commands: readonly string[] = []): Promise<void> {
    return stage.driver.run({
      settings: Object.entries(settings).map(([key, value]) => ({ key, value })),
      commands,
    });
  }
  async function photograph(name: string, themes: readonly Theme[] = ['light', 'dark']): Promise<void> {
    for (const theme of themes) {
      await set(themeSettings(theme));
      await themeIsShown(page, theme);
      await shot(page, `chat-${name}-${theme}`);
    }
  }
  /** What arrived, without any of the values that are not let go. */
  function arrived(count: number, letGo: readonly string[] = []): string[] {
    const bodies = stage.model.arrived.map(({ body }) => body);
    for (const value of ALL.filter((one) => !letGo.includes(one))) {
      for (const form of [
        value,
        JSON.stringify(value).slice(1, -1),
        value.replaceAll('/', '\\/'),
        btoa(value),
      ]) {
        assert.ok(
          !bodies.some((body) => body.includes(form)),
          `a value of ${value.length} characters arrived`,
        );
      }
    }
    assert.equal(bodies.length, count);
    return bodies;
  }
  async function openFile(name: string): Promise<void> {
    await page.locator('.explorer-folders-view').getByText(name, { exact: true }).click();
    await page.locator('.tab.active', { hasText: name }).waitFor();
  }
  async function attach(name: string): Promise<void> {
    await openFile(name);
    await runCommand(page, 'Chat: Add File to Chat');
    await page
      .locator('.chat-attached-context-attachment:not(.implicit)', { hasText: name })
      .first()
      .waitFor();
  }
  /** Calls a tool first, and says something once it has answered. */
  function calling(name: string, input: object, then: string): (body: string) => Answer {
    return (body) =>
      lastRole(body) === 'tool'
        ? { pieces: [then] }
        : { pieces: [], calls: [{ id: 'call_1', name, arguments: JSON.stringify(input) }] };
  }
  const file = (name: string): string => join(stage.folder, name);
  /** Waits until a file holds a text; what is not there in time is told by the difference. */
  async function holds(name: string, text: string): Promise<void> {
    const read = (): string => (existsSync(file(name)) ? readFileSync(file(name), 'utf8').trim() : '');
    for (const end = Date.now() + 20_000; read() !== text && Date.now() < end;)
      await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(read(), text);
  }

  it('is in the picker with its policy, the dry run among them, and shows what would leave', async () => {
    const rows = await listModels(page);
    const texts = await rows.allTextContents();
    for (const row of [
      /^Dry run.*nothing leaves/,
      /^stated.*no training · nothing kept/,
      /^unstated.*policy unknown/,
    ])
      assert.ok(
        texts.some((text) => row.test(text)),
        `${row} of ${texts.join(', ')}`,
      );
    await rows.filter({ hasText: 'unstated' }).hover();
    await page.getByText('Taken as the worst case').waitFor();
    await shot(page, 'chat-picker-dark');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await set(themeSettings('light'));
    await themeIsShown(page, 'light');
    await listModels(page);
    await shot(page, 'chat-picker-light');
    await page.keyboard.press('Escape');
    await set(themeSettings('dark'));

    await pickModel(page, 'Dry run');
    const answer = await ask(page, `Why is ${TOKEN} refused?`);
    const text = await answer.innerText();
    assert.match(
      text,
      /Dry run: nothing left[^]*Why\sis\sGITHUB_TOKEN_1\srefused[^]*instructions and history \(1\), tools \(\d\d\)/,
    );
    assert.ok(!text.includes(TOKEN));
    await shot(page, 'chat-dry-run');
    arrived(0);
  });

  it('is handed an attached file redacted, says so with its receipt, is restored, and goes on after a restart', async () => {
    await runCommand(page, 'Prompt Airlock: Open Guarded Chat');
    await begin('stated');
    await attach('.env');
    stage.model.answer = {
      pieces: ['Ask EMAIL_1 for ', 'GITHUB_TO', 'KEN_1. See https://example.com/?to=EMAIL_1.'],
    };
    const answer = await ask(page, 'What is this for?');
    await answer.getByText('7 values redacted').waitFor();
    const text = await answer.innerText();
    assert.match(text, /^Prompt Airlock: 7 values redacted · receipt\n/);
    assert.ok(text.includes(`Ask ${ENV.mail} for ${ENV.token}.`), text);
    const [body = ''] = arrived(1);
    assert.ok(body.includes('GITHUB_TOKEN=GITHUB_TOKEN_1') && body.includes('SUPPORT_MAIL=EMAIL_1'));
    const notice = page.locator('.notification-toast', { hasText: 'Chat show your values in place of' });
    await notice.getByRole('button', { name: 'OK' }).click();
    await photograph('answer', ['light', 'high-contrast', 'high-contrast-light', 'dark']);

    const links = await answer
      .locator('a[data-href]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('data-href') ?? ''));
    assert.ok(!links.some((link) => link.includes(ENV.mail)), 'no link holds a value');
    const id = links
      .map((link) => /receipt\/([0-9a-f]{32})$/.exec(link)?.[1])
      .find((one) => one !== undefined);
    await answer.getByText('receipt', { exact: true }).click();
    const ledger = await tabOf(page, 'ledger');
    await ledger.getByText('github.copilot-chat').waitFor();
    assert.equal(await ledger.getByRole('searchbox', { name: 'Search' }).inputValue(), id);

    // All of it is made anew from the request, so that a restart changes nothing.
    stage.model.arrived.length = 0;
    await isWrittenDown(page, 'What is this for');
    const reported = stage.driver.nextWindow();
    await reloadWindow(page);
    await reported;
    await stage.driver.run({ awaits: CHAT });
    await showChat(page, stage, 'What is this for?');
    await page.locator('.interactive-session a[aria-label^="Models, stated"]').first().waitFor();
    stage.model.answer = { pieces: ['It is EMAIL_2, not EMAIL_1.'] };
    const again = await ask(page, `And who is ${EMAIL}?`);
    assert.match(await again.innerText(), new RegExp(`It is ${EMAIL}, not ${ENV.mail}`));
    const [later = ''] = arrived(1);
    assert.ok(later.includes('And who is EMAIL_2?') && later.includes('SUPPORT_MAIL=EMAIL_1'));
    // What was shown with values goes with stand-ins, in the code that they were shown as.
    assert.match(later, /Ask `?EMAIL_1`? for `?GITHUB_TOKEN_1`?\. See/);
    assert.ok(!later.includes('values redacted'), 'the line of ours is taken out');
  });

  it('is handed a selection without the card number in it', async () => {
    await begin('stated');
    await openFile('card.txt');
    await page.locator('.monaco-editor[data-uri$="card.txt"] .view-line').nth(1).click({ clickCount: 3 });
    await runCommand(page, 'Chat: Add Selection to Chat');
    await page
      .locator('.chat-attached-context-attachment:not(.implicit)', { hasText: 'card.txt' })
      .first()
      .waitFor();
    const answer = await ask(page, 'Is this right?');
    assert.match(await answer.innerText(), /values? redacted/);
    const [body = ''] = arrived(1);
    assert.match(body, /Paid by [A-Z_]+_1\./);
  });

  it('is told what a tool read without its values, and what it writes has them in the file', async () => {
    await begin('stated');
    await attach('.env');
    stage.model.answer = calling(
      'read_file',
      { filePath: file('src/orders.js'), startLine: 1, endLine: 40 },
      'Read.',
    );
    writeFileSync(file('src/orders.js'), `// Questions to ${EMAIL}\n`);
    await (await ask(page, 'What is in it?')).getByText('Read.', { exact: true }).waitFor();
    const read = arrived(2).at(-1) ?? '';
    await set({}, ['notifications.clearAll']);
    assert.match(lastContent(read), /Questions to EMAIL_2/);

    stage.model.answer = calling(
      'create_file',
      { filePath: file('made.txt'), content: 'To EMAIL_2, EMAIL_1\n' },
      'Made.',
    );
    await (await ask(page, 'Make a file.')).getByText('Made.', { exact: true }).waitFor();
    await holds('made.txt', `To ${EMAIL}, ${ENV.mail}`);

    stage.model.answer = calling(
      'replace_string_in_file',
      { filePath: file('made.txt'), oldString: 'To EMAIL_2, EMAIL_1', newString: 'From EMAIL_1' },
      'Changed.',
    );
    await (await ask(page, 'Change it.')).getByText('Changed.', { exact: true }).waitFor();
    await holds('made.txt', `From ${ENV.mail}`);
    arrived(6);
    await shot(page, 'chat-file-tools');
  });

  it('keeps values back from a terminal, and says so', async () => {
    await begin('stated');
    const command = 'echo EMAIL_1 > said.txt';
    const input = {
      command,
      explanation: 'say',
      goal: 'say',
      mode: 'sync',
      isBackground: false,
      timeout: 10_000,
    };
    stage.model.answer = calling('run_in_terminal', input, 'Said.');
    const answering = ask(page, `Say ${EMAIL}.`);
    const chat = page.locator('.interactive-session');
    await chat.getByText('kept back from').waitFor({ timeout: 60_000 });
    const allow = chat.getByRole('button', { name: /^Allow/ }).first();
    await allow.waitFor();
    assert.match(await rowsOf(page).nth(1).innerText(), /EMAIL_1 kept back from run_in_terminal · why/);
    await chat.getByText('why', { exact: true }).click();
    await page.locator('.notification-toast', { hasText: 'all other tools get stand-ins' }).waitFor();
    await shot(page, 'chat-terminal');
    await set({}, ['notifications.clearAll']);
    await allow.click();
    const last = await answering;
    await last.getByText('Said.', { exact: true }).waitFor();
    assert.match(await last.innerText(), /1 value redacted · EMAIL_1 kept back from tools · receipt/);
    await shot(page, 'chat-terminal-said');
    await holds('said.txt', 'EMAIL_1');
    arrived(2);
  });

  it('ends a turn that is blocked with the reason, and the next one goes without it', async () => {
    await begin('unstated');
    const refused = await ask(page, `Why is ${TOKEN} refused?`);
    const text = await refused.innerText();
    assert.match(
      text,
      /Nothing was sent to unstated · made-up-model\.\s+A GitHub token would go to a host of which it is not known[^]*\(Nobody has said whose policy[^]*Choose a model whose terms fit/,
    );
    assert.doesNotMatch(text, /\bat .*:\d+:\d+|dist\/|Error:/);
    arrived(0);
    await photograph('block');
    stage.model.answer = { pieces: ['It is a value to come.'] };
    const answer = await ask(page, 'What is a promise?');
    await answer.getByText('It is a value to come.').waitFor();
    assert.match(await answer.innerText(), /1 earlier message withheld/);
    const [body = ''] = arrived(1);
    assert.ok(body.includes('This was withheld by Prompt Airlock'));
    await shot(page, 'chat-after-block');
  });

  it('asks in a dialog where a rule says so: redacted, as it is, and not at all', async () => {
    const rules = [{ kind: 'email', action: 'ask' }];
    const dialog = page.locator('.monaco-dialog-box');
    const asked = async (text: string, button: string, name?: string): Promise<Locator> => {
      await begin('stated', rules);
      const answer = ask(page, text);
      await dialog.getByText('Send this to stated · made-up-model?').waitFor({ timeout: 60_000 });
      assert.match(await dialog.innerText(), /An e-mail address: your rule 1 decides/);
      assert.equal(stage.model.arrived.length, 0);
      if (name !== undefined) await photograph(name);
      await dialog.getByRole('button', { name: button }).click();
      return answer;
    };
    const none = await asked(`Write to ${EMAIL}.`, 'Cancel', 'modal');
    assert.match(await none.innerText(), /Nothing was sent to stated[^]*You did not let it go/);
    arrived(0);
    await asked(`Write to ${EMAIL}.`, 'Redact and Send');
    const [redacted = ''] = arrived(1);
    assert.ok(redacted.includes('Write to EMAIL_1.'));
    stage.model.arrived.length = 0;
    const asIs = await asked(`Send it to ${OTHER}.`, 'Send as Is');
    await asIs.getByText('ok', { exact: true }).waitFor();
    const [sent = ''] = arrived(1, [OTHER]);
    assert.ok(sent.includes(`Send it to ${OTHER}.`));
  });

  it('goes through a turn in ask mode in the same way', async () => {
    await begin('stated');
    await pickMode(page, 'Agent', 'Ask');
    stage.model.answer = { pieces: ['Dear EMAIL_1,'] };
    const text = await (await ask(page, `Write to ${EMAIL}.`)).innerText();
    assert.match(text, /1 value redacted · receipt/);
    assert.ok(text.includes(`Dear ${EMAIL},`));
    arrived(1);
    await pickMode(page, 'Ask', 'Agent');
  });

  it('leaves out a file that a rule denies, and says so', async () => {
    await begin('stated', [{ path: '.env', action: 'block' }]);
    await attach('.env');
    stage.model.answer = calling('read_file', { filePath: file('.env'), startLine: 1, endLine: 40 }, 'Read.');
    const answer = await ask(page, 'What is this?');
    await answer.getByText('Read.', { exact: true }).waitFor();
    assert.match(await answer.innerText(), /\.env left out · receipt/);
    const [body = '', again = ''] = arrived(2);
    assert.match(lastContent(body), /\.env was left out by Prompt Airlock: the path rule \.env keeps it/);
    assert.match(lastContent(again), /^\[\.env was left out by Prompt Airlock/);
    assert.ok(!again.includes('DATABASE_URL'));
    await shot(page, 'chat-denied');
  });

  it('keeps two chats apart that go on at once', async () => {
    await begin('stated');
    const bar = page.locator('.part.auxiliarybar');
    stage.model.answer = { pieces: ['First: EMAIL_1, EMAIL_2.'], hold: true };
    await inputOf(page).click();
    await page.keyboard.insertText(`Write to ${EMAIL}. `);
    await page.keyboard.press('Enter');
    await bar.locator('.interactive-response').getByText('First').waitFor({ timeout: 60_000 });
    await set({}, ['workbench.action.openChat']);
    const second = page.locator('.editor-instance .interactive-session');
    await second.locator('a[aria-label^="Models, stated"]').waitFor();
    stage.model.answer = { pieces: ['Second: EMAIL_1, EMAIL_2.'] };
    await second.locator('.chat-input-container .monaco-editor').first().click();
    await page.keyboard.insertText(`Write to ${OTHER}. `);
    await page.keyboard.press('Enter');
    await second.locator('.interactive-response').getByText('Second').waitFor({ timeout: 60_000 });
    stage.model.release();
    const texts = async (where: Locator): Promise<string> => {
      await where.locator('.interactive-response:not(.chat-response-loading)').waitFor();
      return where.locator('.interactive-response').innerText();
    };
    assert.match(await texts(second), new RegExp(`Second: ${OTHER}, EMAIL_2`));
    assert.match(await texts(bar), new RegExp(`First: ${EMAIL}, EMAIL_2`));
    for (const body of arrived(2)) assert.ok(body.includes('Write to EMAIL_1.'));
  });

  it('hangs up when it is stopped, and goes on afterwards', async () => {
    await begin('stated');
    stage.model.answer = { pieces: ['It begins with EMAIL_1 and '], hold: true };
    const before = stage.model.hungUp;
    const answer = ask(page, `Write to ${EMAIL}.`);
    await rowsOf(page).getByText('It begins with').waitFor({ timeout: 60_000 });
    await page.locator('.interactive-session a[aria-label^="Cancel ("]').click();
    const stopped = await (await answer).innerText();
    assert.ok(!/Sorry|Reason/.test(stopped), stopped);
    while (stage.model.hungUp === before) await page.evaluate(() => new Promise(requestAnimationFrame));
    stage.model.answer = { pieces: ['Again EMAIL_1.'] };
    const next = await ask(page, 'Go on.');
    await next.getByText('Again').waitFor();
    assert.ok((await next.innerText()).includes(`Again ${EMAIL}.`));
    arrived(2);
    assert.deepEqual(
      workbench.outside.filter(({ from }) => from === EXTENSION),
      [],
    );
  });
});

interface Body {
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

function lastMessage(body: string): Body['messages'][number] | undefined {
  return (JSON.parse(body) as Body).messages.at(-1);
}

const lastRole = (body: string): string => lastMessage(body)?.role ?? '';

function lastContent(body: string): string {
  const content = lastMessage(body)?.content;
  return typeof content === 'string' ? content : JSON.stringify(content);
}
