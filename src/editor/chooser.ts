import type { Airlock } from '../airlock.ts';
import type { OpenRouterLists } from '../policy/openrouter-lists.ts';
import type { Translate } from '../sentences/translate.ts';
import { confirmSwitch } from './confirm-switch.ts';
import { chooseDestination } from './destination-picker.ts';
import { SETTINGS } from './ids.ts';
import type { KeyOwner } from './key-owner.ts';
import type { KeyStore } from './key-store.ts';
import { kindsToAsk } from './local-watch.ts';
import { ModelLists } from './model-lists.ts';
import { type Memory, RecentDestinations } from './recent-destinations.ts';
import { sayIfLocked } from './say-if-locked.ts';
import type { Settings } from './settings.ts';

/** What a window's choice of a destination is made with. */
export interface ChooserOptions {
  readonly airlock: Airlock;
  readonly settings: () => Settings;
  readonly keys: {
    has(owner: KeyOwner): Promise<boolean>;
    ask(owner: KeyOwner): Promise<unknown>;
  };
  readonly store: Pick<KeyStore, 'find'>;
  readonly lists: () => OpenRouterLists | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly memory: Memory;
  readonly t: Translate;
}

/** Has the user choose a destination by the settings of the moment. */
export function createChooser(options: ChooserOptions): () => Promise<string | undefined> {
  const { airlock, keys, store, lists, fetch, memory, t } = options;
  const models = new ModelLists({
    fetch,
    now: Date.now,
    keyOf: async ({ id }) => {
      const found = await store.find(id);
      return found?.ok ? found.key : undefined;
    },
  });
  const recent = new RecentDestinations(memory);
  return async () => {
    if (sayIfLocked(SETTINGS.destination, options.settings(), t)) return undefined;
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
