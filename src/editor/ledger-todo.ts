import type { Catalogue } from '../policy/catalogue.ts';
import type { LaneView } from '../protocol/ledger.ts';
import type { Translate } from '../sentences/translate.ts';
import { type Deletion, DELETIONS } from '../wire/deletion.ts';
import { presetOf } from '../wire/presets.ts';
import type { Lane } from './ledger-lanes.ts';

type Step = LaneView['todo']['steps'][number];

/** What can be done now about what a destination holds. */
export function todoOf({ to, entries, held }: Lane, catalogue: Catalogue, t: Translate): LaneView['todo'] {
  const provider = entries[0]?.sent.provider ?? '';
  const secrets = entries.reduce(
    (sum, { sent, ended }) =>
      ended?.sent === 'no'
        ? sum
        : sum + (sent.findings.find((row) => row.class === 'secret')?.letThrough ?? 0),
    0,
  );
  // Whose terms hold at an address of one's own is not who issued its key.
  const keyPage = to.startsWith('custom/') ? undefined : presetOf(provider)?.keyPage;
  return {
    copy: held.length > 0,
    steps: [
      ...(secrets > 0
        ? [step(t('Secrets went there as they were ({0}): replace each where it was issued.', secrets))]
        : []),
      ...(held.length === 0
        ? [step(t('By its terms it holds nothing of yours any more: there is nothing to ask for.'))]
        : [...deletionSteps(provider, held, t), ...termsStep(entries, catalogue, t)]),
      ...(keyPage === undefined
        ? []
        : [step(t('Replace or revoke the API key.'), t('Its page for API keys'), keyPage)]),
    ],
  };
}

function deletionSteps(provider: string, held: Lane['held'], t: Translate): Step[] {
  // Only what was sent to be stored there can be deleted by its id.
  const stored = held.some(({ sent }) => sent.format === 'responses');
  const rows = DELETIONS.filter((row) => row.provider === provider && (row.by !== 'api' || stored));
  if (rows.length === 0)
    return [step(t('No page for deletion requests is known of it; its terms say whom to write to.'))];
  const words: Record<Deletion['by'], readonly [text: string, label: string]> = {
    page: [t('Ask it to delete what it holds.'), t('Its page for privacy requests')],
    api: [t('A response that it stores can be deleted by its id.'), t('How its API deletes a response')],
    'not-at-all': [
      t('It says that it deletes nothing of the API on request: it goes when its time is over.'),
      t('What it says of deletion'),
    ],
  };
  return rows.map(({ by, url, asOf }) => {
    const [text, label] = words[by];
    return step(text, t('{0}, as of {1}', label, asOf), url);
  });
}

/** The source of what is kept, or of anything else that is known of it, to be read once more. */
function termsStep(entries: Lane['entries'], { sources, providers }: Catalogue, t: Translate): Step[] {
  const { facts = [], provider } = entries[0]?.sent ?? {};
  const ids = [
    ...facts.filter(({ fact }) => fact === 'retention').map(({ src }) => src),
    ...facts.map(({ src }) => src),
    ...(providers[provider ?? '']?.baseCites ?? []).map(({ src }) => src),
  ];
  for (const id of ids) {
    const source = id === null ? undefined : sources[id];
    if (source?.url) return [step(t('Read what it says of keeping.'), source.title, source.url)];
  }
  return [];
}

function step(text: string, label = '', url = ''): Step {
  return { text, link: url === '' ? null : { label, url } };
}
