import type { Receipt } from '../../../../src/wire/receipt.ts';

/** The nth receipt of a made-up row of requests, with anything else in its place. */
export function receiptOf(n: number, over: Partial<Receipt> = {}): Receipt {
  return {
    id: n.toString(16).padStart(32, '0'),
    at: Date.parse('2026-11-20T10:00:00Z') + n * 60_000,
    to: 'openai',
    provider: 'openai-api',
    model: 'gpt-5',
    format: 'chat-completions',
    host: 'api.openai.com',
    endpoint: '/v1/chat/completions',
    bytes: 1234,
    digest: 'ab'.repeat(32),
    redacted: 2,
    letThrough: 1,
    findings: [
      { class: 'secret', redacted: 1, letThrough: 0 },
      { class: 'pii', redacted: 1, letThrough: 1 },
    ],
    facts: [{ fact: 'training', value: 'opt-in', firm: 'firm', src: 'oa-data', asOf: '2026-05-02' }],
    held: { content: { is: 'until', day: '2026-12-20' }, flagged: null },
    ...over,
  };
}
