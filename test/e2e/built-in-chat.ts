import type { Locator, Page } from 'playwright-core';
import { runCommand, type Theme, type Workbench } from '../provision/workbench.ts';
import type { Settings } from '../provision/server.ts';
import { dragPanelTo, openWith, panelOf, type Stage } from './stage.ts';

/** How long an answer may take. */
const ANSWER_MS = 60_000;

/** Opens the sample workspace with the editor's own Chat switched on and in front, ready to be typed into. */
export async function openBuiltInChat(stage: Stage, settings: Settings, theme?: Theme): Promise<Workbench> {
  const workbench = await openWith(stage, settings, theme, true);
  try {
    await showBuiltInChat(workbench.page);
    return workbench;
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

/** Brings the built-in Chat to the front and waits until it has a model to ask. */
export async function showBuiltInChat(page: Page): Promise<void> {
  // The panel shows itself at its first start, and would come in front again.
  await panelOf(page);
  // Where it is narrow, the tabs beside the one in front are folded away.
  await dragPanelTo(page, 440);
  await page.locator('.part.auxiliarybar').getByRole('tab', { name: /^Chat/ }).click();
  await inputOf(page).waitFor({ timeout: 60_000 });
  await page.locator(`${PICKER}:not([aria-label*="sign in"])`).first().waitFor({ timeout: 60_000 });
}

const PICKER = '.interactive-session a[aria-label^="Models"]';

/** Picks a model by the beginning of its name, as the picker shows it. */
export async function pickModel(page: Page, name: string): Promise<void> {
  await page.locator(PICKER).first().click();
  const row = page.locator(`.action-widget .monaco-list-row[aria-label^=${JSON.stringify(name)}]`).first();
  // Those that were not picked before are folded away.
  const others = page.locator('.action-widget .monaco-list-row[aria-label="Other Models"]');
  await row.or(others).first().waitFor({ timeout: 20_000 });
  if (!(await row.isVisible())) await others.click();
  await row.click();
  await page
    .locator(`${PICKER}[aria-label*=${JSON.stringify(name)}]`)
    .first()
    .waitFor({ timeout: 20_000 });
}

/** Opens the model picker with all its models. */
export async function listModels(page: Page): Promise<Locator> {
  await page.locator(PICKER).first().click();
  const rows = page.locator('.action-widget .monaco-list-row');
  await rows.filter({ hasText: 'Other Models' }).click();
  return rows;
}

/** Picks how the Chat works, from one mode to another. The list of modes may close by itself as more of them become known. */
export async function pickMode(page: Page, from: string, to: string): Promise<void> {
  const attempts = 4;
  const picker = (mode: string): Locator =>
    page.locator('.interactive-session a.action-label', { hasText: new RegExp(`^${mode}$`) });
  const row = page.locator('.action-widget .monaco-list-row', { hasText: new RegExp(`^${to}`) }).first();
  for (let attempt = 1; ; attempt++) {
    await picker(from).first().click();
    try {
      await row.click({ timeout: 5_000 });
      break;
    } catch (error) {
      if (attempt === attempts) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await picker(to).first().waitFor({ timeout: 20_000 });
}

/**
 * Waits until the editor has written down that a chat is the one on show. It does so every few seconds, and where the window
 * is loaded again before that, another chat comes up.
 *
 * @param title what the chat began with.
 */
export async function isWrittenDown(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    async (sought) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('not to be read'));
        });
      for (const { name = '' } of await indexedDB.databases()) {
        if (!name.startsWith('vscode-web-state-db')) continue;
        const database = await done(indexedDB.open(name));
        try {
          const items = database.transaction('ItemTable').objectStore('ItemTable');
          const [index, shown] = await Promise.all(
            ['chat.ChatSessionStore.index', 'memento/interactive-session-view-copilot'].map((key) =>
              done(items.get(key)).then(String),
            ),
          );
          const [, id] =
            new RegExp(`"sessionId":"([0-9a-f-]{36})","title":"${sought}`).exec(index ?? '') ?? [];
          if (id !== undefined && shown?.includes(btoa(id).replace(/=+$/, '')) === true) return true;
        } finally {
          database.close();
        }
      }
      return false;
    },
    title,
    { timeout: 60_000, polling: 250 },
  );
}

/**
 * Shows a chat of earlier: the editor brings it up by itself after a restart, unless it was too busy for that. Then it is
 * picked from the list of chats, more than once if need be: one that is picked while the list is filled anew does not open.
 */
export async function showChat(page: Page, { driver }: Stage, prompt: string): Promise<void> {
  const attempts = 4;
  const shown = rowsOf(page).getByText(prompt).first();
  for (let attempt = 1; ; attempt++) {
    try {
      await shown.waitFor({ timeout: 20_000 });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      const picked = driver.run({ commands: ['workbench.action.chat.pickAgentSession'] });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: prompt }).first().click();
      await picked;
    }
  }
}

/** Begins a new chat; what was said before is out of the way. */
export async function newChat(page: Page): Promise<void> {
  await runCommand(page, 'Chat: New Chat');
  await rowsOf(page).first().waitFor({ state: 'detached', timeout: 20_000 });
  await inputOf(page).waitFor();
}

/**
 * Types into the Chat and presses Enter.
 * @returns the answer, once it has come to its end, an error among them.
 */
export async function ask(page: Page, text: string): Promise<Locator> {
  const before = await lastIndex(page);
  await inputOf(page).click();
  // The list of completions takes the Enter while it is there, and goes with the blank behind a word.
  await page.keyboard.insertText(`${text} `);
  await page.keyboard.press('Enter');
  return answerAt(page, before + 2);
}

/** Presses what is suggested below the last answer, and resolves to what comes of it. */
export async function followUp(page: Page, label: string): Promise<Locator> {
  const before = await lastIndex(page);
  await page.locator('.interactive-followup-reply', { hasText: label }).click();
  return answerAt(page, before + 2);
}

/** Waits for the answer in a row of the conversation, from 0: a question and its answer have a row each. */
async function answerAt(page: Page, index: number): Promise<Locator> {
  const answer = page.locator(
    `.interactive-list .monaco-list-row[data-index="${index}"] .interactive-response:not(.chat-response-loading)`,
  );
  await answer.waitFor({ timeout: ANSWER_MS });
  return answer;
}

async function lastIndex(page: Page): Promise<number> {
  const indices = await rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => Number(row.getAttribute('data-index'))),
  );
  return Math.max(-1, ...indices);
}

/** What was asked and answered, as far as it is in sight. */
export function rowsOf(page: Page): Locator {
  return page.locator('.interactive-list .monaco-list-row');
}

/** Where one types. */
export function inputOf(page: Page): Locator {
  return page.locator('.interactive-session .chat-input-container .monaco-editor').first();
}
