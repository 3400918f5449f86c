import * as vscode from 'vscode';
import { inForceOf } from '../airlock/team-policy.ts';
import type { RuleSource } from '../decide/paths/verdict.ts';
import { pathLayers, ruleSourceOf } from '../decide/team/path-layers.ts';
import type { PolicySource } from '../decide/team/source.ts';
import type { TeamInForce } from '../decide/team/tighten.ts';
import type { Translate } from '../sentences/translate.ts';
import { IgnoreFiles } from './paths/ignore-files.ts';
import type { Search } from './paths/listed-files.ts';
import { ownSettings } from './setting.ts';
import { readSettings, type Settings } from './settings.ts';
import { type OrganisationFile, PolicyFiles } from './team/policy-files.ts';
import { stopsOf, stopText } from './team/stops.ts';

/** Names differ in more than case on the file systems of the others. */
const IS_CASE_INSENSITIVE = ['win32', 'darwin'].includes(process.platform);

/**
 * What holds in a window: the user's settings, tightened by the policy files of a trusted workspace and of an
 * organisation, with the rules about paths of all of them and of ignore files.
 */
export class WindowRules implements vscode.Disposable {
  readonly #t: Translate;
  readonly #policies: PolicyFiles;
  readonly #ignoreFiles: IgnoreFiles;
  #settings: Settings;
  #team: TeamInForce;

  /**
   * @param onChange called where files changed what holds.
   * @param organisation where an organisation's file lies.
   * @param search finds policy files and ignore files; the editor's own unless said otherwise.
   */
  constructor(
    onChange: () => void,
    t: Translate,
    organisation?: OrganisationFile,
    search?: Search<vscode.Uri>,
  ) {
    this.#t = t;
    const changed = (): void => {
      this.update();
      onChange();
    };
    this.#policies = new PolicyFiles(changed, organisation, search);
    this.#ignoreFiles = new IgnoreFiles(IS_CASE_INSENSITIVE, changed, search);
    [this.#settings, this.#team] = this.#read();
    this.#ignoreFiles.watch(this.#settings.ignoreFiles);
  }

  /** What holds now. */
  get settings(): Settings {
    return this.#settings;
  }

  /** What files demand, what is wrong with them, and where each value comes from. */
  get team(): TeamInForce {
    return this.#team;
  }

  /** Why nothing may be sent from this window, if so. */
  get problem(): string | undefined {
    return stopText(this.#team, this.#isIncomplete(), this.#t);
  }

  /** Resolves once all that is being read has been. */
  get settled(): Promise<unknown> {
    return Promise.all([this.#policies.settled, this.#ignoreFiles.settled]);
  }

  /** Reads the settings anew, and tightens them. */
  update(): void {
    [this.#settings, this.#team] = this.#read();
    this.#ignoreFiles.watch(this.#settings.ignoreFiles);
  }

  /** The file that a rule stands in; undefined for one that stands in none. */
  uriOf({ layer, file }: RuleSource): vscode.Uri | undefined {
    if (layer === 'ignore-file') return this.#ignoreFiles.uriOf(file);
    const policy = this.#policies.policies.find(({ source }) => source.file === file);
    return policy && this.policyUri(policy.source);
  }

  /** Where a policy file lies. */
  policyUri(source: PolicySource): vscode.Uri | undefined {
    return this.#policies.uriOf(source);
  }

  dispose(): void {
    this.#policies.dispose();
    this.#ignoreFiles.dispose();
  }

  #read(): [Settings, TeamInForce] {
    const t = this.#t;
    const { policies } = this.#policies;
    const inForce = (own: Settings): TeamInForce =>
      inForceOf(
        {
          requirements: own.demands.requirements,
          kinds: own.scan.kinds ?? {},
          settings: ownSettings(),
        },
        policies,
      );
    const unlocked = readSettings(t);
    const first = inForce(unlocked);
    // Whoever made a container or a server's image wrote an organisation's file there as well: it may demand, and set nothing.
    const isTheirs = vscode.env.remoteName === undefined;
    if (first.locked.size === 0 || !isTheirs) return [this.#tightened(unlocked, first), first];
    const locked = new Map(Array.from(first.locked, ([name, { value }]) => [name, value]));
    const own = readSettings(t, locked);
    const team = inForce(own);
    return [this.#tightened(own, team), team];
  }

  #tightened(own: Settings, team: TeamInForce): Settings {
    const { scan, demands } = own;
    const { adds } = team;
    return {
      ...own,
      demands: {
        requirements: team.requirements,
        rules: demands.rules,
        raisedFrom: team.raisedFrom,
        paths: pathLayers({
          own: own.paths,
          ignored: this.#ignoreFiles.layers,
          team,
          foldersOf: (source) => this.#policies.foldersOf(source),
          ignoresCase: IS_CASE_INSENSITIVE,
        }),
        destinations: [
          ...team.destinations.flatMap(({ globs, from }) =>
            from.by === 'file' ? [{ globs, source: ruleSourceOf(from.source, from.at.start.line) }] : [],
          ),
          ...stopsOf(team, this.#isIncomplete()),
        ],
      },
      scan: {
        ...scan,
        kinds: team.kinds,
        terms: [...(scan.terms ?? []), ...adds.terms],
        domains: [...(scan.domains ?? []), ...adds.domains],
        internalPatterns: [...(scan.internalPatterns ?? []), ...adds.internalPatterns],
        secretPatterns: [...(scan.secretPatterns ?? []), ...adds.secretPatterns],
      },
    };
  }

  #isIncomplete(): boolean {
    return this.#policies.isIncomplete || this.#ignoreFiles.isIncomplete;
  }
}
