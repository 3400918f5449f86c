import type { Outcome } from '../../src/wire/ledger/ledger.ts';
import { endedLine, sentLine } from '../../src/wire/ledger/line.ts';
import type { Receipt } from '../../src/wire/receipt.ts';
import { receiptOf } from '../unit/wire/ledger/receipts.ts';

const DAY = 86_400_000;

const day = (inDays: number): string => new Date(Date.now() + inDays * DAY).toISOString().slice(0, 10);

/** The lines of a made-up ledger: so many requests over the last days, to destinations of every sort. */
export function madeUpLedger(count: number, days: number): string {
  const places: readonly Partial<Receipt>[] = [
    { to: 'openai', provider: 'openai-api' },
    {
      to: 'anthropic',
      provider: 'anthropic-api',
      model: 'claude-sonnet-4-5',
      host: 'api.anthropic.com',
      findings: [],
      redacted: 0,
      letThrough: 0,
    },
    {
      to: 'deepinfra',
      provider: 'deepinfra',
      model: 'meta-llama/Llama-3.3-70B-Instruct',
      host: 'api.deepinfra.com',
      held: { content: { is: 'nothing' }, flagged: null },
    },
    {
      to: 'nvidia',
      provider: 'nvidia-api-catalog',
      model: 'meta/llama-3.3-70b-instruct',
      host: 'integrate.api.nvidia.com',
      held: { content: { is: 'open', why: 'unknown' }, flagged: null },
      findings: [{ class: 'secret', redacted: 0, letThrough: 1 }],
      redacted: 0,
    },
    {
      to: 'custom/lab',
      provider: null,
      model: 'made-up-model',
      host: 'lab.example.com',
      held: { content: { is: 'open', why: 'until-deleted' }, flagged: null },
    },
  ];
  const endings: readonly Omit<Outcome, 'at'>[] = [
    { how: 'complete', sent: 'yes', status: 200, requestId: 'req_011CabcDEF' },
    { how: 'complete', sent: 'yes', status: 200, requestId: 'chatcmpl-0815' },
    { how: 'stopped', sent: 'yes', status: 200 },
    { how: 'failed', sent: 'yes', status: 429, reason: 'rate-limited', requestId: 'req_rate_limited' },
    { how: 'failed', sent: 'no', reason: 'unreachable' },
  ];
  const lines: string[] = [];
  for (let n = 0; n < count; n++) {
    const ago = days * (1 - n / count);
    const at = Date.now() - ago * DAY;
    const place = places[(n % 7) % places.length] ?? {};
    // The second of them was used a while ago only.
    if (place.to === 'anthropic' && ago < days * 0.6) continue;
    const keeps: Receipt['held'] = {
      content: { is: 'until', day: day(30 - ago) },
      flagged: place.to === 'anthropic' ? { is: 'until', day: day(730 - ago) } : null,
    };
    const receipt = receiptOf(n, { at, held: keeps, bytes: 700 + ((n * 977) % 90_000), ...place });
    lines.push(sentLine(receipt));
    const ending = endings[((n * 5) % 11) % endings.length];
    if (n % 97 !== 5 && ending) lines.push(endedLine(receipt.id, { at: at + 4_000, ...ending }));
  }
  return `${lines.join('\n')}\n`;
}
