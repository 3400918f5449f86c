import assert from 'node:assert/strict';
import { type BrowserSurroundings, chooseBrowser } from '../../provision/chromium.ts';

/** A Linux without a browser, where none can be installed. */
function surroundings(changes: Partial<BrowserSurroundings> = {}): BrowserSurroundings {
  return {
    env: {},
    platform: 'linux',
    findOnPath: () => undefined,
    isExecutable: () => false,
    playwrightPath: () => undefined,
    install: undefined,
    ...changes,
  };
}

describe('choosing the browser for the tests', () => {
  it('takes CHROME_PATH before everything else', async () => {
    const browser = await chooseBrowser(
      surroundings({
        env: { CHROME_PATH: '/my/chrome' },
        isExecutable: () => true,
        findOnPath: () => '/usr/bin/chromium',
      }),
    );
    assert.equal(browser.executable, '/my/chrome');
    assert.match(browser.taken, /CHROME_PATH/);
  });

  it('fails when CHROME_PATH cannot be run', async () => {
    const wrong = surroundings({ env: { CHROME_PATH: '/nowhere' }, findOnPath: () => '/usr/bin/chromium' });
    await assert.rejects(chooseBrowser(wrong), /CHROME_PATH is \/nowhere/);
  });

  it('takes an installed one by any of its names', async () => {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const findOnPath = (command: string) => (command === name ? `/usr/bin/${name}` : undefined);
      assert.equal((await chooseBrowser(surroundings({ findOnPath }))).executable, `/usr/bin/${name}`);
    }
  });

  it('looks in the usual places of macOS and Windows', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const onMac = surroundings({ platform: 'darwin', isExecutable: (file) => file === mac });
    assert.equal((await chooseBrowser(onMac)).executable, mac);
    const onWindows = surroundings({
      platform: 'win32',
      env: { PROGRAMFILES: 'P' },
      isExecutable: (file) => /^P.*chrome\.exe$/.test(file),
    });
    assert.match((await chooseBrowser(onWindows)).executable, /chrome\.exe$/);
  });

  it("takes Playwright's own where nothing is installed, and nothing is installed then", async () => {
    const browser = await chooseBrowser(
      surroundings({
        playwrightPath: () => '/cache/chrome',
        isExecutable: (file) => file === '/cache/chrome',
        install: () => assert.fail('nothing should be installed'),
      }),
    );
    assert.equal(browser.executable, '/cache/chrome');
    assert.match(browser.taken, /Playwright/);
  });

  it("installs the distribution's as the last resort", async () => {
    let installed = false;
    const browser = await chooseBrowser(
      surroundings({
        findOnPath: () => (installed ? '/usr/bin/chromium' : undefined),
        install: async () => {
          installed = true;
        },
      }),
    );
    assert.equal(browser.executable, '/usr/bin/chromium');
    assert.match(browser.taken, /just installed/);
  });

  it('fails with the way out where there is none, or installing fails', async () => {
    await assert.rejects(
      chooseBrowser(surroundings()),
      /No browser.*CHROME_PATH.*apt-get install -y chromium/,
    );
    const install = () => Promise.reject(new Error('no network'));
    await assert.rejects(chooseBrowser(surroundings({ install })), /CHROME_PATH[^]*no network/);
  });
});
