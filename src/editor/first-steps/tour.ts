import * as vscode from 'vscode';
import { EXTENSION, WALKTHROUGH } from '../ids.ts';

const OPENED = 'walkthroughOpened';

/** The walkthrough: offered by the empty panel until it was opened, and there for good by its command. */
export class Tour {
  readonly #memory: vscode.Memento;
  readonly #onChange: () => void;

  constructor(memory: vscode.Memento, onChange: () => void) {
    this.#memory = memory;
    this.#onChange = onChange;
  }

  get isOffered(): boolean {
    return this.#memory.get(OPENED) !== true;
  }

  async open(): Promise<void> {
    void this.#memory.update(OPENED, true);
    this.#onChange();
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${EXTENSION}#${WALKTHROUGH}`,
      false,
    );
  }
}
