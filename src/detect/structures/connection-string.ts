import { excludedIssued, excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { lengthInLine } from './escaped-line.ts';
import { after, before, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

/** What else stands in a connection string: somebody's server, user or database. */
const COMPANION =
  /(?:^|[\s;,"'`{(:&])(?:server|data source|datasource|address|addr|host|hostname|network address|uid|user id|userid|user name|username|user|driver|dsn|database|initial catalog|dbname|port|provider|integrated security|abortconnect|ssl|role|warehouse|account|hostaddr)\s?=\s?[^\s;=]/i;

const PASSWORD =
  /((?:password|passwd|pwd)\s?=\s?)("(?:[^"\r\n]|""){1,256}"(?!")|'(?:[^'\r\n]|''){1,256}'(?!')|\{(?:[^}\r\n]|\}\}){1,256}\}(?!\})|[^;\r\n"]{1,128})/iy;

/** Offset in a stretch behind which the string that an offset stands in begins. */
function stringStart(stretch: string): number {
  return Math.max(stretch.lastIndexOf('\n'), stretch.lastIndexOf('"'), stretch.lastIndexOf('`')) + 1;
}

const isPair = (stretch: string): boolean => COMPANION.test(stretch);

/**
 * The password of ADO.NET, ODBC, libpq and StackExchange.Redis connection strings, which are pairs divided by
 * semicolons, spaces or commas: the value alone.
 */
export const connectionString: Structure = {
  id: 'connection-string',
  literals: ['password=', 'password =', 'passwd=', 'pwd=', 'pwd ='],
  findAt(text, at, onPassed) {
    if (/[A-Za-z0-9_]/.test(text[at - 1] ?? '')) return NOTHING;
    const match = matchAt(PASSWORD, text, at);
    let value = match?.[2];
    if (!match || value === undefined) return NOTHING;
    let start = at + (match[1]?.length ?? 0);

    const lead = before(text, at, 300);
    // A string has one password: what stands before another belongs to another.
    const lower = lead.toLowerCase();
    const other = Math.max(
      lower.lastIndexOf('password'),
      lower.lastIndexOf('passwd'),
      lower.lastIndexOf('pwd'),
    );
    const head = lead.slice(Math.max(stringStart(lead), other + 3));
    const tail = after(text, start + value.length, 160).split(/["\r\n`]/, 1)[0] ?? '';
    const quoted = /^(["'{]).*["'}]$/s.exec(value)?.[1];
    if (quoted) {
      value = value.slice(1, -1);
      start += 1;
    }
    // What divides the pairs says where an unquoted value ends: semicolons, else commas (Redis), else white space (libpq).
    const ahead = head + (quoted ? '' : value) + tail;
    const semicolons = /;\s{0,2}$/.test(head) || (head.trim() === '' && tail.startsWith(';'));
    const commas = !semicolons && /[\w.-]:\d{1,5},(?:[^;]{0,200},)?\s?$/.test(head);
    if (!semicolons && !commas && !/(?:^|\s)\w{2,20}\s?=\s?[^\s,]{1,200}\s+$|^["'\s]*$/.test(head))
      return NOTHING;
    if (!quoted) {
      value = value.slice(0, lengthInLine(text, start, value));
      if (!semicolons) value = value.split(commas ? /,/ : /\s/, 1)[0] ?? '';
      // The string ended with a single quote that was opened before the first pair, or by the language's escape.
      const closing = /^[^']*'[^']*$/.test(head) || head.includes("'") ? value.indexOf("'") : -1;
      if (closing >= 0) value = value.slice(0, closing);
      value = value.replace(/(?:\\+|<\/[\w:]{0,60}>?.*|&quot;.*|\s+)$/s, '');
    }
    if (!semicolons && !commas && !/\b(?:host|dbname|user|port)\s?=/.test(ahead)) return NOTHING;
    if (!commas && !isPair(head) && !isPair(tail) && !isPair(ahead)) return NOTHING;
    // The directory a shell is in, as sudo logs it beside its user.
    if (text.startsWith('PWD', at) && /^[~/]/.test(value)) return NOTHING;
    const piece = { start, end: start + value.length };
    return unlessExcluded(excludedPassword(value), 'connection-password', piece, 'context', onPassed);
  },
};

const AZURE_KEY =
  /((?:AccountKey|SharedAccessKey|Secret|PrimaryKey|SecondaryKey)\s?=\s?)([A-Za-z0-9+/_-]{20,200}={0,2})(?![A-Za-z0-9+/=_-])/iy;
const AZURE_COMPANION =
  /(?:AccountName|AccountEndpoint|Endpoint|SharedAccessKeyName|HostName|DeviceId|DefaultEndpointsProtocol|EndpointSuffix|Id)\s?=/i;

/** Keys in Azure's connection strings: Storage, Service Bus, Event Hubs, Cosmos DB, IoT Hub, App Configuration. */
export const azureConnectionString: Structure = {
  id: 'azure-connection-string',
  literals: ['accountkey=', 'sharedaccesskey=', ';secret=', 'accountkey =', 'sharedaccesskey ='],
  findAt(text, at, onPassed) {
    const from = text[at] === ';' ? at + 1 : at;
    const match = matchAt(AZURE_KEY, text, from);
    const key = match?.[2];
    if (!match || key === undefined) return NOTHING;
    const start = from + (match[1]?.length ?? 0);
    const around = before(text, from, 400) + after(text, start + key.length, 200);
    if (!AZURE_COMPANION.test(around)) return NOTHING;
    if (/^secret/i.test(match[0]) && !/Endpoint\s?=\s?https?:\/\//i.test(around)) return NOTHING;
    const piece = { start, end: start + key.length };
    return unlessExcluded(excludedIssued(key), 'azure-access-key', piece, 'shape', onPassed);
  },
};
