import { kindOf } from '../../detect/kinds.ts';
import type { StandIn } from '../../redact/stand-in.ts';

/**
 * Which file the value of each stand-in came from, by their addresses. A secret goes back only where it came from, as a
 * file written with a secret today is one that something uploads tomorrow; elsewhere the user is asked, once.
 */
export class Origins {
  readonly #files = new Map<string, Set<string>>();

  /** Notes that values came from a file, or may stand in it as the user said so. */
  add(standIns: Iterable<Pick<StandIn, 'name'>>, file: string): void {
    for (const { name } of standIns) {
      const files = this.#files.get(name);
      if (files) files.add(file);
      else this.#files.set(name, new Set([file]));
    }
  }

  /** Those among them that stand for a secret which did not come from that file; each once. */
  foreign(standIns: readonly StandIn[], file: string): readonly StandIn[] {
    const seen = new Map(standIns.map((standIn) => [standIn.name, standIn]));
    return [...seen.values()].filter(
      ({ name, kind }) => kindOf(kind).class === 'secret' && this.#files.get(name)?.has(file) !== true,
    );
  }
}
