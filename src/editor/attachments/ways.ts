/** What can be attached, in a table: its icon, what it is called, and whether it is offered by name. */
import type { Translate } from '../../sentences/translate.ts';
import type { SourceKind } from './source.ts';

/** A row of the table. */
export interface Way {
  readonly kind: SourceKind;
  /** Name of a codicon. */
  readonly icon: string;
  /** What it is called in a list. */
  readonly label: (t: Translate) => string;
  readonly detail: (t: Translate) => string;
  /** What is typed for it behind `#`, beside its label; it is offered there and by the button. */
  readonly word?: string;
}

export const WAYS: readonly Way[] = [
  {
    kind: 'selection',
    icon: 'list-selection',
    label: (t) => t('Selection'),
    detail: (t) => t('what is selected in the editor'),
    word: 'selection',
  },
  {
    kind: 'editor',
    icon: 'file-code',
    label: (t) => t('Active editor'),
    detail: (t) => t('the file in front, with what is not saved'),
    word: 'editor',
  },
  {
    kind: 'problems',
    icon: 'warning',
    label: (t) => t('Problems'),
    detail: (t) => t('errors and warnings in the workspace'),
    word: 'problems',
  },
  {
    kind: 'terminal',
    icon: 'terminal',
    label: (t) => t('Terminal selection'),
    detail: (t) => t('what is selected in the terminal'),
    word: 'terminal',
  },
  {
    kind: 'diff',
    icon: 'git-compare',
    label: (t) => t('Git diff'),
    detail: (t) => t('what is not committed yet'),
    word: 'diff',
  },
  {
    kind: 'clipboard',
    icon: 'clippy',
    label: (t) => t('Clipboard'),
    detail: (t) => t('the text that was copied last'),
    word: 'clipboard',
  },
  {
    kind: 'file',
    icon: 'file',
    label: (t) => t('Files…'),
    detail: (t) => t('from this machine or elsewhere'),
  },
  {
    kind: 'folder',
    icon: 'folder',
    label: (t) => t('Folder…'),
    detail: (t) => t('its files, as far as they fit'),
  },
  {
    kind: 'image',
    icon: 'file-media',
    label: (t) => t('Picture…'),
    detail: (t) => t('nobody can look into it for you'),
  },
];

/** The icon of a kind. */
export function iconOf(kind: SourceKind): string {
  return WAYS.find((way) => way.kind === kind)?.icon ?? 'file';
}
