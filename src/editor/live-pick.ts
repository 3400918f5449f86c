import * as vscode from 'vscode';

/** A row of a list that may change while it is open. */
export interface LiveItem extends vscode.QuickPickItem {
  /** What it is known by when the list changes. */
  readonly key: string;
}

/** The list, as what fills it sees it. */
export interface LiveList<Item> {
  /**
   * Shows other rows; the one that was active stays so, and the list where it was scrolled to.
   * @param active the key of the row that is to be active instead, or that the list is to choose one.
   */
  show(items: readonly Item[], active?: string | 'first'): void;
  /** Whether more is to come. */
  busy(isBusy: boolean): void;
  /** Aborted once it is closed. */
  readonly closed: AbortSignal;
}

/** What a list says and does. */
export interface LivePickOptions<Item> {
  readonly title: string;
  readonly placeholder: string;
  /** Called once, to fill the list. */
  readonly fill: (list: LiveList<Item>) => void;
  /** Called for a row that was picked; true where the list stays open, since the row did something itself. */
  readonly stays?: (item: Item) => boolean;
  /** What is picked by a button of a row. */
  readonly byButton?: (item: Item) => Item;
  /** Called with what is typed, whenever it changes. */
  readonly typed?: (text: string) => void;
}

/** Lets the user pick from a list that may change while it is open; undefined where nothing was picked. */
export function pickLive<Item extends LiveItem>({
  title,
  placeholder,
  fill,
  stays = () => false,
  byButton = (item) => item,
  typed = () => undefined,
}: LivePickOptions<Item>): Promise<Item | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  const closed = new AbortController();
  const list: LiveList<Item> = {
    show(items, wanted) {
      if (closed.signal.aborted) return;
      const active = wanted ?? pick.activeItems[0]?.key;
      pick.items = items;
      const again = active === undefined ? undefined : items.find(({ key }) => key === active);
      if (again !== undefined) pick.activeItems = [again];
    },
    busy(isBusy) {
      if (!closed.signal.aborted) pick.busy = isBusy;
    },
    closed: closed.signal,
  };
  return new Promise((resolve) => {
    const end = (item?: Item): void => {
      resolve(item);
      pick.hide();
    };
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item && !stays(item)) end(item);
    });
    pick.onDidChangeValue(typed);
    pick.onDidTriggerItemButton(({ item }) => end(byButton(item)));
    pick.onDidHide(() => {
      closed.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    fill(list);
  });
}
