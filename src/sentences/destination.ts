import { ADDRESSES } from '../policy/addresses.ts';
import type { BadDestination } from '../policy/destination.ts';
import type { Translate } from './translate.ts';

/** Why a destination could not be read, and what to write instead. */
export function destinationProblem({ reason, part }: BadDestination, t: Translate): string {
  const example = t('Write provider/model, such as openai/gpt-5, or dry-run.');
  switch (reason) {
    case 'empty':
      return t('No destination is named. {0}', example);
    case 'not-printable':
      return t('The destination holds blanks or characters that cannot be seen. {0}', example);
    case 'too-long':
      return t('The destination is too long. {0}', example);
    case 'no-model':
      return t('{0} lacks a model. {1}', part, example);
    case 'malformed-model':
      return t('{0} is no name of a model. {1}', part, example);
    case 'malformed-endpoint':
      return t('The endpoint has to be a path such as /v1/chat/completions.');
    case 'unknown-provider':
      return t(
        'No provider is called {0}. Known are {1}. {2}',
        part,
        [...ADDRESSES.keys()].join(', '),
        example,
      );
    case 'rehearses-itself':
      return t('A dry run cannot rehearse a dry run. {0}', example);
  }
}
