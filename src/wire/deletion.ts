/** What a provider says of deleting what was sent to its API. */
export interface Deletion {
  /** Id of the entry in the policy catalogue. */
  readonly provider: string;
  /** A page to ask on, a request to the API that deletes, or that nothing is deleted on request. */
  readonly by: 'page' | 'api' | 'not-at-all';
  readonly url: string;
  /** The day it was last read. */
  readonly asOf: string;
}

/** The providers' own words alone; where there is no row, the sources of the policy are what there is to read. */
export const DELETIONS: readonly Deletion[] = [
  // Named by https://openai.com/policies/privacy-policy/california-privacy-rights-reporting/ of 2025-07-12.
  { provider: 'openai-api', by: 'page', url: 'https://privacy.openai.com/', asOf: '2025-07-12' },
  {
    provider: 'openai-api',
    by: 'api',
    url: 'https://developers.openai.com/api/reference/resources/responses/methods/delete',
    asOf: '2026-11-21',
  },
  {
    provider: 'anthropic-api',
    by: 'not-at-all',
    url: 'https://privacy.claude.com/en/articles/7996875-can-you-delete-data-that-i-sent-via-api',
    asOf: '2026-11-21',
  },
  {
    provider: 'azure-openai',
    by: 'api',
    url: 'https://learn.microsoft.com/en-us/azure/foundry/reference/rest/delete-response',
    asOf: '2026-11-21',
  },
  {
    provider: 'fireworks',
    by: 'api',
    url: 'https://docs.fireworks.ai/api-reference/delete-response',
    asOf: '2026-11-21',
  },
];
