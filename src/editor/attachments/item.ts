import type { Finding } from '../../detect/finding.ts';
import type { Attached } from '../panel/attached.ts';
import type { Content, Source } from './source.ts';

/** The conversation's side: what goes with the next prompt. */
export interface Holder {
  readonly attached: readonly Attached[];
  /** What has the same id gives way. */
  attach(list: readonly Attached[]): void;
  detach(ids: readonly string[]): void;
}

/** Something that was attached, and how far it is. */
export interface Item {
  readonly id: string;
  readonly source: Source;
  /** Read from its place, looked through for what is in it, or both done. */
  readonly state: 'reading' | 'looking' | 'done';
  /** Files read so far, where it has several. */
  readonly files: number;
  readonly content: Content | undefined;
  /** What was found in it; undefined as long as it was not looked through. */
  readonly found: readonly Finding[] | undefined;
  /** Whether it is not any more what it was when it was attached or opened. */
  readonly changed: boolean;
}

/** What turned out just before a prompt was to leave. */
export interface Surprise {
  readonly name: string;
  readonly is: 'changed' | 'gone';
}

/** Whether anything of it goes. */
export function goes({ content }: Item): boolean {
  return (content?.pieces.length ?? 0) > 0;
}

/** Whether there is nothing of it any more. */
export function isGone({ content }: Item): boolean {
  return content?.leftOut[0]?.why === 'gone' && content.pieces.length === 0;
}
