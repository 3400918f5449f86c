import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo, enter } from './stage.ts';

const TOKEN = githubToken(2);

const CODE = `Three of them:

\`\`\`ts
// The orders of one customer.
import { pool } from './pool.ts';

export class Orders<T extends Row> {
  readonly #limit = 20;

  /** For EMAIL_1 */
  async of(who: string = 'EMAIL_1', all = true): Promise<T[]> {
    if (all) throw new Error(\`not for \${who} yet\`);
    return pool.query(/select/.source, [who, null]);
  }
}
\`\`\`

\`\`\`diff
--- a/src/orders.js
+++ b/src/orders.js
@@ -1 +1 @@
-const old = 1;
+const fresh = 2;
\`\`\`

\`\`\`mystery-language
not coloured EMAIL_1
\`\`\`
`;

describe('a block of code', () => {
  const stage = useStage();

  async function answered(
    text: string,
    prompt: string,
    theme?: (typeof THEMES)[number],
  ): Promise<{ page: Page; panel: FrameLocator; answer: Locator }> {
    stage.model.answer = { pieces: [text] };
    const { page, panel } = await stage.open({ ...(theme && { theme }) });
    await enter(page, panel, prompt);
    const redact = panel.getByRole('button', { name: /^Redact \d and send/ });
    if (prompt.includes('@') || prompt.includes('ghp_')) await redact.click();
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
    return { page, panel, answer };
  }

  for (const theme of THEMES) {
    it(`has the colours of its language, legible, in ${theme}`, async () => {
      const { page, panel, answer } = await answered(CODE, `Where is ${EMAIL}?`, theme);
      assert.deepEqual(await answer.locator('.code-language').allInnerTexts(), [
        'TypeScript',
        'Diff',
        'mystery-language',
      ]);
      const looks = await answer.locator('[class^="look-"]').evaluateAll(contrasts);
      const seen = new Set(looks.map(({ look }) => look));
      for (const look of ['keyword', 'string', 'comment', 'type', 'function', 'number', 'added', 'removed'])
        assert.ok(seen.has(`look-${look}`), look);
      assert.deepEqual(
        looks.filter(({ contrast }) => contrast < 4.5),
        [],
      );
      assert.deepEqual(await answer.locator('pre [data-stand-in="EMAIL_1"]').allInnerTexts(), [
        EMAIL,
        EMAIL,
        EMAIL,
      ]);
      await shot(page, `code-${theme}`);
      await answer.locator('pre [data-stand-in="EMAIL_1"]').nth(1).click();
      await answer
        .locator('.look-string')
        .filter({ hasText: "'EMAIL_1'" })
        .or(answer.locator('.look-string', { hasText: 'EMAIL_1' }))
        .first()
        .waitFor();
      await dragPanelTo(page, 300);
      await shot(page, `code-${theme}-300`);
      assert.equal(
        await panel
          .locator('.code-bar')
          .first()
          .evaluate((bar) => bar.scrollWidth <= bar.clientWidth),
        true,
      );
    });
  }

  it('is coloured while it comes, and only the block that comes is drawn again', async () => {
    stage.model.answer = { pieces: ['```js\nlet first = 1;\n```\n\n```js\nlet second'], hold: true };
    const { page, panel } = await stage.open();
    await enter(page, panel, 'Code, please.');
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.locator('.look-keyword').nth(1).waitFor();
    await answer
      .locator('pre')
      .first()
      .evaluate((pre) => pre.setAttribute('data-kept', ''));
    stage.model.release();
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
    assert.equal(await answer.locator('pre[data-kept]').count(), 1);
  });

  it('is applied to the file it names: shown first, written when the user says so, and undone in one step', async () => {
    const file = join(stage.folder, 'src/orders.js');
    const before = readFileSync(file, 'utf8');
    const first = before.split('\n').find((line) => line.trim() !== '') ?? '';
    const { page, answer } = await answered(
      `\`\`\`js src/orders.js\n${first}\n// for EMAIL_1\n\`\`\``,
      `Note ${EMAIL} in it.`,
    );
    await answer.getByRole('button', { name: 'Apply to File…' }).click();
    await page
      .locator('.monaco-diff-editor .view-line')
      .filter({ hasText: `// for ${EMAIL}` })
      .first()
      .waitFor();
    await shot(page, 'apply-diff');
    assert.equal(readFileSync(file, 'utf8'), before, 'nothing is written yet');
    // The question at the lower right goes by itself after a while; the buttons above the diff stay.
    await page.getByRole('button', { name: 'Apply to File', exact: true }).click();
    const written = page
      .locator('.monaco-editor[data-uri$="src/orders.js"] .view-line')
      .filter({ hasText: `// for ${EMAIL}` });
    await written.waitFor();
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await written.waitFor();
    await page.keyboard.press('Control+Z');
    await written.waitFor({ state: 'detached' });
  });

  it('is not applied where the file changed meanwhile, and is shown again', async () => {
    const file = join(stage.folder, 'src/orders.js');
    const { page, answer } = await answered(
      '```diff\n--- a/src/orders.js\n+++ b/src/orders.js\n@@ -0,0 +1 @@\n+// first line\n```',
      'A first line, please.',
    );
    await answer.getByRole('button', { name: 'Apply to File…' }).click();
    await page
      .locator('.monaco-diff-editor .view-line')
      .filter({ hasText: '// first line' })
      .first()
      .waitFor();
    writeFileSync(file, `// somebody else\n${readFileSync(file, 'utf8')}`);
    await page
      .locator('.monaco-diff-editor .view-line')
      .filter({ hasText: '// somebody else' })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Apply to File', exact: true }).click();
    await toast(page, 'src/orders.js has changed meanwhile').waitFor();
    await shot(page, 'apply-changed-meanwhile');
    assert.ok(!readFileSync(file, 'utf8').includes('first line'));
    await page.getByRole('button', { name: 'Discard Proposed Change' }).click();
    await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
  });

  it('asks for the file where it names none outside or that is not there, and makes a new one', async () => {
    const { page, answer } = await answered(
      '```js\n// ../outside.js\nlet a;\n```\n\n```js src/fresh.js\nlet b;\n```',
      'Two files.',
    );
    await answer.getByRole('button', { name: 'Apply to File…' }).first().click();
    const pick = page.locator('.quick-input-widget');
    await pick.getByText('Another file…').waitFor();
    assert.equal(await pick.getByText('outside.js').count(), 0);
    await page.keyboard.press('Escape');
    await answer.getByRole('button', { name: 'Apply to File…' }).nth(1).click();
    await pick.getByText('Create src/fresh.js').click();
    await toast(page, 'Create src/fresh.js with this code?').waitFor();
    assert.equal(existsSync(join(stage.folder, 'src/fresh.js')), false);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page
      .locator('.monaco-editor[data-uri$="src/fresh.js"] .view-line')
      .filter({ hasText: 'let b;' })
      .waitFor();
    assert.equal(readFileSync(join(stage.folder, 'src/fresh.js'), 'utf8'), 'let b;\n');
  });

  it('asks before a secret gets into a file it did not come from, and writes no stand-in that was never issued', async () => {
    const { page, answer } = await answered(
      '```js src/orders.js\nconst token = "GITHUB_TOKEN_1";\n```\n\n```js src/orders.js\nmail("GITHUB_TOKEN_9");\n```',
      `Use ${TOKEN}.`,
    );
    await answer.getByRole('button', { name: 'Apply to File…' }).first().click();
    await page.getByText('GITHUB_TOKEN_1 is a secret that did not come from this file.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(await page.locator('.monaco-diff-editor').count(), 0);
    await answer.getByRole('button', { name: 'Apply to File…' }).nth(1).click();
    await page.getByText('Not applied: GITHUB_TOKEN_9 would be left in it').first().waitFor();
  });

  it('opens in a new file of its language, with its values', async () => {
    const { page, answer } = await answered('```ts\nmail("EMAIL_1");\n```', `Mail ${EMAIL}.`);
    await answer.getByRole('button', { name: 'Open in New File' }).click();
    await page
      .locator('.monaco-editor[data-uri^="untitled:"] .view-line')
      .filter({ hasText: `mail("${EMAIL}");` })
      .waitFor();
    await page.locator('.statusbar-item').getByText('TypeScript', { exact: true }).waitFor();
  });
});

/** What the editor says at the lower right, and has not hidden yet. */
function toast(page: Page, text: string): Locator {
  return page.locator('.notification-toast').getByText(text);
}

/** How each look stands out from what is behind it, as WCAG 2 counts. */
function contrasts(all: Element[]): { look: string; contrast: number }[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const painted = (colours: readonly string[]): readonly number[] => {
    if (!canvas) throw new Error('There is no canvas.');
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return all.map((element) => {
    const behind: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      behind.unshift(getComputedStyle(at).backgroundColor);
    const theme = getComputedStyle(document.documentElement).getPropertyValue('--vscode-sideBar-background');
    const back = [theme === '' ? '#fff' : theme, ...behind];
    const [one, other] = [light(painted([...back, getComputedStyle(element).color])), light(painted(back))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return { look: element.className, contrast: Math.round(contrast * 100) / 100 };
  });
}
