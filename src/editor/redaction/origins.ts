import { kindOf } from '../../detect/kinds.ts';
import type { StandIn } from '../../redact/stand-in.ts';

/**
 * Which file the value of each stand-in came from, by their addresses; those of any vault, as long as it is there. A secret goes back only where it came from, as a
 * file written with a secret today is one that something uploads tomorrow; elsewhere the user is asked, once.
 */
export class Origins {
  readonly #files = new WeakMap<StandIn, Set<string>>();

  /** Notes that values came from a file, or may stand in it as the user said so. */
  add(standIns: Iterable<StandIn>, file: string): void {
    for (const standIn of standIns) {
      const files = this.#files.get(standIn);
      if (files) files.add(file);
      else this.#files.set(standIn, new Set([file]));
    }
  }

  /** Those among them that stand for a secret which did not come from that file; each once. */
  foreign(standIns: readonly StandIn[], file: string): readonly StandIn[] {
    return [...new Set(standIns)].filter(
      (standIn) => kindOf(standIn.kind).class === 'secret' && this.#files.get(standIn)?.has(file) !== true,
    );
  }
}
