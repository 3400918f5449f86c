import type { StartView } from '../../protocol/start.ts';
import type { Translate } from '../../sentences/translate.ts';

/**
 * What an empty panel offers to begin with.
 * @param sends whether something leaves for the destination chosen; a dry run sends nothing.
 * @param tour whether the walkthrough is still offered.
 */
export function startsOf({ sends, tour }: { sends: boolean; tour: boolean }, t: Translate): StartView[] {
  const starts: StartView[] = [
    {
      id: 'example',
      icon: 'beaker',
      label: t('Try it with an example'),
      detail: sends
        ? t('Made-up values come into the prompt; Enter shows what is found before anything is sent.')
        : t(
            'Made-up values come into the prompt; Enter shows what is found, then the exact request. Nothing leaves.',
          ),
    },
    {
      id: 'destination',
      icon: 'arrow-swap',
      label: t('Choose a destination'),
      detail: t('Every model has its policy beside it; those on this machine need no key.'),
    },
    {
      id: 'requirements',
      icon: 'checklist',
      label: t('Say what you require'),
      detail: t('No training, say, or nothing kept: what misses it is blocked.'),
    },
  ];
  if (tour)
    starts.push({
      id: 'tour',
      icon: 'rocket',
      label: t('Get started in five steps'),
      detail: t('A dry run, a redaction, a policy, what you require, a key.'),
    });
  return starts;
}
