import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shot } from '../provision/workbench.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { cutOff, THEMES } from './looks.ts';
import { useStage } from './shared-stage.ts';
import { dragPanelTo } from './stage.ts';

const WIDTHS = [300, 420, 800] as const;

describe('the panel at every width', () => {
  const stage = useStage();

  for (const theme of THEMES) {
    it(`holds while one composes and where a prompt is blocked, in ${theme}`, async () => {
      const { page, panel } = await stage.open({ theme, destination: 'custom/unstated' });
      const composer = panel.getByRole('textbox', { name: 'Prompt' });
      await composer.click();
      await page.keyboard.insertText(
        `The worker dies with ${githubToken(5)} in the header, customer ${EMAIL} with card ${CARD} is waiting. What is wrong?`,
      );
      const count = panel.getByRole('button', { name: /^3 found/ });
      await count.waitFor();
      for (const width of WIDTHS) {
        await dragPanelTo(page, width);
        await shot(page, `composing-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `composing at ${width} px`);
      }
      await composer.press('Enter');
      await panel.getByRole('alert').getByText('Blocked').waitFor();
      for (const width of WIDTHS) {
        await dragPanelTo(page, width);
        await shot(page, `blocked-${theme}-${width}`);
        assert.deepEqual(await cutOff(panel, '.unseen, pre'), [], `blocked at ${width} px`);
      }
    });
  }
});
