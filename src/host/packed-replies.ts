/** How answers of the scanner's threads travel. */
import type { AsideReply } from '../detect/aside.ts';
import type { Finding } from '../detect/finding.ts';
import { type Packed, packed, unpacked } from '../detect/packed.ts';
import type { ScanReply } from '../detect/serve.ts';

/** An answer whose lists of findings are packed; one without any is as it was. */
type PackedReply<Reply, List extends string> =
  | Exclude<Reply, { readonly [list in List]: unknown }>
  | { readonly id: number; readonly lists: readonly Packed[] };

export type PackedScanReply = PackedReply<ScanReply, 'findings'>;
export type PackedAsideReply = PackedReply<AsideReply, 'each'>;

export function packedScanReply(reply: ScanReply): PackedScanReply {
  return 'findings' in reply ? { id: reply.id, lists: reply.findings.map(packed) } : reply;
}

export function packedAsideReply(reply: AsideReply): PackedAsideReply {
  return 'each' in reply ? { id: reply.id, lists: reply.each.map(packed) } : reply;
}

/** The answer as it was; one that is not whole is a failure. */
export function unpackedScanReply(reply: PackedScanReply): ScanReply {
  if (!('lists' in reply)) return reply;
  const findings = unpackedAll(reply.lists);
  return findings ? { id: reply.id, findings } : { id: reply.id, failure: 'rule-failed' };
}

/** The answer as it was; one that is not whole is a failure. */
export function unpackedAsideReply(reply: PackedAsideReply): AsideReply {
  if (!('lists' in reply)) return reply;
  const each = unpackedAll(reply.lists);
  return each ? { id: reply.id, each } : { id: reply.id, failure: 'rule-failed' };
}

function unpackedAll(lists: readonly Packed[]): Finding[][] | undefined {
  try {
    return lists.map(unpacked);
  } catch {
    // Nothing of it is shown to anybody: it is not known what it is.
    return undefined;
  }
}
