import * as vscode from 'vscode';
import { compare, isAt, knownDestinations, type Compared, type Listed } from '../airlock/compare.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import { type Destination, DRY_RUN } from '../policy/destination.ts';
import { listingOf, type OpenRouterLists } from '../policy/openrouter-lists.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { FromCard, type ToCard } from '../protocol.ts';
import { FromComparison, type ToComparison } from '../protocol/comparison.ts';
import type { Translate } from '../sentences/translate.ts';
import { reached } from './first-steps/reached.ts';
import { cardView } from './card-view.ts';
import { comparisonView } from './comparison-view.ts';
import { CARD, COMPARISON, SETTINGS } from './ids.ts';
import { PageTab } from './page-tab.ts';
import type { Chosen } from './panel/panel-view.ts';
import { readRoute, type Settings } from './settings.ts';

/** What the tabs ask of the rest of the editor, anew each time they are shown or brought up to date. */
export interface TermsTabsOptions {
  readonly extensionUri: vscode.Uri;
  readonly chosen: () => Chosen;
  readonly settings: () => Settings;
  readonly catalogue: () => Catalogue;
  readonly policyFor: (destination: Destination) => DataPolicy;
  /** Why the catalogue is not the one that should be in force; undefined where it is. */
  readonly problem: () => string | undefined;
  /** What is open about the account a destination is used with, in words. */
  readonly questionFor: (destination: Destination) => string | undefined;
  /** What OpenRouter listed when it was last asked. */
  readonly lists: () => OpenRouterLists | undefined;
  /** Asks the user about the account that the destination chosen is used with. */
  readonly answer: () => Promise<void>;
  readonly openLink: (url: string) => Promise<void>;
  readonly t: Translate;
}

/** A destination's whole policy, and the table of all destinations, each in an editor tab. */
export class TermsTabs implements vscode.Disposable {
  readonly #options: TermsTabsOptions;
  readonly #card: PageTab<FromCard>;
  readonly #comparison: PageTab<FromComparison>;
  /** The destination whose card was asked for in the table; undefined for the one that is chosen. */
  #asked: string | undefined;

  constructor(options: TermsTabsOptions) {
    const { extensionUri, openLink } = options;
    this.#options = options;
    this.#card = new PageTab({
      extensionUri,
      id: CARD,
      page: 'card',
      schema: FromCard,
      receive: (message) => {
        if (message.type === 'open-link') void openLink(message.url);
        else if (message.type === 'compare') this.compare();
        else if (message.type === 'answer-question') void this.#options.answer();
      },
    });
    this.#comparison = new PageTab({
      extensionUri,
      id: COMPARISON,
      page: 'comparison',
      schema: FromComparison,
      receive: (message) => {
        if (message.type === 'open-link') void openLink(message.url);
        else if (message.type === 'open-card') this.#showCardOf(message.id);
        else if (message.type === 'change-required') {
          const setting = `${SETTINGS.section}.${SETTINGS.requirements}`;
          void vscode.commands.executeCommand('workbench.action.openSettings', setting);
        }
      },
    });
  }

  /** Shows the card of the destination chosen, or says why there is none. */
  showPolicy(): void {
    const now = this.#options.chosen();
    this.#asked = undefined;
    if (now.ok) {
      this.#card.show(...this.#cardOf(now.policy, now.name, this.#question()));
      reached('policy');
    } else void vscode.window.showWarningMessage(now.text);
  }

  /** Shows the table of all destinations. */
  compare(): void {
    this.#comparison.show(...this.#table());
  }

  /** Every destination, weighed against what is required, and why that is not what is in force, where it is not. */
  compared(): { readonly rows: readonly Compared[]; readonly problem: string | undefined } {
    const { problem, t } = this.#options;
    const wrong = problem();
    return {
      rows: this.#rows(),
      problem: wrong === undefined ? undefined : t('{0} What stands here is the built-in catalogue.', wrong),
    };
  }

  /** Other settings hold: what is open is brought up to date. */
  update(): void {
    if (this.#comparison.isOpen) this.#comparison.update(...this.#table());
    if (!this.#card.isOpen) return;
    const row = this.#asked === undefined ? undefined : this.#rowOf(this.#asked);
    const now = this.#options.chosen();
    if (row !== undefined) this.#card.update(...this.#cardOf(row.policy, nameOf(row)));
    else if (now.ok) this.#card.update(...this.#cardOf(now.policy, now.name, this.#question()));
  }

  dispose(): void {
    this.#card.dispose();
    this.#comparison.dispose();
  }

  #showCardOf(written: string): void {
    const row = this.#rowOf(written);
    if (row === undefined) return;
    this.#asked = written;
    this.#card.show(...this.#cardOf(row.policy, nameOf(row)));
  }

  #rowOf(written: string): Compared | undefined {
    return this.#rows().find((row) => row.written === written);
  }

  /** What is open about the account behind the destination chosen. */
  #question(): string | undefined {
    const { settings, questionFor } = this.#options;
    const { route } = settings();
    return route.ok ? questionFor(route.route.destination) : undefined;
  }

  #cardOf(policy: DataPolicy, name: string, question?: string): [title: string, message: ToCard] {
    const { settings, lists, t } = this.#options;
    const about = { question, listing: listingOf(lists(), policy.destination, today()) };
    const card = cardView(policy, name, settings().demands.requirements, today(), about, t);
    return [t('Policy: {0}', card.title), { type: 'card', card }];
  }

  #table(): [title: string, message: ToComparison] {
    const { settings, catalogue, t } = this.#options;
    const chosen = this.#chosenOne();
    const comparison = comparisonView(
      {
        ...this.compared(),
        demands: settings().demands.requirements,
        today: today(),
        catalogueAsOf: catalogue().asOf,
        isChosen: (row) => chosen !== undefined && isAt(row, chosen.destination),
      },
      t,
    );
    return [comparison.title, { type: 'comparison', comparison }];
  }

  #rows(): readonly Compared[] {
    const { settings, catalogue, policyFor, t } = this.#options;
    const { custom, demands } = settings();
    // Where requests can be sent to, they are judged as they would be sent.
    const asSent = (one: Listed): Listed => {
      const result = one.models.length === 0 ? undefined : readRoute(one.written, custom, t);
      return result?.ok ? { ...one, destination: result.route.destination } : one;
    };
    const own = custom.flatMap(({ name, model }): Listed[] => {
      const written = `custom/${name}`;
      const result = readRoute(written, custom, t);
      return result.ok ? [{ written, name, models: [model], destination: result.route.destination }] : [];
    });
    const chosen = this.#chosenOne();
    const listed = [...knownDestinations(catalogue()).map(asSent), ...own];
    const extra =
      chosen === undefined || listed.some(({ written }) => written === chosen.written) ? [] : [chosen];
    return compare(policyFor, [...listed, ...extra], demands.requirements, today());
  }

  /** The destination chosen, as a row; a rehearsal counts as what it rehearses. */
  #chosenOne(): Listed | undefined {
    const { settings, catalogue } = this.#options;
    const { route, written } = settings();
    if (!route.ok) return undefined;
    const destination = route.route.destination.rehearses ?? route.route.destination;
    if (destination.provider === DRY_RUN) return undefined;
    const name = catalogue().providers[destination.provider]?.name ?? written;
    return {
      written: written.replace(/^dry-run:/i, ''),
      name,
      models: [destination.model],
      destination,
    };
  }
}

function nameOf({ name, models }: Compared): string {
  return models.length === 0 ? name : `${name} · ${models.join(', ')}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
