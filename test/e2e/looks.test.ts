import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shot } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter } from './stage.ts';

describe('the looks of the panel', () => {
  const stage = useStage();

  for (const theme of THEMES) {
    it(`holds at 300 px and wide, in ${theme}`, async () => {
      stage.model.answer = {
        pieces: [
          "The unique index on `email` already has EMAIL_1.\n\n```sql\nINSERT INTO customers (email, card)\nVALUES ('EMAIL_1', $1)\nON CONFLICT (email) DO UPDATE SET card = excluded.card;\n```\n\n| column | type |\n|---|---|\n| email | text |\n",
        ],
      };
      const { page, panel } = await stage.open({ theme });
      await enter(page, panel, `Why does this insert fail for ${EMAIL}?`);
      await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
      await panel.locator('airlock-turn').nth(1).getByText('ON CONFLICT').waitFor();
      const answer = panel.locator('airlock-turn').nth(1);
      await shot(page, `answer-restored-${theme}`);
      await answer.locator('.restored[data-stand-in]').first().click();
      for (const width of [300, 420, 800]) {
        await dragPanelTo(page, width);
        await shot(page, `answer-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `the answer at ${width} px`);
      }
      await enter(page, panel, `And with card ${CARD}\nand token ${githubToken(3)}\nfor ${EMAIL}?`);
      await panel.getByText('3 found · 1 secret, 2 personal', { exact: true }).waitFor();
      const row = panel.locator('.found-row').first();
      await row.getByRole('button', { name: 'What can be done' }).click();
      await row.getByRole('button', { name: 'Leave as is, this once' }).click();
      await panel.getByRole('button', { name: 'Redact 2 and send' }).waitFor();
      await row.getByRole('button', { name: 'What can be done' }).click();
      const dialog = panel.getByRole('dialog', { name: 'What leaves' });
      for (const width of [300, 420, 800]) {
        await dragPanelTo(page, width);
        await panel.locator('main.panel').waitFor();
        await shot(page, `review-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `at ${width} px`);
        await panel.getByRole('button', { name: 'What leaves' }).click();
        for (const side of ['In place', 'Side by side']) {
          await dialog.getByRole('button', { name: side }).click();
          await dialog.locator('.chip').last().focus();
          await dialog.locator('.tip-box').waitFor();
          await shot(page, `leaving-${side === 'In place' ? 'inline' : 'beside'}-${theme}-${width}`);
          assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `${side} at ${width} px`);
        }
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
    });
  }

  it('says a table of people in one line, which opens', async () => {
    const rows = ['Anna,Keller', 'John,Whitfield', 'Marta,Nowak', 'Luis,Ortega', 'Sofie,Jansen'].map(
      (name, at) => `${at},${name},customer${at}@brightparcel.io,pro`,
    );
    const { page, panel } = await stage.open({ theme: 'light' });
    const table = ['id,first_name,last_name,email,plan', ...rows].join('\n');
    await enter(page, panel, `Why are these not imported?\n${table}`);
    const line = panel.getByText(/3 columns, 5 people/);
    await line.waitFor();
    await shot(page, 'review-table');
    await line.click();
    await panel.getByText('PERSON_1').first().waitFor();
    await shot(page, 'review-table-open');
    assert.deepEqual(await cutOff(panel, '.unseen, pre'), []);
  });
});
