import * as vscode from 'vscode';
import type { Search } from './listed-files.ts';

/** Folders of others, whose files speak for nobody here. */
const OTHERS = '**/{node_modules,.git}/**';

/** The editor's own search, without folders of others. */
export const findFiles: Search<vscode.Uri> = (glob, most) => vscode.workspace.findFiles(glob, OTHERS, most);
