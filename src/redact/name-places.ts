import type { Finding } from '../detect/finding.ts';
import { decodePiece } from './encoded-piece.ts';
import type { Match } from './names.ts';

/** What tells where something was found, and what is inside of it. */
export type Found = Pick<Finding, 'start' | 'end' | 'through' | 'inside'>;

/** Which names are encoded pieces, with other text in them beside stand-ins, and how to find the names in what one decodes to. */
export interface Pieces<T> {
  readonly isPiece: (name: T, found: Found) => boolean;
  readonly placesIn: (text: string) => Iterable<Match<T>>;
}

/** The place of those, which are in order, that [start, end) lies in. */
export function placeAround<T>(
  places: readonly Match<T>[],
  { start, end }: Pick<Found, 'start' | 'end'>,
): Match<T> | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.end ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place && place.start <= start ? place : undefined;
}

/** Whether what was found lies in a name; where that is an encoded piece, all that was found in it has to. */
export function liesInName<T extends { readonly name: string }>(
  places: readonly Match<T>[],
  found: Found,
  pieces: Pieces<T>,
): boolean {
  const place = placeAround(places, found);
  if (!place) return false;
  if (!pieces.isPiece(place.item, found)) return true;
  const { start, end, through, inside } = found;
  const whole = place.start === start && place.end === end;
  const decoded = whole && through && inside ? decodePiece(place.item.name, through) : undefined;
  if (!decoded) return false;
  const within = [...pieces.placesIn(decoded.text)];
  return inside?.every((one) => liesInName(within, one, pieces)) ?? false;
}
