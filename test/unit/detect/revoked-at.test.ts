import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isKind, KIND_IDS, kindOf, revokedAt } from '../../../src/detect/kinds.ts';

/** Vendors whose keys are leaked most; each has a page. */
const VENDORS: readonly string[] = [
  'anthropic-api-key',
  'atlassian-api-token',
  'aws-access-key-id',
  'aws-secret-access-key',
  'azure-access-key',
  'azure-client-secret',
  'cloudflare-token',
  'datadog-api-key',
  'digitalocean-token',
  'discord-bot-token',
  'docker-token',
  'figma-token',
  'gcp-service-account',
  'github-token',
  'gitlab-token',
  'google-api-key',
  'grafana-token',
  'heroku-api-key',
  'huggingface-token',
  'linear-api-key',
  'mailgun-api-key',
  'netlify-access-token',
  'notion-token',
  'npm-token',
  'openai-api-key',
  'postman-api-key',
  'pypi-token',
  'sendgrid-key',
  'sentry-user-token',
  'shopify-token',
  'slack-token',
  'slack-webhook',
  'stripe-live-key',
  'supabase-access-token',
  'telegram-bot-api-token',
  'twilio-api-key',
  'vercel-token',
];

describe('the page where a secret is revoked', () => {
  for (const kind of VENDORS) {
    it(`is known for ${kind}`, () => {
      assert.ok(isKind(kind));
      assert.match(revokedAt(kind) ?? '', /^https:\/\/[\w.-]+\/|^https:\/\/[\w.-]+$/);
    });
  }

  it('is an address by itself, which says nothing of whoever opens it', () => {
    for (const kind of KIND_IDS) {
      const page = revokedAt(kind);
      if (page === undefined) continue;
      const { protocol, username, password, port, hostname } = new URL(page);
      assert.deepEqual(
        { protocol, username, password, port },
        { protocol: 'https:', username: '', password: '', port: '' },
        kind,
      );
      assert.ok(hostname.includes('.'), kind);
      assert.ok(!/[{}<>$%\s]/.test(page), `${kind}: nothing is filled in`);
    }
  });

  it('is there for secrets alone', () => {
    const others = KIND_IDS.filter((kind) => kindOf(kind).row !== 'secret' && revokedAt(kind) !== undefined);
    assert.deepEqual(others, []);
  });
});
