import { hit, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { labelledValue } from './labelled.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** Android's id is 16 hex digits, Apple's UDID 40 or 8-16. */
const VALUE = labelledValue(`${UUID}|[0-9a-f]{8}-[0-9a-f]{16}|[0-9a-f]{40}|[0-9a-f]{16}`);

const WORDS = [
  'idfa',
  'idfv',
  'gaid',
  'aaid',
  'rdid',
  'udid',
  'advertisingid',
  'advertising_id',
  'advertising id',
  'advertising-id',
  'advertisingidentifier',
  'google_ad_id',
  'googleadid',
  'androidid',
  'android_id',
  'android id',
  'android-id',
  'deviceid',
  'device_id',
  'device id',
  'device-id',
  'werbe-id',
  'werbe_id',
];

const WORD = new RegExp(WORDS.toSorted((one, other) => other.length - one.length).join('|'), 'iy');

/** Ids a device is recognised by, behind the names advertising and the systems have for them. */
export const deviceId: Structure = {
  id: 'device-id',
  literals: WORDS,
  findAt(text, at) {
    const word = matchAt(WORD, text, at)?.[0] ?? '';
    const value = VALUE.behind(text, at, at + word.length);
    if (value === undefined || !isGiven(value.value)) return NOTHING;
    return [hit('device-id', value, 'context')];
  },
};

/** Whether an id was given to a device: the zeros of those who opted out, and what people type, were not. */
function isGiven(id: string): boolean {
  const digits = id.replaceAll('-', '').toLowerCase();
  return (
    /[a-f]/.test(digits) && /\d/.test(digits) && new Set(digits).size > 4 && !digits.startsWith('12345678')
  );
}
