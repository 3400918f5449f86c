import { ADDRESSES, DEFAULT_ENDPOINT } from '../policy/addresses.ts';
import type { Target } from '../wire/cleared.ts';
import { PRESETS, type Preset, presetOf } from '../wire/presets.ts';
import { type Route, routeTo } from '../wire/route.ts';
import { type CustomDestination, customRoute } from './custom-destination.ts';

/** Whose key it is, where it is sent and nowhere else, and where one is made. */
export interface KeyOwner {
  /** A provider's id in the catalogue or, for a server of the user's own, the origin of its address. */
  readonly id: string;
  readonly name: string;
  readonly keyPage: string | undefined;
  readonly target: Target;
}

/** Whose key a route needs; undefined where none is needed. */
export function keyOwner({ destination, target, rehearsal, wantsKey }: Route): KeyOwner | undefined {
  if (rehearsal || !wantsKey) return undefined;
  const preset = presetOf(destination.provider);
  if (preset) return { id: preset.provider, name: preset.name, keyPage: preset.keyPage, target };
  // Bound to the origin, so that changing the address in the settings does not hand the key to another host.
  return { id: new URL(target.baseUrl).origin, name: destination.host, keyPage: undefined, target };
}

/** Whose key a preset's is. */
export function ownerOfPreset({ provider, name, keyPage }: Preset): KeyOwner {
  // The model takes no part in whose key it is.
  const endpoint = ADDRESSES.get(provider)?.endpoint ?? DEFAULT_ENDPOINT;
  const sent = { provider, model: 'any', endpoint, host: '', account: { settings: {} } };
  return { id: provider, name, keyPage, target: routeTo(sent).target };
}

/** Everybody who may have a key: the presets, and the user's own servers that want one. */
export function keyOwners(custom: readonly CustomDestination[]): readonly KeyOwner[] {
  const own = custom.flatMap((one) => {
    const owner = keyOwner(customRoute(one, false));
    return owner === undefined ? [] : [owner];
  });
  const all = [...own, ...PRESETS.map(ownerOfPreset)];
  return all.filter((owner, at) => all.findIndex(({ id }) => id === owner.id) === at);
}

/** The host a key is sent to, as people read it. */
export function hostOfKey({ target }: KeyOwner): string {
  return new URL(target.baseUrl).host;
}
