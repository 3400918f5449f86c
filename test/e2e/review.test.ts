import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter } from './stage.ts';

const TOKEN = githubToken(1);
const OTHER = 'jo.whitfield@brightparcel.io';

/** Opens what can be done about the finding whose row holds this text, and does it. */
async function offer(panel: FrameLocator, row: string, action: string): Promise<void> {
  const found = panel.locator('.found-row').filter({ hasText: row });
  await found.getByRole('button', { name: 'What can be done' }).click();
  await found.getByRole('button', { name: action }).click();
}

describe('the review before sending', () => {
  const stage = useStage();

  function sent(): string {
    return JSON.parse(stage.model.arrived.at(-1)?.body ?? '{}').messages?.at(-1)?.content ?? '';
  }

  it('leaves a value as it is, this once, takes it back, and sends what was said', async () => {
    const { page, panel } = await stage.open();
    await enter(page, panel, `Is ${TOKEN} of ${EMAIL}, or of ${OTHER}? Ask ${OTHER}.`);
    await panel.getByRole('button', { name: 'Redact 4 and send' }).waitFor();
    await offer(panel, 'GITHUB_TOKEN_1', 'Leave as is, this once');
    await panel.getByRole('button', { name: 'Redact 3 and send' }).waitFor();
    await panel.getByTitle('4 found · 1 secret, 3 personal · 1 left as it is').waitFor();
    await offer(panel, 'as it is', 'Redact it after all');
    await panel.getByRole('button', { name: 'Redact 4 and send' }).waitFor();
    // One value: both places of it.
    await offer(panel, 'EMAIL_1', 'Leave as is, this once');
    await panel.getByRole('button', { name: 'Redact 3 and send' }).waitFor();
    await panel.locator('.found-row').nth(2).getByRole('button', { name: 'What can be done' }).click();
    await panel.getByRole('button', { name: 'Leave as is, this once' }).click();
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(sent(), `Is GITHUB_TOKEN_1 of ${EMAIL}, or of ${OTHER}? Ask ${OTHER}.`);
    await panel.getByText('1 redacted').waitFor();
    await panel.getByText('2 sent as it is').waitFor();
  });

  it('reads Send once nothing is left to redact, and does it all by the keyboard', async () => {
    const { page, panel } = await stage.open();
    await enter(page, panel, `mail ${EMAIL}`);
    await panel.getByRole('button', { name: 'Redact 1 and send' }).waitFor();
    await panel.getByRole('button', { name: 'What leaves' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Leave as is, this once' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    assert.equal(await panel.getByRole('button', { name: 'Send as is' }).count(), 0);
    await panel.getByRole('textbox', { name: 'Prompt' }).focus();
    await page.keyboard.press('Enter');
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(sent(), `mail ${EMAIL}`);
  });

  it('offers nothing where the finding is blocked, and says why', async () => {
    const { page, panel } = await stage.open({ destination: 'custom/unstated' });
    await enter(page, panel, `Is ${TOKEN} for ${EMAIL}?`);
    await panel.getByRole('alert').getByText('Blocked').waitFor();
    const token = panel.locator('.found-row').filter({ hasText: 'GITHUB_TOKEN_1' });
    await token.getByRole('button', { name: 'What can be done' }).click();
    await token.getByText('Blocked for this destination: it can only go redacted.').waitFor();
    assert.equal(await panel.getByRole('button', { name: 'Leave as is, this once' }).count(), 0);
    await page.keyboard.press('Escape');
    await token.getByText('it can only go redacted').waitFor({ state: 'detached' });
    await offer(panel, 'EMAIL_1', 'Leave as is, this once');
    await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(sent(), `Is GITHUB_TOKEN_1 for ${EMAIL}?`);
  });

  it('always allows a value, as a keyed hash, and a kind at this destination, as a rule', async () => {
    const { page, panel } = await stage.open();
    await enter(page, panel, `Is ${TOKEN} of ${EMAIL}, or of ${OTHER}?`);
    await panel.getByRole('button', { name: 'Redact 3 and send' }).waitFor();
    await offer(panel, 'GITHUB_TOKEN_1', 'Always allow this value');
    await panel.getByRole('button', { name: 'Redact 2 and send' }).waitFor();
    const hashes = stage.editor.readSettings()['promptAirlock.secrets.allowed'];
    assert.match(JSON.stringify(hashes), /^\["[0-9a-f]{64}"\]$/);
    await offer(panel, 'EMAIL_1', 'Always allow this kind here');
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    assert.deepEqual(stage.editor.readSettings()['promptAirlock.rules'], [
      { kind: 'email', destination: 'custom:stated/made-up-model', action: 'allow' },
    ]);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.locator('airlock-turn').nth(1).getByText('ok').waitFor();
    assert.equal(sent(), `Is ${TOKEN} of ${EMAIL}, or of ${OTHER}?`);
  });

  it('shows the text as it leaves, in place and side by side, and what each stand-in is', async () => {
    const { page, panel } = await stage.open();
    const log = Array.from({ length: 60 }, (_, i) => `12:${String(i).padStart(2, '0')} worker started`);
    await enter(page, panel, [`Why is ${TOKEN} refused?`, ...log, `for ${EMAIL} at 13:00`].join('\n'));
    await panel.getByRole('button', { name: 'What leaves' }).click();
    const dialog = panel.getByRole('dialog', { name: 'What leaves' });
    const stand = dialog.locator('.chip').first();
    await stand.waitFor();
    const text = await dialog.locator('.leaving-text').innerText();
    assert.ok(text.includes('Why is GITHUB_TOKEN_1 refused?') && text.includes('for EMAIL_1 at 13:00'), text);
    assert.ok(!text.includes(TOKEN) && !text.includes('12:30'), 'the rest is folded');
    await stand.hover();
    for (const said of ['GitHub token', 'Secret', 'reads and writes repositories', 'Rule: ']) {
      await dialog.locator('.tip-box').getByText(said).first().waitFor();
    }
    await shot(page, 'leaving-tip');
    await page.keyboard.press('Tab');
    await dialog.locator('.chip').nth(1).focus();
    await dialog.locator('.tip-box').getByText('E-mail address').waitFor();
    await dialog.getByRole('button', { name: /without anything found/ }).click();
    await dialog.getByText('12:30 worker started').waitFor();
    await dialog.getByRole('button', { name: 'Side by side' }).click();
    assert.ok((await dialog.locator('.leaving-text').innerText()).includes(TOKEN));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await panel.getByRole('button', { name: 'Redact 2 and send' }).waitFor();
    assert.equal(
      await panel
        .getByRole('button', { name: 'What leaves' })
        .evaluate((one) => one === document.activeElement),
      true,
    );
  });

  it('does not hang with a megabyte and thousands of findings', async () => {
    const { page, panel } = await stage.open();
    const lines = Array.from(
      { length: 5_000 },
      (_, i) => `${i} customer${i}@brightparcel.io ${'lorem ipsum dolor '.repeat(9)}`,
    );
    await enter(page, panel, '');
    await panel.locator('textarea').evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, lines.join('\n'));
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Redact 5000 and send' }).waitFor();
    await panel.getByRole('button', { name: 'What leaves' }).click();
    await panel.getByRole('dialog').getByText('EMAIL_1', { exact: true }).waitFor();
    await shot(page, 'leaving-large');
    await page.keyboard.press('Escape');
    await panel.getByRole('dialog').waitFor({ state: 'hidden' });
    const row = panel.locator('.found-row').first();
    await row.getByRole('button', { name: 'What can be done' }).click();
    await row.getByRole('button', { name: 'Leave as is, this once' }).click();
    await panel.getByRole('button', { name: 'Redact 4999 and send' }).waitFor();
    await shot(page, 'review-large');
  });

  it('leaves a whole table or a column of it as it is', async () => {
    const { page, panel } = await stage.open();
    const rows = ['Anna,Keller', 'John,Whitfield', 'Marta,Nowak', 'Luis,Ortega'].map(
      (name, at) => `${at},${name},customer${at}@brightparcel.io,pro`,
    );
    await enter(page, panel, ['Why?', 'id,first_name,last_name,email,plan', ...rows].join('\n'));
    await panel.getByText(/3 columns, 4 people/).click();
    await dragPanelTo(page, 300);
    await shot(page, 'review-table-offers');
    await panel.getByRole('button', { name: 'Leave as it is: E-mail address' }).click();
    await panel.getByRole('button', { name: 'Redact 8 and send' }).waitFor();
    await panel.getByRole('button', { name: 'Leave the whole table as it is' }).click();
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Redact the table after all' }).click();
    await panel.getByRole('button', { name: 'Redact 12 and send' }).waitFor();
  });
});
