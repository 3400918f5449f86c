import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Sources } from '../../src/editor/participant/check.ts';
import { sourcesOf } from '../../src/editor/participant/check-sources.ts';
import { english } from '../../src/sentences/translate.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, closeAll, fileIn, openFile, openText, place, select } from './editing.ts';

const TOKEN = githubToken(6);
const TEXT = `a\r\nb ${TOKEN}\r\nc ${EMAIL}\r\nd`;

describe('the participant of the built-in Chat in the extension host', () => {
  before(activate);

  /** Asks in the Chat itself, and waits for what the participant hands back. */
  async function ask(query: string, more: object = {}): Promise<vscode.ChatResult | undefined> {
    return vscode.commands.executeCommand('workbench.action.chat.open', {
      query,
      modelSelector: { vendor: 'made-up', id: 'made-up-model' },
      blockOnResponse: true,
      ...more,
    });
  }

  it('answers to its name in ask mode and in agent mode, and to a command', async function () {
    // It is the first to open the Chat.
    this.timeout(60_000);
    for (const [mode, query, asked] of [
      ['ask', '@airlock', 'help'],
      ['agent', '@airlock', 'help'],
      ['agent', '@airlock /why', 'why'],
    ] as const) {
      const result = await ask(query, { mode });
      assert.deepEqual([result?.errorDetails, result?.metadata], [undefined, { asked, blocked: false }]);
    }
  });

  it('looks at what is attached', async () => {
    const file = fileIn('attached.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(TEXT));
    const result = await ask('@airlock /check', { attachFiles: [file] });
    assert.deepEqual([result?.errorDetails, result?.metadata?.['asked']], [undefined, 'check']);
    await vscode.workspace.fs.delete(file);
  });
});

describe('what @airlock /check looks at', () => {
  before(activate);
  afterEach(closeAll);

  const sources = (values: readonly unknown[], prompt = ''): Promise<Sources> =>
    sourcesOf({ prompt, references: values.map((value, i) => ({ id: `reference-${i}`, value })) }, english);
  /** What of each text is meant. */
  const meant = ({ given }: Sources): string[][] =>
    given.map(({ text, pieces }) =>
      pieces === undefined ? [text] : pieces.map(({ start, end }) => text.slice(start, end)),
    );

  it('is what is attached, the last attached last, each once, in front of all else', async () => {
    await openText('in the editor');
    const [one, other] = [fileIn('one.txt'), fileIn('other.txt')];
    for (const file of [one, other])
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(TEXT));
    const range = new vscode.Range(1, 2, 2, 0);
    const found = await sources(['some words', new vscode.Location(other, range), one, one]);
    assert.deepEqual(
      found.given.map(({ name }) => name),
      ['one.txt', 'other.txt', 'Attached text'],
    );
    assert.deepEqual(meant(found), [[TEXT], [`${TOKEN}\r\n`], ['some words']]);
    assert.deepEqual(found.given[0]?.file, { path: 'one.txt', whole: [one.path] });
    assert.deepEqual([found.inEditor, found.notLooked], [false, []]);
    for (const file of [one, other]) await vscode.workspace.fs.delete(file);
  });

  it('is the text of an open document as it is now, saved or not', async () => {
    const editor = await openFile('edited.txt', 'saved\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'new '));
    const { uri } = editor.document;
    assert.deepEqual(meant(await sources([uri])), [['new saved\n']]);
    assert.deepEqual(meant(await sources([new vscode.Location(uri, new vscode.Range(0, 0, 0, 3))])), [
      ['new'],
    ]);
    await editor.document.save();
    await vscode.workspace.fs.delete(uri);
  });

  it('is what is selected where nothing is attached, and everything where nothing is selected', async () => {
    const editor = await openText(TEXT);
    await place(editor, new vscode.Selection(1, 0, 1, 0));
    const all = await sources([]);
    assert.deepEqual([meant(all), all.inEditor], [[[editor.document.getText()]], true]);
    assert.equal(all.given[0]?.file, undefined);
    await select(editor, 'b', EMAIL);
    assert.deepEqual(meant(await sources([])), [['b', EMAIL]]);
  });

  it('leaves out what the Chat adds of its own accord', async () => {
    const editor = await openText(TEXT);
    await select(editor, EMAIL);
    const { uri } = editor.document;
    const added = {
      id: 'vscode.implicit.selection',
      value: new vscode.Location(uri, new vscode.Range(0, 0, 3, 1)),
    };
    assert.deepEqual(meant(await sourcesOf({ prompt: '', references: [added] }, english)), [[EMAIL]]);
  });

  it('is, behind that, what the Chat sends along', async () => {
    await openText('in the editor');
    const along = { id: 'vscode.instructions.file.root', value: 'instructions' };
    assert.deepEqual(meant(await sourcesOf({ prompt: '', references: [along] }, english)), [
      ['in the editor'],
      ['instructions'],
    ]);
  });

  it('is what was typed as well', async () => {
    const { given } = await sources([], ` is ${EMAIL} one? `);
    assert.deepEqual(
      given.map(({ name, isTyped }) => [name, isTyped]),
      [['What you typed', true]],
    );
  });

  it('names what cannot be looked at, and why; nothing is asked of the web', async () => {
    const binary = fileIn('picture.png');
    await vscode.workspace.fs.writeFile(binary, new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13, 0, 1, 2, 0]));
    const folder = fileIn('src');
    const web = vscode.Uri.parse('https://example.com/a.txt');
    const { given, notLooked } = await sources([
      { mimeType: 'image/png' },
      web,
      fileIn('not-there.txt'),
      folder,
      binary,
    ]);
    assert.deepEqual(given, []);
    assert.deepEqual(
      notLooked.map(({ why }) => why),
      ['no-text', 'folder', 'not-there', 'not-there', 'no-text'],
    );
    await vscode.workspace.fs.delete(binary);
  });

  it('is not more than so much at once', async () => {
    const { given, notLooked } = await sources(Array.from({ length: 25 }, (_, i) => `words ${i}`));
    assert.equal(given.length, 20);
    assert.deepEqual([...new Set(notLooked.map(({ why }) => why))], ['too-many']);
  });
});
