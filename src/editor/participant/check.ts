import { type Airlock, messageOf, type Review } from '../../airlock.ts';
import type { FileName } from '../../decide/files.ts';
import { type Finding, ScanFailure } from '../../detect/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { RouteResult } from '../panel/chat-options.ts';
import { findingsAround } from '../redaction/findings-around.ts';
import type { CheckKnown } from './check-answer.ts';
import { type Given, lookedAt } from './looked.ts';
import type { Target } from './policy-answer.ts';

/** A text to look at, and the file it is of. */
export interface Source extends Given {
  readonly file: FileName | undefined;
  /** Whether it stood behind the command: a question more often than something to look at. */
  readonly isTyped?: boolean;
}

/** What there is to look at. */
export interface Sources {
  readonly given: readonly Source[];
  readonly notLooked: CheckKnown['notLooked'];
  /** Whether it is what is open in the editor. */
  readonly inEditor: boolean;
}

type Looking = Pick<Airlock, 'find' | 'weighFound' | 'newConversation'>;

/** Looks through what there is, and weighs it as one prompt by what is known already; no server is asked. */
export async function check(
  { given, notLooked, inEditor }: Sources,
  { target, route }: { readonly target: Target; readonly route: RouteResult },
  airlock: Looking,
  t: Translate,
): Promise<CheckKnown> {
  const scanned: Scanned[] = [];
  const failed: CheckKnown['notLooked'][number][] = [];
  for (const source of given) {
    try {
      const found = await findIn(source, airlock);
      if (source.isTyped !== true || found.length > 0) scanned.push({ source, found });
    } catch (error) {
      if (!(error instanceof ScanFailure)) throw error;
      failed.push({ name: source.name, why: error });
    }
  }
  const weighed = route.ok && scanned.length > 0 ? weigh(scanned, airlock, route.route) : undefined;
  return {
    ...target,
    looked: scanned.map(({ source, found }, i) => lookedAt(source, weighed?.findings[i] ?? found, t)),
    notLooked: [...notLooked, ...failed],
    weighed,
    inEditor,
  };
}

interface Scanned {
  readonly source: Source;
  readonly found: readonly Finding[];
}

async function findIn({ text, pieces }: Source, { find }: Looking): Promise<readonly Finding[]> {
  if (pieces !== undefined) return findingsAround(find, text, pieces);
  const [found] = await find([text]);
  if (found === undefined) throw new ScanFailure('rule-failed');
  return found;
}

function weigh(
  scanned: readonly Scanned[],
  { weighFound, newConversation }: Looking,
  route: Parameters<Airlock['weighFound']>[1],
): Review {
  return weighFound(
    newConversation(),
    route,
    scanned.map(({ source: { text, file } }) => messageOf({ text, file })),
    scanned.map(({ found }) => found),
  );
}
