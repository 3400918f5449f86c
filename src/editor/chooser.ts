import type { Airlock } from '../airlock.ts';
import type { OpenRouterLists } from '../policy/openrouter-lists.ts';
import type { Translate } from '../sentences/translate.ts';
import { confirmSwitch } from './confirm-switch.ts';
import { chooseDestination } from './destination-picker.ts';
import type { KeyOwner } from './key-owner.ts';
import { kindsToAsk } from './local-watch.ts';
import type { ModelLists } from './model-lists.ts';
import { type Memory, RecentDestinations } from './recent-destinations.ts';
import type { Settings } from './settings.ts';

/** What a window's choice of a destination is made with. */
export interface ChooserOptions {
  readonly airlock: Airlock;
  readonly settings: () => Settings;
  readonly keys: {
    has(owner: KeyOwner): Promise<boolean>;
    ask(owner: KeyOwner): Promise<unknown>;
  };
  readonly models: ModelLists;
  readonly lists: () => OpenRouterLists | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly memory: Memory;
  readonly t: Translate;
}

/** Has the user choose a destination by the settings of the moment. */
export function createChooser(options: ChooserOptions): () => Promise<string | undefined> {
  const { airlock, keys, models, lists, fetch, memory, t } = options;
  const recent = new RecentDestinations(memory);
  return () => {
    const { custom, written: current, known, demands, route } = options.settings();
    const isRemote = known.remoteWindow === true;
    return chooseDestination({
      airlock,
      custom,
      current,
      now: () => (route.ok ? airlock.policyFor(route.route.destination) : undefined),
      recent: recent.list(),
      requirements: demands.requirements,
      lists: lists(),
      hasKey: (owner) => keys.has(owner),
      models,
      fetch,
      isRemote,
      kinds: kindsToAsk(isRemote, custom),
      askKey: (owner) => keys.ask(owner),
      confirm: (name, changes) => confirmSwitch(name, changes, t),
      chosen: (written, instead) => recent.note(written, instead),
      t,
    });
  };
}
