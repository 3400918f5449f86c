import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { DIAGNOSTICS, SETTINGS } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, fileIn, openFile, openText, until } from './editing.ts';

const TOKEN = githubToken(31);
const FOLDER = 'diagnosed';

/** What we say of a document. */
function ours({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === DIAGNOSTICS.source);
}

/** Waits until we say so much of a document. */
async function untilSaid(
  document: vscode.TextDocument,
  count: number,
): Promise<readonly vscode.Diagnostic[]> {
  await until(() => ours(document).length === count, vscode.languages.onDidChangeDiagnostics);
  return ours(document);
}

/**
 * The quick fixes of ours at the first diagnostic; asked for again where the editor gives up the question, as it does while a
 * file that was written is loaded again.
 */
async function fixesAt(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const [first] = ours(document);
  assert.ok(first);
  const ask = (): Thenable<readonly vscode.CodeAction[]> =>
    vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      first.range,
      vscode.CodeActionKind.QuickFix.value,
    );
  let actions: readonly vscode.CodeAction[] | undefined;
  for (let go = 1; actions === undefined; go++) {
    try {
      actions = await ask();
    } catch (error) {
      if (go === 10 || !(error instanceof Error) || error.message !== 'Canceled') throw error;
    }
  }
  return actions.filter(({ command }) => command?.command === DIAGNOSTICS.fix);
}

async function run({ command }: vscode.CodeAction): Promise<void> {
  await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
}

async function fix(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const all = await fixesAt(document);
  const one = all.find((action) => action.title.endsWith(title));
  assert.ok(one, `${title} is offered, beside ${all.map((action) => action.title).join('; ')}`);
  return one;
}

