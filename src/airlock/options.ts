import type { AllowedDestinations } from '../decide/decision.ts';
import type { PathLayer } from '../decide/paths/verdict.ts';
import type { UserRule } from '../decide/user-rules.ts';
import type { Scan, Severity } from '../detect/finding.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import type { Known } from '../policy/prepare.ts';
import type { Clauses } from '../policy/requirements.ts';
import type { Style } from '../redact/stand-in.ts';
import type { ReceiptKey } from '../wire/body-macs.ts';
import type { Transport } from '../wire/gate.ts';
import type { Ledger } from '../wire/ledger/ledger.ts';
import type { Served } from '../wire/local-server.ts';
import type { Timers } from '../wire/patience.ts';

/** What the airlock needs from outside. */
export interface AirlockOptions {
  /** Looks at every text; supervised, and remembering what it has seen. */
  readonly scan: Scan;
  /** Asked for at each use: another may take its place. */
  readonly catalogue: Catalogue;
  readonly transport: Transport;
  /** Time for the pauses between tries. */
  readonly timers?: Timers;
  readonly now: () => Date;
  /** What the user demands of destinations, and decided for some findings; asked for at each review. */
  readonly demands?: () => Demands;
  /** What the user stated of accounts; asked for each time, the same object for as long as nothing has changed. */
  readonly known?: () => Known;
  /** Asks a server on loopback whether it serves a model itself; without it none is taken for this machine. */
  readonly askLocal?: (host: string, model: string) => Promise<Served>;
  /** How the stand-ins for values of a kind look; asked for at each new value. Placeholders without it. */
  readonly styleOf?: (kind: string) => Style;
  /** The key that bodies are signed with for their receipts. */
  readonly receiptKey: () => Promise<ReceiptKey>;
  /** Where it is written down what left; nothing is where it is left out. A rehearsal is never written down. */
  readonly ledger?: Ledger;
}

/** What the user demands and decided, wherever the defaults would have it otherwise. */
export interface Demands {
  readonly requirements: Clauses;
  readonly rules: readonly UserRule[];
  /** By kind: the severity that the user's own settings give it, where a policy file raised it. Rules about both hold. */
  readonly raisedFrom?: ReadonlyMap<string, Severity>;
  /** All who say something of paths; the strictest of them holds. */
  readonly paths?: readonly PathLayer[];
  /** Lists of which a destination has to be on every one. */
  readonly destinations?: readonly AllowedDestinations[];
}
