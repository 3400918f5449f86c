import { awsAccessKeyId } from './aws-access-key-id.ts';
import { base58check } from './base58.ts';
import { bech32 } from './bech32.ts';
import { base62Crc32, cloudflareCrc32, gitlabCrc32, grafanaCrc32, nkeyCrc16 } from './checksummed.ts';
import { base64Json, discordBot, jwt, macaroon } from './inside.ts';
import type { Check } from './verdict.ts';

/** Checks on a matched secret that need no network; each is a pure function of the secret. */
export type CheckName =
  | 'github-crc32'
  | 'npm-crc32'
  | 'grafana-crc32'
  | 'gitlab-crc32'
  | 'cloudflare-crc32'
  | 'aws-access-key-id'
  | 'jwt'
  | 'base58check'
  | 'bech32'
  | 'base64-json'
  | 'macaroon'
  | 'discord-bot'
  | 'nkey-crc16';

/** Every check by its name. */
export const CHECKS: Readonly<Record<CheckName, Check>> = {
  'github-crc32': base62Crc32,
  'npm-crc32': base62Crc32,
  'grafana-crc32': grafanaCrc32,
  'gitlab-crc32': gitlabCrc32,
  'cloudflare-crc32': cloudflareCrc32,
  'aws-access-key-id': awsAccessKeyId,
  jwt,
  base58check,
  bech32,
  'base64-json': base64Json,
  macaroon,
  'discord-bot': discordBot,
  'nkey-crc16': nkeyCrc16,
};
