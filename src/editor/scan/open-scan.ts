import type * as vscode from 'vscode';
import { availableParallelism } from 'node:os';
import type { Airlock } from '../../airlock.ts';
import { withoutAllowed } from '../../detect/allow.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { OwnKeys } from '../own-keys.ts';
import { type DeclaringRules, markedByWorkspace } from '../team/marked.ts';
import type { WindowScanner } from '../window-scanner.ts';
import { WorkspaceScan } from './workspace-scan.ts';

/** What a scan of the workspace takes from the session. */
export interface OpenScanOptions {
  readonly context: vscode.ExtensionContext;
  readonly scanner: WindowScanner;
  readonly airlock: Pick<Airlock, 'deniedAnywhere' | 'rulingsOn'>;
  readonly ownKeys: OwnKeys;
  readonly rules: DeclaringRules;
  /** The values that the user always allows, by their fingerprints. */
  readonly allowed: () => ReadonlySet<string>;
  readonly t: Translate;
}

/** More threads cost more memory than they save time. */
const MOST_THREADS = 4;
/** Values that are compared with those declared to be made up: each takes a blink, and a workspace can hold a million. */
const MOST_COMPARED = 500;

/** The scan of the workspace, by the rules and the scanner of the window. */
export function openScan({
  context,
  scanner,
  airlock,
  ownKeys,
  rules,
  allowed,
  t,
}: OpenScanOptions): WorkspaceScan {
  return new WorkspaceScan({
    extensionUri: context.extensionUri,
    version: versionOf(context.extension.packageJSON),
    ready: () => scanner.settled,
    openScanner() {
      // One processor is left for whoever waits for the editor.
      const others = scanner.openOthers(Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)));
      const marked = markedByWorkspace(others.scan, rules, MOST_COMPARED);
      const scan = withoutAllowed(marked, allowed, (value) => ownKeys.fingerprint(value));
      return { scan, dispose: () => others.dispose() };
    },
    standingOf(file) {
      const denied = airlock.deniedAnywhere(file);
      if (denied !== undefined) return { standing: 'denied', glob: denied.glob };
      const rulings = airlock.rulingsOn(file);
      const narrowed = rulings.find(({ effect }) => effect.does !== 'redact');
      const [ruling] = rulings;
      if (narrowed) return { standing: 'limited', glob: narrowed.glob };
      return ruling ? { standing: 'redacted', glob: ruling.glob } : { standing: 'open' };
    },
    print: (value) => ownKeys.print(value),
    t,
  });
}

function versionOf(manifest: unknown): string | undefined {
  const { version } = Object(manifest) as { readonly version?: unknown };
  return typeof version === 'string' ? version : undefined;
}
