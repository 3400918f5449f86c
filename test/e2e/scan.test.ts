import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Page } from 'playwright-core';
import * as v from 'valibot';
import { testValuesAsJson } from '../../src/cli/test-value.ts';
import { POLICY_FILE } from '../../src/decide/team/policy-file.ts';
import { openScrypt } from '../../src/host/scrypt.ts';
import { pickInMenu, runCommand, shot } from '../provision/workbench.ts';
import { SarifShape } from '../unit/airlock/scan/sarif-shape.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES, widen } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { tabOf } from './stage.ts';

describe('Scan Workspace', () => {
  const stage = useStage();

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(stage.folder, name)), { recursive: true });
      writeFileSync(join(stage.folder, name), text);
    }
  }

  /** Something in many folders, so that there is a picture. */
  function writeMany(): void {
    for (const [i, folder] of ['src/client', 'src/server', 'docs', 'scripts/tools', 'made/up/deep'].entries())
      for (let n = 0; n < 12 - i; n++)
        write({ [`${folder}/file-${n}.ts`]: `const token = '${githubToken(100 * i + n)}';\n// ${EMAIL}\n` });
  }

  async function scan(page: Page): Promise<FrameLocator> {
    await runCommand(page, 'Prompt Airlock: Scan Workspace');
    const report = await tabOf(page, 'scan');
    await report.getByRole('heading', { name: 'Workspace Scan' }).waitFor();
    return report;
  }

  it('says what a chat could leak, and shows none of it', async () => {
    const { page } = await stage.open();
    const report = await scan(page);
    await report
      .getByText(/^A chat here could leak \d+ findings; \d+ of \d+ files were looked into\.$/)
      .waitFor();
    await report
      .getByRole('img', { name: /Secrets: \d+/ })
      .first()
      .waitFor();
    await shot(page, 'scan');
    const shown = (await report.locator('main').textContent()) ?? '';
    const values = readFileSync(join(stage.folder, '.env'), 'utf8')
      .split('\n')
      .map((line) => line.slice(line.indexOf('=') + 1).trim())
      .filter((value) => value.length > 12);
    assert.ok(values.length > 3);
    for (const value of values)
      assert.ok(!shown.includes(value), `a value of ${value.length} characters is shown`);
  });

  it('filters by folder, kind and words, sorts, and opens the file at the line', async () => {
    const { page } = await stage.open();
    writeMany();
    const report = await scan(page);
    const rows = report.locator('tbody tr');
    await report.getByRole('button', { name: 'src/client', exact: true }).press('Enter');
    await report
      .getByRole('status')
      .getByText(/^24 of \d+ shown$/)
      .waitFor();
    await report.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'GitHub token' });
    await report.getByRole('searchbox', { name: 'Search' }).fill('file-3');
    assert.equal(await rows.count(), 1);
    await shot(page, 'scan-filtered');
    await rows
      .first()
      .getByRole('button', { name: /src\/client\/file-3\.ts/ })
      .press('Enter');
    await page.locator('.tab.active', { hasText: 'file-3.ts' }).waitFor();
    await page.getByText('Ln 1, Col 56 (40 selected)').waitFor();
    await runCommand(page, 'View: Close Editor');

    await report.getByRole('searchbox', { name: 'Search' }).fill('nothing like it');
    await report.getByText('No finding is like that.').waitFor();
    await report.getByRole('button', { name: 'Show all' }).click();
    await report.getByRole('columnheader', { name: 'Found' }).getByRole('button').press('Enter');
    assert.equal(
      await report.getByRole('columnheader', { name: 'Found' }).getAttribute('aria-sort'),
      'descending',
    );
  });

  it('tells what the workspace declares to be made up from what could leak', async () => {
    const { page } = await stage.open();
    const declared = await testValuesAsJson(githubToken(901), undefined, openScrypt());
    write({
      [POLICY_FILE]: declared,
      'fixtures/client.ts': `const token = '${githubToken(901)}';\nconst other = '${githubToken(902)}';\n`,
    });
    const report = await scan(page);
    const told = report.getByText('Apart from that, declared as test values by this workspace: 1');
    // The editor reads the file a moment after it is there; each scan shows by a file of its own that it is another one.
    for (let n = 0; n < 20 && (await told.count()) === 0; n++) {
      write({ [`made-since-${n}.txt`]: EMAIL });
      await report.getByRole('button', { name: 'Scan again' }).click();
      await report
        .getByRole('button', { name: `made-since-${n}.txt` })
        .first()
        .waitFor();
    }
    await told.waitFor();
    await shot(page, 'scan-declared');
    await report.getByRole('searchbox', { name: 'Search' }).fill('fixtures');
    const rows = report.locator('tbody tr');
    assert.equal(await rows.count(), 2);
    await rows.getByText(`declared as a test value by this workspace (${POLICY_FILE})`).waitFor();
    for (const width of [1400, 300]) {
      await widen(page, report, width);
      await report.locator('#findings').evaluate((element) => element.scrollIntoView());
      await shot(page, `scan-declared-${width}-rows`);
      assert.deepEqual(await cutOff(report, '.unseen, svg *'), [], `at ${width} px`);
    }
  });

  it('goes out as SARIF, and is made anew', async () => {
    const { page } = await stage.open({ settings: { 'files.simpleDialog.enable': true } });
    const report = await scan(page);
    await report.getByRole('button', { name: 'Export SARIF…' }).click();
    const file = join(stage.folder, 'report.sarif');
    const input = page.locator('.quick-input-box input');
    // It writes the name that is offered a moment after it is there, over whatever was typed.
    await page.waitForFunction(() =>
      document
        .querySelector<HTMLInputElement>('.quick-input-box input')
        ?.value.includes('prompt-airlock-scan-'),
    );
    await input.fill(file);
    await input.press('Enter');
    await page
      .getByText(/\d+ results written to .*report\.sarif/)
      .first()
      .waitFor();
    const [run] = v.parse(SarifShape, JSON.parse(readFileSync(file, 'utf8'))).runs;
    assert.ok(run?.results.some(({ ruleId }) => ruleId === 'github-token'));
    write({ 'made-since.txt': EMAIL });
    await report.getByRole('button', { name: 'Scan again' }).click();
    await report
      .getByRole('button', { name: /made-since\.txt/ })
      .first()
      .waitFor();
  });

  it('says plainly that nothing was found', async () => {
    const { page } = await stage.open();
    const names = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' });
    // Their folders stay, for the files to be put back into.
    for (const name of names.filter((one) => statSync(join(stage.folder, one)).isFile()))
      rmSync(join(stage.folder, name));
    write({ 'plain.txt': 'nothing in it' });
    const report = await scan(page);
    await report.getByText('Nothing sensitive was found in the files that were looked into.').waitFor();
    await shot(page, 'scan-empty');
  });

  it('is offered on a folder of the explorer', async () => {
    const { page } = await stage.open();
    await page
      .locator('.explorer-folders-view .monaco-list-row[aria-label^="data"]')
      .click({ button: 'right' });
    await pickInMenu(page, 'Scan Folder');
    const report = await tabOf(page, 'scan');
    await report
      .getByText(/customers\.csv/)
      .first()
      .waitFor();
    assert.equal(await report.getByText('orders.log').count(), 0);
  });

  for (const theme of THEMES) {
    it(`holds wide and at 300 px, in ${theme}`, async () => {
      const { page } = await stage.open({ theme });
      writeMany();
      const report = await scan(page);
      await report.getByRole('img', { name: /^src\/client/ }).waitFor();
      for (const width of [1400, 700, 300]) {
        await widen(page, report, width);
        await shot(page, `scan-${theme}-${width}`);
        assert.deepEqual(await cutOff(report, '.unseen, svg *'), [], `at ${width} px`);
        if (width === 1400) continue;
        await report.locator('#findings').evaluate((element) => element.scrollIntoView());
        await shot(page, `scan-${theme}-${width}-rows`);
        await report.locator('main').evaluate(() => scrollTo(0, 0));
      }
    });
  }
});
