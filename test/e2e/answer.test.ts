import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { enter } from './stage.ts';

const TOKEN = githubToken(1);
const ANSWER = [
  'The token GITHUB_TOKEN_1 of EMAIL_1 has expired; see http://brightparcel.io/?who=EMAIL_1.',
  '',
  '```sh',
  'export TOKEN=GITHUB_TOKEN_1',
  'mail EMAIL_1',
  '```',
].join('\n');
const CODE = `export TOKEN=${TOKEN}\nmail ${EMAIL}`;

describe('an answer', () => {
  const stage = useStage();

  async function answered(text: string): Promise<{ page: Page; panel: FrameLocator; answer: Locator }> {
    stage.model.answer = { pieces: [text] };
    const { page, panel } = await stage.open();
    await enter(page, panel, `Why is ${TOKEN} refused for ${EMAIL}?`);
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
    return { page, panel, answer };
  }

  function clipboard(page: Page): Promise<string> {
    return page.evaluate(() => navigator.clipboard.readText());
  }

  async function copiedBy(page: Page, press: () => Promise<void>): Promise<string> {
    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await press();
    for (;;) {
      // The editor is asked to copy, and does it when it comes to it; the test's own limit ends this.
      const text = await clipboard(page);
      if (text !== 'nothing yet') return text;
    }
  }

  it('is turned back to what was sent and again to the values, by mouse and keyboard', async () => {
    const { panel, answer } = await answered(ANSWER);
    const spans = answer.locator('[data-stand-in="EMAIL_1"]');
    assert.equal(await spans.count(), 2, 'the one in the address stays');
    assert.ok((await answer.innerText()).includes('who=EMAIL_1'));
    await spans.first().click();
    assert.deepEqual(await spans.allInnerTexts(), ['EMAIL_1', 'EMAIL_1']);
    assert.ok((await answer.innerText()).includes(TOKEN));
    await spans.first().focus();
    await spans.first().press('Enter');
    assert.deepEqual(await spans.allInnerTexts(), [EMAIL, EMAIL]);
    await answer.getByRole('button', { name: 'Show what was sent' }).click();
    const text = await answer.innerText();
    assert.ok(!text.includes(TOKEN) && !text.includes(EMAIL) && text.includes('TOKEN=GITHUB_TOKEN_1'), text);
    await answer.getByRole('button', { name: 'Show values' }).click();
    assert.ok((await answer.innerText()).includes(TOKEN));
    // No attribute of anything holds a value.
    const html = await panel
      .locator('body')
      .evaluate((body) =>
        [...body.querySelectorAll('*')]
          .flatMap((one) => [...one.attributes].map(({ value }) => value))
          .join('\n'),
      );
    assert.ok(!html.includes(TOKEN) && !html.includes(EMAIL));
    assert.ok(html.includes('E-mail address, sent as EMAIL_1'));
  });

  it('has what the model thought first above it, open until it answers and folded away then', async () => {
    stage.model.answer = {
      thoughts: ['GITHUB_TOKEN_1 may be revoked.\n', 'EMAIL_1 would know more.'],
      pieces: ['Ask EMAIL_1.'],
      hold: true,
    };
    const { page, panel } = await stage.open();
    await enter(page, panel, `Why is ${TOKEN} refused for ${EMAIL}?`);
    await panel.getByRole('button', { name: 'Redact 2 and send' }).click();
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByText('What the model thought first').click();
    await answer.locator('.thought [data-stand-in="GITHUB_TOKEN_1"]').filter({ hasText: TOKEN }).waitFor();
    await shot(page, 'answer-thought');
    stage.model.release();
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
    assert.equal(
      await copiedBy(page, () => answer.getByRole('button', { name: 'Copy Answer' }).click()),
      `Ask ${EMAIL}.`,
    );
  });

  it('is copied with its values, a block of code too', async () => {
    const { page, answer } = await answered(ANSWER.replace('?who=EMAIL_1', ''));
    const whole = await copiedBy(page, () => answer.getByRole('button', { name: 'Copy Answer' }).click());
    assert.ok(whole.startsWith(`The token ${TOKEN} of ${EMAIL} has`) && whole.includes('```sh'), whole);
    assert.equal(await copiedBy(page, () => answer.getByRole('button', { name: 'Copy Code' }).click()), CODE);
  });

  it('is copied from a selection with its values, however they are shown', async () => {
    const { page, panel, answer } = await answered(ANSWER);
    await answer.getByRole('button', { name: 'Show what was sent' }).click();
    const select = (locator: Locator): Promise<void> =>
      locator.evaluate((element) => {
        document.getSelection()?.selectAllChildren(element);
      });
    await select(answer.locator('pre'));
    assert.equal((await copiedBy(page, () => page.keyboard.press('Control+C'))).trimEnd(), CODE);
    await select(panel.locator('.conversation'));
    const all = await copiedBy(page, () => page.keyboard.press('Control+C'));
    assert.ok(all.includes(`Why is ${TOKEN} refused for ${EMAIL}?`), all);
    assert.ok(all.includes(`The token ${TOKEN} of ${EMAIL} has expired`), all);
    assert.ok(all.includes(CODE), all);
    // Half a stand-in is taken whole.
    await answer
      .locator('[data-stand-in="EMAIL_1"]')
      .first()
      .evaluate(({ firstChild }) => {
        if (firstChild) document.getSelection()?.setBaseAndExtent(firstChild, 2, firstChild, 4);
      });
    assert.equal(await copiedBy(page, () => page.keyboard.press('Control+C')), EMAIL);
  });

  it('puts a block of code in at the cursor of an editor', async () => {
    const { page, answer } = await answered(ANSWER);
    await page.getByText('README.md', { exact: true }).first().dblclick();
    const lines = page.locator('.monaco-editor[data-uri$="README.md"] .view-lines');
    await lines.waitFor();
    await lines.click();
    // The token came from no file, so whether it may stand in this one is asked: once.
    await answer.getByRole('button', { name: 'Insert at Cursor' }).click();
    await page.getByText('GITHUB_TOKEN_1 is a secret that did not come from this file.').waitFor();
    await shot(page, 'answer-secret-asked');
    await page.getByRole('button', { name: 'Keep Stand-In' }).click();
    await page
      .locator('.monaco-editor[data-uri$="README.md"] .view-line')
      .filter({ hasText: 'export TOKEN=GITHUB_TOKEN_1' })
      .waitFor();
    await answer.getByRole('button', { name: 'Insert at Cursor' }).click();
    await page.getByRole('button', { name: 'Put Back' }).click();
    await page
      .locator('.monaco-editor[data-uri$="README.md"] .view-line')
      .filter({ hasText: `export TOKEN=${TOKEN}` })
      .waitFor();
    await answer.getByRole('button', { name: 'Insert at Cursor' }).click();
    await page
      .locator('.monaco-editor[data-uri$="README.md"] .view-line')
      .filter({ hasText: `export TOKEN=${TOKEN}` })
      .nth(1)
      .waitFor();
    await shot(page, 'answer-inserted');
  });

  it('opens as a document and is saved, and asks first where an address would hold a value', async () => {
    const { page, answer } = await answered(ANSWER);
    await answer.getByRole('button', { name: 'Open Answer as Document' }).click();
    await page.getByText('An address in the answer holds EMAIL_1.').first().waitFor();
    await page.getByRole('button', { name: 'Put them in all the same' }).first().click();
    await page
      .locator('.monaco-editor[data-uri^="untitled:"] .view-line')
      .filter({ hasText: `mail ${EMAIL}` })
      .waitFor();
    await answer.getByRole('button', { name: 'Save Answer As…' }).click();
    await page.getByRole('button', { name: 'Put them in all the same' }).first().click();
    const file = join(stage.folder, 'answer.md');
    await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await page.getByRole('button', { name: 'Put Back' }).click();
    await page.getByText('Saved, with the values put back').waitFor();
    const saved = readFileSync(file, 'utf8');
    rmSync(file);
    assert.equal(saved, ANSWER.replaceAll('GITHUB_TOKEN_1', TOKEN).replaceAll('EMAIL_1', EMAIL));
  });

  it('is not copied where something in it stands for nothing, and says what', async () => {
    const { page, panel, answer } = await answered('Ask EMAIL_1 or EMAIL_7.\n\n```\nmail EMAIL_7\n```');
    await answer.getByText('never issued: EMAIL_7').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
    await answer.getByRole('button', { name: 'Copy Code' }).click();
    await page.getByText('Not copied: EMAIL_7 would be left in it').first().waitFor();
    assert.equal(await clipboard(page), 'nothing yet');
    await panel.locator('.answer').evaluate((element) => {
      document.getSelection()?.selectAllChildren(element);
    });
    const text = await copiedBy(page, () => page.keyboard.press('Control+C'));
    assert.ok(text.includes(`Ask ${EMAIL} or EMAIL_7.`), text);
    await page.getByText('Copied with what stands for nothing: EMAIL_7.').first().waitFor();
    await shot(page, 'answer-unknown');
  });

  it('of nothing but a stand-in, for megabytes, does not hang the panel', async () => {
    stage.model.answer = { pieces: Array.from({ length: 80 }, () => 'EMAIL_1 '.repeat(8_192)) };
    const { page, panel } = await stage.open();
    await enter(page, panel, `mail ${EMAIL}`);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByRole('button', { name: 'Show what was sent' }).click({ timeout: 60_000 });
    await answer.getByText('EMAIL_1 EMAIL_1').first().waitFor();
    await answer.getByRole('button', { name: 'Show values' }).click();
    await answer.getByText(EMAIL).first().waitFor();
  });
});
