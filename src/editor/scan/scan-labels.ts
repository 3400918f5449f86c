import type { ScanView } from '../../protocol/scan.ts';
import type { Translate } from '../../sentences/translate.ts';

/** The page's own words. */
export function scanLabels(t: Translate): ScanView['labels'] {
  return {
    picture: t('Where it lies'),
    only: t('Show only what lies there'),
    findings: t('Findings'),
    notes: t('What was left out'),
    paths: t('Show the first few'),
    filterFolder: t('Folder'),
    filterKind: t('Kind'),
    filterClass: t('Class'),
    filterStanding: t('File rules'),
    all: t('All'),
    search: t('Search'),
    searchHint: t('File or kind'),
    reset: t('Show all'),
    shown: t('{0} of {1} shown', '{0}', '{1}'),
    page: t('{0} to {1}', '{0}', '{1}'),
    previous: t('Previous page'),
    next: t('Next page'),
    none: t('No finding is like that.'),
    sortBy: t('Sort by'),
    open: t('Open File'),
    exportSarif: t('Export SARIF…'),
    again: t('Scan again'),
  };
}
