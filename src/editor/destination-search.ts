import { isWellFormedModel } from '../policy/destination.ts';
import { LISTED_PROVIDER } from '../policy/openrouter-lists.ts';
import { type Preset, PRESETS, writtenModel } from '../wire/presets.ts';
import { type Choices, type DestinationItem, destinationItem, separator } from './destination-items.ts';
import { ownerOfPreset } from './key-owner.ts';

/** What is searched for is narrowed further before anybody reads more rows. */
const MOST_FOUND = 40;

/**
 * What is found by what was typed, beside the rows that are there: the destination that was written out, and the models that
 * hosts listed, whose names hold every word.
 * @param shown the destinations that have a row already.
 */
export function searched(
  typed: string,
  choices: Choices,
  shown: ReadonlySet<string>,
): readonly DestinationItem[] {
  const { t } = choices;
  const asked = typed.trim();
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const itself = shown.has(asked) ? [] : destinationItem(asked, choices, 'typed');
  const listed = matching(words, choices, new Set([...shown, asked])).flatMap((written) =>
    destinationItem(written, choices, 'listed'),
  );
  const rows = [...itself, ...listed];
  // The words were looked for here, so that the list is not to look for them once more in its own way.
  return rows.length === 0
    ? []
    : [separator(t('Found by what you typed')), ...rows.map((row) => ({ ...row, alwaysShow: true }))];
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s·/]+/)
    .filter((word) => word !== '');
}

function matching(words: readonly string[], choices: Choices, without: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const preset of PRESETS) {
    for (const model of listedBy(preset, choices)) {
      if (found.length === MOST_FOUND) return found;
      const name = `${preset.name} ${preset.alias} ${model}`.toLowerCase();
      if (!words.every((word) => name.includes(word)) || !isWellFormedModel(model)) continue;
      const written = writtenModel(preset, model);
      if (!without.has(written)) found.push(written);
    }
  }
  return found;
}

function listedBy(preset: Preset, { models, lists }: Choices): readonly string[] {
  const listed = models.listed(ownerOfPreset(preset))?.models;
  return listed ?? (preset.provider === LISTED_PROVIDER && lists ? Object.keys(lists.models) : []);
}
