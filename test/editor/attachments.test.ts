import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  activeEditorSource,
  clipboardSource,
  problemsSource,
  selectionSource,
  terminalSource,
} from '../../src/editor/attachments/editor-sources.ts';
import { fileSource, folderSource } from '../../src/editor/attachments/file-source.ts';
import { gitDiffSource } from '../../src/editor/attachments/git-diff.ts';
import { LIMITS } from '../../src/editor/attachments/limits.ts';
import type { Content, Reading, Source } from '../../src/editor/attachments/source.ts';
import { WorkspaceNames } from '../../src/editor/attachments/workspace-names.ts';
import { DIAGNOSTICS } from '../../src/editor/ids.ts';
import { english } from '../../src/sentences/translate.ts';
import { EMAIL } from '../unit/made-up.ts';
import { activate, closeAll, fileIn, openFile, openText, select, terminalWith, until } from './editing.ts';

/** What is used of the editor's own Git extension. */
interface Git {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<unknown> };
}

/** Where what a test makes lies, within the workspace. */
const FOLDER = 'attached';

function read(source: Source, denied?: string, signal = new AbortController().signal): Promise<Content> {
  const reading: Reading = {
    signal,
    progress: () => undefined,
    isRuled: () => false,
    deniedBy: ({ path }) => (denied !== undefined && path.endsWith(denied) ? `**/*${denied}` : undefined),
  };
  return source.read(reading);
}

/** `name: text` of each piece, and why the rest is none. */
async function said(source: Source | undefined, denied?: string): Promise<readonly string[]> {
  assert.ok(source);
  const { pieces, leftOut } = await read(source, denied);
  return [
    ...pieces.map((piece) => `${piece.name}: ${'text' in piece ? piece.text : piece.image.mediaType}`),
    ...leftOut.map(({ why, count, glob }) =>
      [why, count, glob].filter((part) => part !== undefined).join(' '),
    ),
  ];
}

