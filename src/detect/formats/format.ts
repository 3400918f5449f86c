import type { Severity } from '../finding.ts';
import type { CheckName } from '../checks/checks.ts';

/**
 * One format of a secret, as data. A row is all there is to a format: the engine finds its literal or its context
 * words in one pass over the text, matches `shape` there and nowhere else, and then runs `check`.
 */
export interface Format {
  /** Unique, in kebab case; also the kind of its findings: `github-personal-access-token`. */
  readonly id: string;
  /** The vendor's own name: `GitHub`. */
  readonly provider: string;
  /** As it stands in the middle of a sentence: `GitHub personal access token`. */
  readonly name: string;
  readonly severity: Severity;
  /** Start of its placeholder: `GITHUB_TOKEN`. Letters, digits and underscores, ending in a letter. */
  readonly placeholder: string;
  /** What somebody who has it can do, in a few words: `reads and writes repositories`. */
  readonly opens: string;
  /** Where it is revoked; null where the vendor has no page for it. */
  readonly revoke: string | null;
  /**
   * What the secret itself begins with, each at least three characters, in the vendor's case. A format has
   * these, `anchors` or `near`.
   */
  readonly starts?: readonly string[];
  /**
   * What stands inside the secret, each at least three characters, where its beginning is anybody's: `.atlasv1.`. The
   * secret then begins where the run of its characters begins, or with the nearest of `starts` before it.
   */
  readonly anchors?: readonly string[];
  /** Context words, in lower case, each at least three characters, one of which stands in the name before the value. */
  readonly near?: readonly string[];
  /**
   * Pattern of the whole secret from its first character on, as a regular expression source. Bounded (no `*`, no `+`,
   * no `{n,}`), without groups that capture, without lookbehind, without alternatives that overlap.
   */
  readonly shape: string;
  /** Whether the literal and the shape are matched in any case. */
  readonly ignoreCase?: boolean;
  /**
   * A check on the matched secret that needs no network. A secret that fails it is not this secret; one that
   * passes is said to be verified.
   */
  readonly check?: CheckName;
}
