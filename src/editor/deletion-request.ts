import type { Translate } from '../sentences/translate.ts';
import type { Lane } from './ledger-lanes.ts';

/** More would fit into no form. */
const MOST_LISTED = 1_000;

/** A text that asks a destination to delete what it may still hold: times, ids and models, and nothing of a content. */
export function deletionRequest({ held }: Lane, name: string, t: Translate): string {
  const hosts = [...new Set(held.map(({ sent }) => sent.host))].join(', ');
  const rows = held.slice(0, MOST_LISTED).map(({ sent, ended }) => {
    const time = new Date(sent.at).toISOString();
    return [time, ended?.requestId ?? t('no id given'), sent.model].join('\t');
  });
  return [
    t('To {0}:', name),
    '',
    t(
      'Please delete the content of the following requests to {0} and of your answers to them, wherever you keep it, logs and backups included, and confirm that it is done.',
      hosts,
    ),
    '',
    [t('Time (UTC)'), t('Request id'), t('Model')].join('\t'),
    ...rows,
    ...(held.length > MOST_LISTED ? [t('and {0} earlier ones', held.length - MOST_LISTED)] : []),
    '',
  ].join('\n');
}