describe('what can be attached, in the extension host', () => {
  before(activate);
  afterEach(closeAll);
  after(() => rmSync(fileIn(FOLDER).fsPath, { recursive: true, force: true }));

  const at = (name: string): vscode.Uri => fileIn(`${FOLDER}/${name}`);
  function write(name: string, content: string | Uint8Array): vscode.Uri {
    const uri = at(name);
    mkdirSync(join(uri.fsPath, '..'), { recursive: true });
    writeFileSync(uri.fsPath, content);
    return uri;
  }

  it('is a file, as it is each time it is read', async () => {
    const uri = write('a.txt', 'one');
    const source = fileSource(uri);
    assert.equal(source.name, 'attached/a.txt');
    assert.deepEqual(await said(source), ['attached/a.txt: one']);
    write('a.txt', 'two');
    assert.deepEqual(await said(source), ['attached/a.txt: two']);
    rmSync(uri.fsPath);
    assert.deepEqual(await said(source), ['gone 1']);
  });

  it('is no file that is denied, too large, binary, empty, or a folder', async () => {
    const large = write('large.txt', 'x'.repeat(LIMITS.image + 1));
    assert.deepEqual(await said(fileSource(large)), ['too-large 1']);
    assert.deepEqual(await said(fileSource(write('a.bin', Uint8Array.of(1, 0, 2)))), ['binary 1']);
    assert.deepEqual(await said(fileSource(write('empty.txt', ''))), ['empty 1']);
    assert.deepEqual(await said(fileSource(write('.env', 'A=1')), '.env'), ['denied 1 **/*.env']);
    assert.deepEqual(await said(fileSource(at('.'))), ['unreadable 1']);
    rmSync(large.fsPath);
  });

  it('is a file under a rule for what it links to, and one that leads out says so', async () => {
    const outside = join(tmpdir(), `airlock-outside-${process.pid}.txt`);
    writeFileSync(outside, 'outside');
    const link = at('link.txt');
    rmSync(link.fsPath, { force: true });
    symlinkSync(outside, link.fsPath);
    const content = await read(fileSource(link));
    assert.equal(content.remark, 'link-outside');
    const whole = content.pieces[0]?.file?.whole ?? [];
    assert.ok(whole.some((path) => path.endsWith(outside)));
    const { leftOut } = await read(folderSource(at('.')));
    assert.deepEqual(
      leftOut.filter(({ why }) => why === 'outside').map(({ name }) => name),
      ['link.txt'],
    );
    rmSync(link.fsPath);
    rmSync(outside);
  });

  it('is what an editor holds, saved or not, and an untitled one', async function () {
    this.timeout(60_000);
    const editor = await openFile(`${FOLDER}/open.txt`, 'saved');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'not '));
    assert.deepEqual(await said(activeEditorSource()), ['attached/open.txt: not saved']);
    assert.deepEqual(await said(fileSource(editor.document.uri)), ['attached/open.txt: not saved']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await openText(`mail ${EMAIL}`);
    const source = activeEditorSource();
    assert.deepEqual(
      (await said(source)).map((one) => one.replace(/^Untitled-\d+/, 'Untitled')),
      [`Untitled: mail ${EMAIL}`],
    );
  });

  it('is a notebook, cell by cell', async function () {
    this.timeout(60_000);
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'print(1)', 'python'),
        new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '# Title', 'markdown'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const [text] = await said(activeEditorSource());
    assert.match(text ?? '', /── 1 · python ──\nprint\(1\)\n\n── 2 · markdown ──\n# Title/);
  });

  it('is a selection, which goes with its text as that is edited', async () => {
    const editor = await openFile(`${FOLDER}/lines.txt`, 'one\ntwo\nthree\nfour\n');
    await select(editor, 'two\nthree');
    const source = selectionSource();
    assert.deepEqual(await said(source), ['attached/lines.txt:2-3: two\nthree']);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'zero\n');
      edit.insert(new vscode.Position(1, 2), '-');
      edit.delete(new vscode.Range(3, 0, 4, 0));
    });
    assert.deepEqual(await said(source), ['attached/lines.txt:3-4: tw-o\nthree']);
    assert.deepEqual(await said(source, 'lines.txt'), ['denied 1 **/*lines.txt']);
    source?.dispose?.();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await select(editor, 'one');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  });

  it('are the problems there are, file by file', async () => {
    const problems = vscode.languages.createDiagnosticCollection('made up');
    const range = new vscode.Range(2, 4, 2, 8);
    const error = new vscode.Diagnostic(range, 'Cannot find it.', vscode.DiagnosticSeverity.Error);
    error.source = 'made-up';
    error.code = 42;
    const ofOurs = new vscode.Diagnostic(range, 'A GitHub token.', vscode.DiagnosticSeverity.Warning);
    ofOurs.source = DIAGNOSTICS.source;
    problems.set(at('a.ts'), [error, ofOurs]);
    problems.set(at('b.env'), [new vscode.Diagnostic(range, 'A=1 is bad')]);
    const ours = (await said(problemsSource(english), '.env')).filter(
      (one) => one.includes('attached') || one.startsWith('denied'),
    );
    assert.deepEqual(ours, [
      'Problems in attached/a.ts: 3:5 error: Cannot find it. (made-up 42)',
      'denied 1 **/*.env',
    ]);
    problems.dispose();
  });

  it('is what was copied, as it was then', async () => {
    await vscode.env.clipboard.writeText('copied');
    const source = await clipboardSource(english);
    await vscode.env.clipboard.writeText('');
    assert.deepEqual(await said(source), ['Clipboard: copied']);
    assert.equal(await clipboardSource(english), undefined);
  });

  it('is what is selected in the terminal, as it was then; the clipboard stays', async () => {
    const terminal = await terminalWith(`login ${EMAIL} ok`);
    await vscode.env.clipboard.writeText('before');
    const source = await terminalSource(english);
    assert.equal(await vscode.env.clipboard.readText(), 'before');
    terminal.dispose();
    const [text] = await said(source);
    assert.equal(text?.trim(), `Terminal selection: login ${EMAIL} ok`);
  });

  it('is no diff where there is no Git repository, and that is said', async () => {
    assert.deepEqual(await said(gitDiffSource(english)), ['no-git 1']);
  });

  it('is what is not committed, file by file', async () => {
    const repository = at('repository');
    write('repository/a.txt', 'one\n');
    write('repository/b.env', 'A=1\n');
    const git = (...args: string[]): void => {
      const who = ['-c', 'user.name=Made Up', '-c', 'user.email=made-up@example.com'];
      execFileSync('git', [...who, ...args], { cwd: repository.fsPath, stdio: 'ignore' });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'first');
    write('repository/a.txt', 'two\n');
    write('repository/b.env', 'A=2\n');
    const settings = vscode.workspace.getConfiguration('git');
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    const extension = vscode.extensions.getExtension<Git>('vscode.git');
    const api = await extension?.activate();
    assert.ok(api);
    await until(() => api.enabled, api.onDidChangeEnablement);
    await api.getAPI(1).openRepository(repository);
    const [diff, ...others] = await said(gitDiffSource(english), '.env');
    assert.match(diff ?? '', /^Git diff of attached\/repository\/a\.txt: diff --git [^]*\n-one\n\+two\n$/);
    assert.deepEqual(others, ['denied 1 **/*.env']);
    await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  it('is a folder, without what settings and .gitignore leave out', async () => {
    write('folder/.gitignore', 'out\n');
    write('folder/a.ts', 'a');
    write('folder/out/b.ts', 'b');
    write('folder/node_modules/c.js', 'c');
    write('folder/d.env', 'd');
    assert.deepEqual(await said(folderSource(at('folder')), '.env'), [
      'attached/folder/.gitignore: out\n',
      'attached/folder/a.ts: a',
      'denied 1 **/*.env',
      'excluded 2',
    ]);
    assert.deepEqual(await said(folderSource(at('nowhere'))), ['gone 1']);
  });

  it('is a folder of 50,000 files, as far as it fits and while others go on', async function () {
    this.timeout(120_000);
    // Not in the workspace: the editor would look at each of them.
    const many = mkdtempSync(join(tmpdir(), 'prompt-airlock-many-'));
    for (let i = 0; i < 50_000; i++) writeFileSync(join(many, `${i}.txt`), 'x');
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const { pieces, leftOut } = await read(folderSource(vscode.Uri.file(many)));
    clearInterval(ticking);
    console.log(
      `      50,000 files: ${Math.round(performance.now() - began)} ms, longest pause ${Math.round(longest)} ms`,
    );
    assert.equal(pieces.length, LIMITS.files);
    assert.deepEqual(
      leftOut.map(({ why, count }) => [why, count]),
      [['too-many', 50_000 - LIMITS.files]],
    );
    assert.ok(longest < 4_000, `others waited ${longest} ms`);
    rmSync(many, { recursive: true });
  });

  it('is what a virtual file system has', async () => {
    const files = new Map([['/a.txt', 'virtual']]);
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const provider = vscode.workspace.registerFileSystemProvider('made-up-files', {
      onDidChangeFile: changed.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat({ path }) {
        const type = files.has(path) ? vscode.FileType.File : vscode.FileType.Directory;
        if (!files.has(path) && path !== '/') throw vscode.FileSystemError.FileNotFound();
        return { type, ctime: 0, mtime: 0, size: files.get(path)?.length ?? 0 };
      },
      readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
      readFile: ({ path }) => new TextEncoder().encode(files.get(path)),
      createDirectory: () => undefined,
      writeFile: () => undefined,
      delete: () => undefined,
      rename: () => undefined,
    });
    const root = vscode.Uri.parse('made-up-files:/');
    assert.deepEqual(await said(fileSource(vscode.Uri.joinPath(root, 'a.txt'))), ['a.txt: virtual']);
    assert.deepEqual(await said(folderSource(root)), ['a.txt: virtual']);
    assert.deepEqual(await said(fileSource(vscode.Uri.joinPath(root, 'b.txt'))), ['gone 1']);
    provider.dispose();
  });

  it('are names in the workspace, without what is left out', async () => {
    write('names/node_modules/c.js', 'c');
    write('names/deep/d.ts', 'd');
    const names = new WorkspaceNames(() => undefined);
    const all = (await names.all()).map(({ path, isFolder }) => (isFolder ? `${path}/` : path));
    assert.ok(all.includes('attached/names/deep/d.ts') && all.includes('attached/names/deep/'));
    assert.ok(!all.some((path) => path.includes('node_modules')));
    names.dispose();
  });
});
