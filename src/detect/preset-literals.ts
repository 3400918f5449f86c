import type { Bounds } from './survey/bounds.ts';

/** What stands before the login of a URL. */
const BEHIND_SCHEME = '://';

/**
 * What has to stand in a text before a rule of the preset can find anything, by rule. A rule runs only where one of
 * its literals was seen, in any case; a rule that is not listed always runs.
 */
export const PRESET_LITERALS: Readonly<Record<string, readonly string[]>> = {
  // Looks at the name of a file, which a prompt does not have.
  '@secretlint/secretlint-rule-gcp': [],
  '@secretlint/secretlint-rule-privatekey': ['-----BEGIN'],
  '@secretlint/secretlint-rule-npm': ['npm_', '_authToken=', 'x-oauth-basic'],
  '@secretlint/secretlint-rule-basicauth': [BEHIND_SCHEME],
  '@secretlint/secretlint-rule-slack': [
    'xoxb-',
    'xoxp-',
    'xapp-',
    'xoxa-',
    'xoxo-',
    'xoxr-',
    'hooks.slack.com',
  ],
  '@secretlint/secretlint-rule-sendgrid': ['SG.'],
  '@secretlint/secretlint-rule-shopify': ['shppa_', 'shpca_', 'shpat_', 'shpss_'],
  '@secretlint/secretlint-rule-stripe': ['sk_live', 'sk_test', 'rk_live', 'rk_test'],
  '@secretlint/secretlint-rule-gitlab': ['glpat-'],
  '@secretlint/secretlint-rule-grafana': ['glc_', 'glsa_'],
  '@secretlint/secretlint-rule-openai': ['T3BlbkFJ'],
  '@secretlint/secretlint-rule-anthropic': ['sk-ant-api0'],
  '@secretlint/secretlint-rule-groq': ['gsk_'],
  '@secretlint/secretlint-rule-huggingface': ['hf_'],
  '@secretlint/secretlint-rule-linear': ['lin_api_'],
  '@secretlint/secretlint-rule-notion': ['ntn_'],
  '@secretlint/secretlint-rule-1password': ['ops_ey'],
  '@secretlint/secretlint-rule-database-connection-string': ['mongodb', 'mysql', 'postgres'],
  '@secretlint/secretlint-rule-hashicorp-vault': ['hvs.', 'hvb.', 'hvr.'],
  '@secretlint/secretlint-rule-vercel': ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
  '@secretlint/secretlint-rule-databricks': ['dapi'],
  '@secretlint/secretlint-rule-docker': ['dckr_pat_'],
  '@secretlint/secretlint-rule-figma': ['figd_'],
  '@secretlint/secretlint-rule-cloudflare': ['cfk_', 'cfut_', 'cfat_'],
  '@secretlint/secretlint-rule-tailscale': ['tskey-'],
};

/** What has to stand around one of the literals. */
export const boundsOfPreset = (literal: string): Bounds =>
  literal === BEHIND_SCHEME ? { noWebAddress: true } : {};
