import * as v from 'valibot';
import { isKind } from '../detect/kinds.ts';
import type { Style } from './stand-in.ts';

/** How stand-ins look, as a setting has it. */
export const StyleSetting = v.picklist(['placeholder', 'surrogate']);

/** The same for single kinds, by their ids. */
export const StylesOfKinds = v.record(
  v.pipe(v.string(), v.check(isKind, 'is no kind of finding')),
  StyleSetting,
);

/** The style of each kind by what is set for all and for single ones. */
export function styleBy(all: Style, ofKinds: v.InferOutput<typeof StylesOfKinds>): (kind: string) => Style {
  return (kind) => (Object.hasOwn(ofKinds, kind) ? ofKinds[kind] : undefined) ?? all;
}
