import type * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import { gradeOf } from '../../policy/grade.ts';
import { asOfText, gradeSentence, policyBrief, policyLine } from '../../sentences/policy.ts';
import { missSentence } from '../../sentences/requirements.ts';
import type { Translate } from '../../sentences/translate.ts';
import { PRESETS, presetOf, startingPoints } from '../../wire/presets.ts';
import type { Route } from '../../wire/route.ts';
import type { CustomDestination } from '../custom-destination.ts';
import { type KeyOwner, ownerOfPreset } from '../key-owner.ts';
import { readRoute, type Settings } from '../settings.ts';

/** Where nobody said what a model takes; the built-in Chat's own instructions and tools are some 20,000 tokens. */
const LIMITS = { input: 128_000, output: 16_384 } as const;

/** A model as the editor lists it; `isUserSelectable` is not in the stable API, and editors that know it list it in their picker by it. */
export interface OfferedModel extends vscode.LanguageModelChatInformation {
  readonly isUserSelectable: true;
}

/** What is offered is made from. */
export interface Offering {
  readonly airlock: Airlock;
  readonly settings: Settings;
  readonly hasKey: (owner: KeyOwner) => Promise<boolean>;
  readonly t: Translate;
}

/**
 * Every destination that is configured, as a model: the one chosen, the dry run, those of the user's own, those named in the
 * settings, and the models of each preset whose key is there.
 */
export async function offeredModels({ airlock, settings, hasKey, t }: Offering): Promise<OfferedModel[]> {
  const withKey = await Promise.all(
    PRESETS.map(async (preset) =>
      (await hasKey(ownerOfPreset(preset)))
        ? startingPoints(preset).map(({ alias, model }) => `${alias}/${model}`)
        : [],
    ),
  );
  const written = new Set([
    ...(settings.written === '' ? [] : [settings.written]),
    'dry-run',
    ...settings.custom.map(({ name }) => `custom/${name}`),
    ...settings.chat.models,
    ...withKey.flat(),
  ]);
  return [...written].flatMap((id) => {
    const result = readRoute(id, settings.custom, t);
    return result.ok ? [offered(id, result.name, result.route, airlock, settings.custom, t)] : [];
  });
}

function offered(
  id: string,
  name: string,
  route: Route,
  airlock: Airlock,
  custom: readonly CustomDestination[],
  t: Translate,
): OfferedModel {
  const policy = airlock.policyFor(route.destination);
  const misses = airlock.missesOf(policy);
  const missed = misses.length > 0 ? `${t('misses a requirement')} · ` : '';
  const { input, output } = limitsOf(id, custom);
  const features = featuresOf(route);
  return {
    id,
    name,
    family: route.target.model,
    version: '1',
    detail: `${missed}${gradeOf(policy).grade} · ${policyBrief(policy, t)}`,
    tooltip: [
      gradeSentence(policy, t),
      ...misses.map((miss) => missSentence(miss, t)),
      ...policyLine(policy, t).map(({ text }) => text),
      asOfText(policy, t),
    ]
      .filter((line, i, lines) => lines.indexOf(line) === i)
      // The picker reads it as Markdown, where a single line end is a blank.
      .join('\n\n'),
    maxInputTokens: input,
    maxOutputTokens: output,
    capabilities: { toolCalling: features.includes('tools'), imageInput: features.includes('images') },
    isUserSelectable: true,
  };
}

/** What a model takes: as the user says of a server of their own, or what most take. */
function limitsOf(
  id: string,
  custom: readonly CustomDestination[],
): { readonly input: number; readonly output: number } {
  const own = custom.find(({ name }) => id === `custom/${name}` || id === `dry-run:custom/${name}`);
  return {
    input: own?.maxInputTokens ?? LIMITS.input,
    output: own?.maxOutputTokens ?? LIMITS.output,
  };
}

function featuresOf({ destination }: Route): readonly string[] {
  const sent = destination.rehearses ?? destination;
  return presetOf(sent.provider)?.features ?? ['tools', 'images', 'system'];
}
