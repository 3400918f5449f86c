import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { pickInList, shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { cardOf, dragPanelTo, enter } from './stage.ts';

const TOKEN = githubToken(1);
const OTHER = 'jo.whitfield@brightparcel.io';

describe('what leaves', () => {
  const stage = useStage();

  const dialogOf = (panel: FrameLocator): Locator => panel.getByRole('dialog', { name: 'What leaves' });
  const part = (panel: FrameLocator, kind: string): Locator =>
    dialogOf(panel).locator(`.leaving-part[data-kind="${kind}"]`);

  /** Types as a person does, without sending, and opens what leaves. */
  async function look(page: Page, panel: FrameLocator, text: string): Promise<void> {
    await panel.getByRole('textbox', { name: 'Prompt' }).click();
    await page.keyboard.insertText(text);
    await panel.getByRole('button', { name: 'What leaves' }).click();
    await dialogOf(panel).locator('.leaving-size').waitFor();
  }

  it('opens while a prompt is typed, part by part, and counts the bytes that then leave', async () => {
    const { page, panel } = await stage.open();
    await look(page, panel, `Who is ${EMAIL}?`);
    await page.keyboard.press('Escape');
    await dialogOf(panel).waitFor({ state: 'hidden' });
    await enter(page, panel, '');
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    await look(page, panel, `And ${OTHER}, with ${TOKEN}?`);
    const dialog = dialogOf(panel);
    await part(panel, 'typed').getByText('2 replaced').waitFor();
    await part(panel, 'typed').locator('.chip').first().waitFor();
    const shown = await dialog.locator('.leaving-text').innerText();
    assert.ok(!shown.includes(TOKEN) && !shown.includes(EMAIL) && !shown.includes(OTHER), shown);
    assert.match(shown, /about \d+ tokens/);
    assert.match(shown, /tokens are an estimate/);
    assert.equal(await part(panel, 'history').count(), 0, 'the conversation is folded');
    await dialog.getByRole('button', { name: /Conversation so far/ }).click();
    await dialog.getByRole('button', { name: /You: Who is EMAIL_1\?/ }).click();
    await part(panel, 'history').first().locator('.chip').getByText('EMAIL_1').waitFor();
    await dialog.getByRole('button', { name: 'Side by side' }).click();
    await part(panel, 'history').first().getByText(EMAIL).waitFor();
    await shot(page, 'leaving-history');
    const bytes = Number(/(\d+) bytes/.exec(await dialog.locator('.leaving-size').innerText())?.[1]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await panel.getByRole('textbox', { name: 'Prompt' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: /Redact \d and send/ }).click();
    await panel.locator('airlock-turn').nth(3).getByText('ok').waitFor();
    assert.equal(Buffer.byteLength(stage.model.arrived.at(-1)?.body ?? ''), bytes);
  });

  it('has the destination beside it, or below, and leads to all its facts', async () => {
    const { page, panel } = await stage.open();
    await look(page, panel, `mail ${EMAIL}`);
    const [request, to] = [dialogOf(panel).locator('.leaving-text'), dialogOf(panel).locator('.leaving-to')];
    await to.getByText('stated · made-up-model').waitFor();
    await dragPanelTo(page, 300);
    const [above, below] = [await request.boundingBox(), await to.boundingBox()];
    assert.ok(above && below && below.y >= above.y + above.height, 'below where it is narrow');
    await dragPanelTo(page, 800);
    const [left, right] = [await request.boundingBox(), await to.boundingBox()];
    assert.ok(left && right && right.x >= left.x + left.width, 'beside where there is room');
    await to.getByRole('button', { name: /All facts/ }).click();
    await (await cardOf(page)).locator('h1').waitFor();
  });

  it('leaves a finding as it is and takes it back, by the keyboard, and shows each at once', async () => {
    const { page, panel } = await stage.open();
    await look(page, panel, `Is ${TOKEN} of ${EMAIL}?`);
    const dialog = dialogOf(panel);
    const mail = dialog.locator('[data-stand-in="EMAIL_1"]');
    await mail.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Leave as is, this once' }).waitFor();
    await shot(page, 'leaving-leave');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Leave as is, this once' }).waitFor({ state: 'detached' });
    assert.equal(await mail.evaluate((one) => one === document.activeElement), true, 'the focus goes back');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Leave as is, this once' }).waitFor();
    await page.keyboard.press('Enter');
    const kept = dialog.locator('.kept').getByText(EMAIL);
    await kept.waitFor();
    await part(panel, 'typed').getByText('1 replaced · 1 as it is').waitFor();
    assert.equal(
      await dialog.locator('.kept').evaluate((one) => one === document.activeElement),
      true,
      'and stays with the finding',
    );
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Redact it after all' }).click();
    await mail.waitFor();
  });

  it('follows a change of the destination while it is open', async () => {
    const { page, panel } = await stage.open();
    await look(page, panel, `Is ${TOKEN} of ${EMAIL}?`);
    const dialog = dialogOf(panel);
    await dialog
      .locator('.leaving-to')
      .getByRole('button', { name: /stated/ })
      .click();
    await pickInList(page, 'unstated · made-up-model');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Switch', exact: true }).click();
    await dialog.locator('.leaving-to').getByText('unstated · made-up-model').waitFor();
    await dialog.locator('[data-stand-in="GITHUB_TOKEN_1"]').click();
    await dialog.getByText('it can only go redacted').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('opens in a moment with a megabyte of conversation', async () => {
    stage.model.answer = { pieces: [`${'lorem ipsum dolor sit amet '.repeat(40)}\n`.repeat(1_000)] };
    const { page, panel } = await stage.open();
    await enter(page, panel, 'Write a lot');
    await panel.locator('airlock-turn').nth(1).getByText('lorem ipsum').first().waitFor();
    await panel.getByRole('textbox', { name: 'Prompt' }).click();
    await page.keyboard.insertText('And now?');
    const open = panel.getByRole('button', { name: 'What leaves' });
    await open.waitFor({ timeout: 60_000 });
    const from = Date.now();
    await open.click();
    await dialogOf(panel).locator('.leaving-size').getByText(/bytes/).first().waitFor();
    const took = Date.now() - from;
    console.log(`      a megabyte of conversation opens in ${took} ms`);
    assert.ok(took < 5_000, `${took} ms`);
    await dialogOf(panel)
      .getByRole('button', { name: /Conversation so far/ })
      .click();
    await dialogOf(panel)
      .getByRole('button', { name: /Answer: lorem/ })
      .click();
    await part(panel, 'history')
      .nth(1)
      .getByRole('button', { name: /without anything found/ })
      .waitFor();
  });

  for (const theme of THEMES) {
    it(`looks right at 300, 420 and 800 px, in ${theme}`, async () => {
      const { page, panel } = await stage.open({ theme, destination: 'custom/unstated' });
      await enter(page, panel, 'Which worker was it?');
      await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
      await look(page, panel, `Why is ${TOKEN} refused for ${EMAIL}, and for ${OTHER}?`);
      const dialog = dialogOf(panel);
      await dialog.getByRole('button', { name: /Conversation so far/ }).click();
      for (const width of [300, 420, 800]) {
        await dragPanelTo(page, width);
        for (const side of ['In place', 'Side by side']) {
          await dialog.getByRole('button', { name: side }).click();
          await dialog.locator('.chip').last().focus();
          await shot(page, `leaving-parts-${side === 'In place' ? 'inline' : 'beside'}-${theme}-${width}`);
          assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `${side} at ${width} px`);
        }
      }
    });
  }
});
