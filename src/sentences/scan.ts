import type { Standing } from '../decide/standing.ts';
import type { Evidence, FindingClass } from '../detect/finding.ts';
import { kindOf, revokedAt } from '../detect/kinds.ts';
import type { SkippedWhy, UnseenWhy } from '../detect/left-out.ts';
import { findingReason, kindName } from './finding.ts';
import { localeOf } from './locale.ts';
import { declaredText } from './test-values.ts';
import type { Translate } from './translate.ts';

/** What was not gone into, and how much of it. */
export function skippedSentence(why: SkippedWhy, count: number, t: Translate): string {
  switch (why) {
    case 'version-control':
      return t('Folders of version control, not gone into: {0}', count);
    case 'dependencies':
      return t('Folders with what others wrote, such as node_modules, not gone into: {0}', count);
    case 'excluded':
      return t('Left out by files.exclude or search.exclude: {0}', count);
    case 'link':
      return t(
        'Links, not followed: {0}. What one leads to within the folder is looked into there; outside it is not.',
        count,
      );
    case 'special':
      return t('Pipes, sockets and devices, left alone: {0}', count);
    case 'too-many':
      return t('Too many files to look at; left out at least: {0}', count);
    case 'too-deep':
      return t('Folders that lie too deep, not gone into: {0}', count);
    case 'unlisted':
      return t('Folders whose files cannot be listed: {0}. See that they are yours to read.', count);
  }
}

/** Which files were not looked into, and how many. */
export function unseenSentence(why: UnseenWhy, count: number, t: Translate): string {
  switch (why) {
    case 'binary':
      return t('Files that are no text: {0}', count);
    case 'too-large':
      return t('Files over 10 MB, which are not sent as text either: {0}', count);
    case 'unreadable':
      return t('Files that cannot be read: {0}. See that they are yours to read.', count);
    case 'scan-failed':
      return t('Files over which the scanner failed: {0}. What is in them is not known.', count);
  }
}

/** Files that were counted and not listed. */
export function unlistedSentence(count: number, t: Translate): string {
  return t('Files with findings that are counted and, for their number, not all listed: {0}', count);
}

/** What may become of a file. */
export function standingText(standing: Standing, t: Translate): string {
  switch (standing) {
    case 'open':
      return t('may leave');
    case 'limited':
      return t('to some destinations only');
    case 'redacted':
      return t('leaves redacted only');
    case 'denied':
      return t('may not leave');
  }
}

/** The same of all findings of a class, by what they are shown as beside each other. */
export function riskText(className: FindingClass, t: Translate): string {
  switch (className) {
    case 'secret':
      return t('Secrets');
    case 'pii':
      return t('Personal');
    case 'internal':
      return t('Internal');
    case 'path':
      return t('File rules');
    case 'opaque':
      return t('Not looked into');
  }
}

/** What people read in a report that programs read. */
export function sarifWords(t: Translate) {
  return {
    locale: localeOf(t),
    rule: (kind: string) => ({
      name: kindName(kind, t),
      help: t('Whoever has it: {0}', t(kindOf(kind).opens)),
      page: revokedAt(kind),
    }),
    result(
      of: { readonly kind: string; readonly evidence: Evidence },
      standing: Standing,
      more: number,
    ): string {
      const parts = [`${kindName(of.kind, t)}: ${findingReason(of, t)}`];
      if (standing !== 'open') parts.push(t('A rule about the file: {0}.', standingText(standing, t)));
      if (more > 0) parts.push(t('Further ones of the kind in this file: {0}.', more));
      return parts.join(' · ');
    },
    declared: (file: string) => declaredText(file, t),
    skipped: (why: SkippedWhy, count: number) => skippedSentence(why, count, t),
    unseen: (why: UnseenWhy, count: number) => unseenSentence(why, count, t),
    unlisted: (count: number) => unlistedSentence(count, t),
  };
}
