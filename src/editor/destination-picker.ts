import * as vscode from 'vscode';
import { parseDestination } from '../policy/destination.ts';
import { listingOf } from '../policy/openrouter-lists.ts';
import { destinationProblem } from '../sentences/destination.ts';
import { whatGetsWorse } from '../sentences/switching.ts';
import type { FoundServer } from '../wire/find-local.ts';
import { LOCAL_KINDS, type LocalKind } from '../wire/local-kinds.ts';
import { PRESETS, presetOf } from '../wire/presets.ts';
import { canBeSentTo } from '../wire/route.ts';
import type { Said } from './confirm-switch.ts';
import { type Choices, type DestinationItem, rehearsed } from './destination-items.ts';
import { searched } from './destination-search.ts';
import { allItems, fittingOnes } from './destination-sections.ts';
import { SETTINGS } from './ids.ts';
import { writeSetting } from './setting.ts';
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
  /** Says what gets worse at a destination of that name, and asks whether prompts are to go there. */
  readonly confirm: (name: string, changes: readonly string[]) => Promise<Said>;
  /** Told what was chosen, and in the place of what. */
  readonly chosen: (written: string, instead: string) => Promise<void>;
}

/**
 * Lets the user choose where prompts go, with the policy beside every destination, and writes it into the user
 * settings. Servers on this machine are looked for as long as the list is open. What is chosen for rehearsal sends nothing.
 * Where something gets worse by switching, it is said first, and nothing is switched unless the user says so.
 * @returns what was chosen; undefined where nothing was.
 */
export async function chooseDestination(choosing: Choosing): Promise<string | undefined> {
  for (;;) {
    const written = await pickDestination(choosing);
    if (written === undefined) return undefined;
    const said = await asked(written, choosing);
    if (said === undefined) return undefined;
    if (said === 'again') continue;
    await writeSetting(SETTINGS.destination, written);
    await choosing.chosen(written, choosing.current);
    return written;
  }
}

/** What the user says to what gets worse; where nothing does, nobody is asked. */
async function asked(written: string, choosing: Choosing): Promise<Said> {
  const { airlock, current, custom, confirm, t } = choosing;
  const [last, here] = [readRoute(current, custom, t), readRoute(written, custom, t)];
  if (!last.ok || !here.ok || written === current) return 'switch';
  // What was typed is a server on this machine only once it has said so; what was found has.
  if (!airlock.policyFor(here.route.destination).known) await airlock.recognise(here.route.destination);
  const [before, after] = [last, here].map(({ route }) => airlock.standingAt(route.destination));
  const changes = before && after ? whatGetsWorse(before, after, t) : [];
  return changes.length === 0 ? 'switch' : confirm(here.name, changes);
}

async function pickDestination(choosing: Choosing): Promise<string | undefined> {
  const { t } = choosing;
  const shown = new ShownDestinations(choosing);
  const picked = await pickLive<DestinationItem>({
    title: t('Where do prompts go?'),
    placeholder: t('Search destinations and models; their policy stands beside them'),
    fill: (list) => void shown.fill(list),
    typed: (text) => shown.search(text),
    byButton: rehearsed,
  });
  return picked && (await writtenBy(picked, choosing));
}

/** What the list holds: what there is at once, servers on this machine as they answer, and what is searched for. */
class ShownDestinations {
  readonly #choosing: Choosing;
  #list: LiveList<DestinationItem> | undefined;
  #fits: Awaited<ReturnType<typeof fittingOnes>> | undefined;
  #servers: readonly FoundServer[] = [];
  /** What is there without searching. */
  #rows: readonly DestinationItem[] = [];
  #typed = '';

  constructor(choosing: Choosing) {
    this.#choosing = choosing;
  }

  async fill(list: LiveList<DestinationItem>): Promise<void> {
    const choosing = this.#choosing;
    this.#list = list;
    list.busy(true);
    void watchLocalServers({
      fetch: choosing.fetch,
      kinds: choosing.kinds,
      signal: list.closed,
      onBusy: (isBusy) => list.busy(isBusy || this.#fits === undefined),
      onChange: (servers) => {
        this.#servers = servers;
        recogniseAll(servers, choosing);
        this.#change();
      },
    });
    this.#fits = await fittingOnes(choosing);
    list.busy(false);
    this.#change();
  }

  /** Adds what is found by what was typed. */
  search(typed: string): void {
    this.#typed = typed;
    this.#show('first');
  }

  #change(): void {
    if (this.#fits === undefined) return;
    this.#rows = allItems(this.#choosing, this.#fits, this.#servers);
    this.#show();
  }

  #show(active?: 'first'): void {
    const there = new Set(this.#rows.flatMap(({ written }) => written ?? []));
    this.#list?.show([...searched(this.#typed, this.#choosing, there), ...this.#rows], active);
  }
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
