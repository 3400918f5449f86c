import * as v from 'valibot';
import { customDetector } from './custom.ts';
import type { Detector, Hit } from './detector.ts';
import { knownValuesDetector } from './own/known-values.ts';
import { hostsOf } from './network/own-hosts.ts';
import { ownTermsDetector } from './own/own-terms.ts';
import { DETECTORS } from './rules.ts';
import { type KindSettings, ScanSettings } from './scan-settings.ts';

/**
 * Everything that looks at a text under these settings.
 * @throws v.ValiError for settings that do not parse.
 */
export function detectorsFor(settings: ScanSettings): readonly Detector[] {
  const { secretPatterns, internalPatterns, terms, domains, kinds, known } = v.parse(ScanSettings, settings);
  const detectors: Detector[] = [
    ...DETECTORS,
    ...(secretPatterns.length > 0 ? [customDetector(secretPatterns, 'secret')] : []),
    ...(internalPatterns.length > 0 ? [customDetector(internalPatterns, 'internal')] : []),
    ...(terms.length > 0 ? [ownTermsDetector(terms)] : []),
    ...(domains.length > 0 ? [hostsOf(domains)] : []),
  ];
  return [
    ...(Object.keys(kinds).length > 0 ? detectors.map((detector) => tuned(detector, kinds)) : detectors),
    // What the workspace keeps secret is switched off by not reading its files, not by kind.
    ...(known.length > 0 ? [knownValuesDetector(known)] : []),
  ];
}

/** A detector without the kinds that are off, before findings are merged: one that is off must not swallow another. */
function tuned(detector: Detector, kinds: KindSettings): Detector {
  return {
    ...detector,
    async find(content, survey) {
      const hits: Hit[] = [];
      for (const hit of await detector.find(content, survey)) {
        const setting = Object.hasOwn(kinds, hit.kind) ? kinds[hit.kind] : undefined;
        if (setting === 'off') continue;
        hits.push(setting === undefined ? hit : { ...hit, severity: setting });
      }
      return hits;
    },
  };
}