const set = (key: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration(SETTINGS.section).update(key, value, vscode.ConfigurationTarget.Global);

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

describe('findings of open files in the extension host', function () {
  this.timeout(40_000);
  const at = (name: string): string => `${FOLDER}/${name}`;

  before(activate);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await vscode.workspace.fs.delete(fileIn(FOLDER), { recursive: true }).then(undefined, () => undefined);
  });
  after(async () => {
    for (const key of [SETTINGS.diagnostics, SETTINGS.rules, SETTINGS.allowedValues])
      await set(key, undefined);
  });

  it('say what it is and what would happen, and never the value', async () => {
    const { document } = await openText(`a ${TOKEN} b\nmail ${EMAIL}\n`);
    const [token, mail, ...others] = await untilSaid(document, 2);
    assert.ok(token && mail);
    assert.deepEqual(others, []);
    assert.equal(document.getText(token.range), TOKEN);
    assert.equal(token.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(mail.severity, vscode.DiagnosticSeverity.Hint);
    assert.match(
      token.message,
      /^A GitHub token: .*\. In a prompt a stand-in would go in its place \(Dry run\)\.$/,
    );
    assert.deepEqual(typeof token.code === 'object' && token.code.value, 'github-token');
    assert.equal(
      typeof token.code === 'object' && token.code.target.toString(),
      'https://github.com/settings/tokens',
    );
    for (const { message } of [token, mail]) assert.ok(!message.includes(TOKEN) && !message.includes(EMAIL));
  });

  it('follow what is typed', async () => {
    const editor = await openText('nothing\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), `${TOKEN}\n`));
    await untilSaid(editor.document, 1);
    await editor.edit((edit) => edit.delete(new vscode.Range(1, 0, 2, 0)));
    await untilSaid(editor.document, 0);
  });

  it('are about nothing that is no file of the user’s', async () => {
    const scheme = 'made-up-virtual';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => TOKEN,
    });
    const virtual = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/a.txt`));
    await vscode.window.showTextDocument(virtual);
    // Looked at later than the other would have been.
    const { document } = await openText(`later ${TOKEN}\n`);
    await untilSaid(document, 1);
    assert.deepEqual(ours(virtual), []);
    provider.dispose();
  });

  it('are hints where secrets belong', async () => {
    const { document } = await openFile(at('.env.local'), `GITHUB_TOKEN=${TOKEN}\n`);
    const [one] = await untilSaid(document, 1);
    assert.equal(one?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('go with the setting, and come back with it', async () => {
    const { document } = await openText(`${TOKEN}\n${EMAIL}\n`);
    await untilSaid(document, 2);
    await set(SETTINGS.diagnostics, 'secrets');
    await untilSaid(document, 1);
    await set(SETTINGS.diagnostics, 'off');
    await untilSaid(document, 0);
    await set(SETTINGS.diagnostics, undefined);
    await untilSaid(document, 2);
  });

  describe('quick fixes', () => {
    it('put a stand-in in its place, which is undone in one step', async () => {
      const { document } = await openText(`a ${TOKEN} b\n`);
      await untilSaid(document, 1);
      await run(await fix(document, 'put a stand-in in its place'));
      assert.equal(alike(document.getText()), 'a GITHUB_TOKEN_n b\n');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), `a ${TOKEN} b\n`);
    });

    it('move the value into a new .env at the root of the folder', async () => {
      const env = fileIn('.env');
      const before = await textOf(env).catch(() => undefined);
      const { document } = await openFile(at('pay.js'), `const payToken = '${TOKEN}';\n`);
      await untilSaid(document, 1);
      const move = await fix(document, 'move it to .env and read it from there');
      assert.equal(move.isPreferred, true);
      try {
        await run(move);
        assert.equal(document.getText(), 'const payToken = process.env.PAY_TOKEN;\n');
        assert.equal(await textOf(env), `${before ?? ''}PAY_TOKEN=${TOKEN}\n`);
      } finally {
        if (before === undefined) await vscode.workspace.fs.delete(env);
        else await vscode.workspace.fs.writeFile(env, new TextEncoder().encode(before));
      }
    });

    it('add to the nearest .env, with the import that the language takes', async () => {
      const env = fileIn(at('.env'));
      await vscode.workspace.fs.writeFile(env, new TextEncoder().encode('A=1'));
      const { document } = await openFile(at('deep/pay.py'), `token = "${TOKEN}"\n`);
      await untilSaid(document, 1);
      await run(await fix(document, 'move it to .env and read it from there'));
      assert.equal(document.getText(), 'import os\ntoken = os.environ["GITHUB_TOKEN"]\n');
      assert.equal(await textOf(env), `A=1\nGITHUB_TOKEN=${TOKEN}\n`);
    });

    it('leave a .env that was changed before unsaved, and save one that was not', async () => {
      const files = vscode.workspace.getConfiguration('files');
      // Otherwise an editor in a browser saves by itself a moment later.
      await files.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
      try {
        const env = fileIn(at('unsaved/.env'));
        await vscode.workspace.fs.writeFile(env, new TextEncoder().encode('A=1\n'));
        const open = await vscode.workspace.openTextDocument(env);
        const change = new vscode.WorkspaceEdit();
        change.insert(env, new vscode.Position(1, 0), 'B=2\n');
        await vscode.workspace.applyEdit(change);
        assert.ok(open.isDirty);
        const { document } = await openFile(at('unsaved/pay.js'), `const payToken = '${TOKEN}';\n`);
        await untilSaid(document, 1);
        await run(await fix(document, 'move it to .env and read it from there'));
        assert.equal(document.getText(), 'const payToken = process.env.PAY_TOKEN;\n');
        assert.equal(open.getText(), `A=1\nB=2\nPAY_TOKEN=${TOKEN}\n`);
        assert.ok(open.isDirty);
        assert.equal(await textOf(env), 'A=1\n');
        // Saved, the next value is saved with it.
        await open.save();
        const other = await openFile(at('unsaved/mail.js'), `const mailToken = '${githubToken(32)}';\n`);
        await untilSaid(other.document, 1);
        await run(await fix(other.document, 'move it to .env and read it from there'));
        assert.equal(await textOf(env), `A=1\nB=2\nPAY_TOKEN=${TOKEN}\nMAIL_TOKEN=${githubToken(32)}\n`);
      } finally {
        await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('write into no .env that is a link', async () => {
      const real = fileIn(at('elsewhere.txt'));
      await vscode.workspace.fs.writeFile(real, new TextEncoder().encode('A=1\n'));
      symlinkSync(real.fsPath, fileIn(at('.env')).fsPath);
      const { document } = await openFile(at('linked.js'), `const t = '${TOKEN}';\n`);
      await untilSaid(document, 1);
      await run(await fix(document, 'move it to .env and read it from there'));
      assert.equal(document.getText(), `const t = '${TOKEN}';\n`);
      assert.equal(await textOf(real), 'A=1\n');
    });

    it('move nothing out of a comment, nor from where there is no folder', async () => {
      const { document } = await openFile(at('noted.js'), `// ${TOKEN}\n`);
      await untilSaid(document, 1);
      const titles = (await fixesAt(document)).map(({ title }) => title);
      assert.deepEqual(titles.length, 4);
      assert.ok(titles.every((title) => !title.includes('.env')));
      const untitled = await openText(`const t = '${TOKEN}';\n`, 'javascript');
      await untilSaid(untitled.document, 1);
      assert.ok((await fixesAt(untitled.document)).every(({ title }) => !title.includes('.env')));
    });

    it('do nothing where the text has changed since', async () => {
      const editor = await openText(`a ${TOKEN} b\n`);
      const { document } = editor;
      await untilSaid(document, 1);
      const redact = await fix(document, 'put a stand-in in its place');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'more '));
      await run(redact);
      assert.equal(document.getText(), `more a ${TOKEN} b\n`);
    });

    it('allow a kind in one file, and nowhere else', async () => {
      const kept = async (name: string): Promise<vscode.TextDocument> => {
        const { document } = await openFile(at(name), `${TOKEN}\n`);
        await vscode.window.showTextDocument(document, { preview: false });
        return document;
      };
      const [first, second] = [await kept('one.txt'), await kept('two.txt')];
      await untilSaid(first, 1);
      await untilSaid(second, 1);
      await run(await fix(first, 'allow this kind in this file'));
      await untilSaid(first, 0);
      assert.equal(ours(second).length, 1);
      assert.deepEqual(vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.rules), [
        { kind: 'github-token', path: at('one.txt'), action: 'allow' },
      ]);
      await set(SETTINGS.rules, undefined);
      await untilSaid(first, 1);
    });

    it('allow a value for good, as a fingerprint', async () => {
      const { document } = await openText(`${TOKEN}\n`);
      await untilSaid(document, 1);
      await run(await fix(document, 'always allow this value'));
      await untilSaid(document, 0);
      const kept = vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.allowedValues);
      assert.match(JSON.stringify(kept), /^\["[0-9a-f]{64}"\]$/);
      await set(SETTINGS.allowedValues, undefined);
      await untilSaid(document, 1);
    });

    it('are carried out for no number that was not offered', async () => {
      const { document } = await openText(`a ${TOKEN} b\n`);
      await untilSaid(document, 1);
      for (const made of [undefined, 0, 1e9, 'redact', { fix: 'redact', document }])
        await vscode.commands.executeCommand(DIAGNOSTICS.fix, made);
      assert.equal(document.getText(), `a ${TOKEN} b\n`);
    });
  });
});
