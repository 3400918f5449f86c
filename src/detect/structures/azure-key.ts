import { excludedIssued } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

/** A key that carries the mark of its service: how many characters before the mark, and the whole from there on. */
interface Marked {
  readonly marks: readonly string[];
  readonly before: number;
  readonly shape: RegExp;
}

/** Lengths and places as Microsoft's documentation of identifiable keys gives them. */
const MARKED: readonly Marked[] = [
  {
    marks: ['+ASt', '+ABa', 'ACDb', 'APIM', '+AMC'],
    before: 76,
    shape: /[A-Za-z0-9+/]{80}[A-D][A-Za-z0-9+/]{5}==/y,
  },
  {
    marks: ['AIoT', '+ASb', '+AEh', '+ARm', 'AzCa', 'AzEG'],
    before: 33,
    shape: /[A-Za-z0-9+/]{37}[A-P][A-Za-z0-9+/]{5}=/y,
  },
  { marks: ['AzSe', '+ACR'], before: 42, shape: /[A-Za-z0-9+/]{46}[A-D][A-Za-z0-9+/]{5}/y },
  { marks: ['AzFu'], before: 44, shape: /[\w-]{48}[\w-]{5}[AQgw]==/y },
  { marks: ['JQQJ9'], before: 52, shape: /[A-Za-z0-9]{57}[0-9A-D][A-Za-z0-9]{26}/y },
];

/** Keys of Azure that are known by a mark inside: Storage, Cosmos DB, Search, Service Bus, IoT, registries, functions. */
export const azureMarkedKey: Structure = {
  id: 'azure-marked-key',
  literals: MARKED.flatMap(({ marks }) => marks.map((mark) => mark.toLowerCase())),
  findAt(text, at, onPassed) {
    for (const { marks, before, shape } of MARKED) {
      if (!marks.some((mark) => text.startsWith(mark, at))) continue;
      const start = at - before;
      if (start < 0 || /[\w+/-]/.test(text.charAt(start - 1))) continue;
      const key = matchAt(shape, text, start)?.[0];
      if (key === undefined || /[\w+/=]/.test(text.charAt(start + key.length))) continue;
      const piece = { start, end: start + key.length };
      return unlessExcluded(excludedIssued(key), 'azure-access-key', piece, 'shape', onPassed);
    }
    return NOTHING;
  },
};
