import * as vscode from 'vscode';
import { parseDestination } from '../policy/destination.ts';
import { listingOf } from '../policy/openrouter-lists.ts';
import { destinationProblem } from '../sentences/destination.ts';
import type { FoundServer } from '../wire/find-local.ts';
import { LOCAL_KINDS, type LocalKind } from '../wire/local-kinds.ts';
import { PRESETS, presetOf } from '../wire/presets.ts';
import { canBeSentTo } from '../wire/route.ts';
import { type Choices, type DestinationItem, fixedItems, foundItems } from './destination-items.ts';
import { SETTINGS } from './ids.ts';
import type { KeyOwner } from './key-owner.ts';
import { type LiveList, pickLive } from './live-pick.ts';
import { watchLocalServers } from './local-watch.ts';
import { chooseModel } from './model-picker.ts';
import { readRoute } from './settings.ts';

/** What else the choice is made with. */
export interface Choosing extends Choices {
  readonly fetch: typeof globalThis.fetch;
  /** The kinds of servers that are looked for on this machine. */
  readonly kinds: readonly LocalKind[];
  readonly askKey: (owner: KeyOwner) => Promise<unknown>;
}

/**
 * Lets the user choose where prompts go, with the policy beside every destination, and writes it into the user
 * settings. Servers on this machine are looked for as long as the list is open. What is chosen for rehearsal sends nothing.
 * @returns what was chosen; undefined where nothing was.
 */
export async function chooseDestination(choosing: Choosing): Promise<string | undefined> {
  const { t } = choosing;
  const picked = await pickLive<DestinationItem>({
    title: t('Where do prompts go?'),
    placeholder: t('Choose a destination; its policy stands beside it'),
    fill: (list) => void fill(list, choosing),
  });
  const written = picked && (await writtenBy(picked, choosing));
  if (written === undefined) return undefined;
  await vscode.workspace
    .getConfiguration(SETTINGS.section)
    .update(SETTINGS.destination, written, vscode.ConfigurationTarget.Global);
  return written;
}

/** Shows what there is at once, and the servers on this machine as they answer. */
async function fill(list: LiveList<DestinationItem>, choosing: Choosing): Promise<void> {
  const { fetch, kinds } = choosing;
  let found: readonly FoundServer[] = [];
  let fixed: Awaited<ReturnType<typeof fixedItems>> | undefined;
  const show = (): void => {
    if (fixed) list.show([...fixed.before, ...foundItems(found, choosing), ...fixed.after]);
  };
  list.busy(true);
  void watchLocalServers({
    fetch,
    kinds,
    signal: list.closed,
    onBusy: (isBusy) => list.busy(isBusy || fixed === undefined),
    onChange(servers) {
      found = servers;
      recogniseAll(servers, choosing);
      show();
    },
  });
  fixed = await fixedItems(choosing);
  list.busy(false);
  show();
}

/** What a server said of its models a moment ago holds for their policies, as it would if it were asked once more. */
function recogniseAll(servers: readonly FoundServer[], { airlock, custom, t }: Choosing): void {
  for (const { kind, models } of servers) {
    for (const { id, served } of models) {
      const result = readRoute(`${kind.alias}/${id}`, custom, t);
      if (result.ok) void airlock.recognise(result.route.destination, served);
    }
  }
}

/** What the setting is to hold for a row; undefined where it led to nothing. */
async function writtenBy(
  { act, written, begin }: DestinationItem,
  choosing: Choosing,
): Promise<string | undefined> {
  switch (act) {
    case 'settings': {
      const setting = `${SETTINGS.section}.${SETTINGS.customDestinations}`;
      await vscode.commands.executeCommand('workbench.action.openSettings', setting);
      return undefined;
    }
    case 'type':
      return typeDestination(choosing, begin);
    case 'models': {
      const preset = presetOf(begin ?? '');
      const chosen = preset && (await chooseModel(preset, choosing));
      return chosen === 'type' ? typeDestination(choosing, `${preset?.alias ?? ''}/`) : chosen?.written;
    }
    default:
      return written;
  }
}

async function typeDestination({ lists, t }: Choices, begin = ''): Promise<string | undefined> {
  const known = [
    ...PRESETS.flatMap(({ alias, elsewhere }) => [alias, ...(elsewhere ? [elsewhere.alias] : [])]),
    ...LOCAL_KINDS.map(({ alias }) => alias),
  ];
  const written = await vscode.window.showInputBox({
    value: begin,
    valueSelection: [begin.length, begin.length],
    title: t('Destination'),
    prompt: t('provider/model, with a provider of {0}', known.join(', ')),
    placeHolder: 'openai/gpt-5',
    ignoreFocusOut: true,
    validateInput: (value) => {
      const parsed = parseDestination(value.trim());
      if (!parsed.ok) return destinationProblem(parsed, t);
      const { destination } = parsed;
      if (!canBeSentTo(destination.rehearses ?? destination))
        return t('{0} cannot be sent to yet; add it as a destination of your own.', value.trim());
      const listing = listingOf(lists, destination, new Date().toISOString().slice(0, 10));
      // There may be a newer one, so it is said and not refused.
      return listing === undefined || listing.isListed
        ? undefined
        : {
            message: t('OpenRouter did not list it on {0}.', listing.readOn),
            severity: vscode.InputBoxValidationSeverity.Info,
          };
    },
  });
  return written?.trim();
}
