import { excludedIssued, excludedLogin, excludedPassword } from '../exclusions/exclusions.ts';
import type { OnPassed } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { decodeLogin } from './base64.ts';
import { commandBefore, matchAt, NOTHING, type Piece, valueAt } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

/** Between a header's name and its value: `: `, `": "`, `', '`, `"] = "`, `=>`, `", "Value": "`, with escaped quotes. */
const TO_VALUE = String.raw`\\{0,3}["'\`]?\]?\)?[ \t]{0,8}(?:=>|:=|[:=,])[ \t]{0,8}(?:[bfrLu$@](?=["'\`]))?\\{0,3}["'\`]?[ \t]{0,4}`;
/** What stands in for a value; matched so that it can be named when it is let pass. */
const STAND_IN = String.raw`\$\{[^{}\r\n]{1,80}\}|\{\{[^{}\r\n]{1,80}\}\}|<[^<>\r\n]{1,80}>`;
const TOKEN = String.raw`(?:${STAND_IN}|[^\s"'\`<>\\,;(){}[\]]{2,4096})`;

const AUTHORIZATION = new RegExp(
  String.raw`((?:http_)?authorization${TO_VALUE}(?:([A-Za-z][A-Za-z0-9_-]{1,30})(?:[ \t]{1,4}|=)(?:(?:token|key)=\\?"?)?)?)(${TOKEN})`,
  'iy',
);
/** Schemes whose parameters are no credential by themselves. */
const SIGNED =
  /^(?:digest|aws4-hmac-sha256|aws|oauth|hawk|signature|sharedkey|sharedkeylite|negotiate|ntlm|scram-.*)$/i;

/** What a value is worth behind a scheme. */
function judge(scheme: string, value: Piece, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const text = value.value;
  if (/^basic$/i.test(scheme)) {
    const login = decodeLogin(text);
    if (!login || login.password === '') return NOTHING;
    const why = excludedLogin(login.user, login.password);
    return unlessExcluded(why, 'authorization', value, 'check', onPassed);
  }
  if (SIGNED.test(scheme)) return NOTHING;
  return unlessExcluded(excludedIssued(text), 'authorization', value, 'context', onPassed);
}

/** The piece without the punctuation of a sentence behind it. */
function withoutTail(piece: Piece): Piece {
  let length = piece.value.length;
  while (length > 0 && '.:!?*'.includes(piece.value[length - 1] ?? '')) length--;
  return { start: piece.start, end: piece.start + length, value: piece.value.slice(0, length) };
}

/** The credential of an `Authorization` or `Proxy-Authorization` header, in HTTP, `curl -H` and code. */
export const authorizationHeader: Structure = {
  id: 'authorization-header',
  literals: ['authorization'],
  findAt(text, at, onPassed) {
    const match = matchAt(AUTHORIZATION, text, at);
    const value = match?.[3];
    if (!match || value === undefined) return NOTHING;
    const start = at + (match[1]?.length ?? 0);
    return judge(match[2] ?? '', withoutTail({ start, end: start + value.length, value }), onPassed);
  },
};

const SCHEMED = new RegExp(String.raw`((bearer|basic)(?:[ \t]{1,4}|%20))(${TOKEN})`, 'iy');

/** A credential behind its scheme, where no header's name stands before it: `auth = "Bearer …"`. */
export const schemedCredential: Structure = {
  id: 'schemed-credential',
  literals: ['bearer ', 'basic ', 'bearer%20'],
  findAt(text, at, onPassed) {
    if (/[\w-]/.test(text[at - 1] ?? '')) return NOTHING;
    const match = matchAt(SCHEMED, text, at);
    const value = match?.[3];
    if (!match || value === undefined || value.length < 12) return NOTHING;
    const start = at + (match[1]?.length ?? 0);
    // Prose speaks of bearer tokens and basic things; an issued one has digits, which `excludedIssued` asks for.
    return judge(match[2] ?? '', withoutTail({ start, end: start + value.length, value }), onPassed);
  },
};

/** Of a key one colon may be a part; a line of headers has more. */
const KEY = String.raw`[^\s"'\`<>\\,;:(){}[\]]{2,2048}`;
const KEY_HEADER = new RegExp(
  String.raw`((?:[a-z0-9]{1,20}-){0,4}(?:api-?key|token|auth-key|access-key|secret|key|auth)${TO_VALUE}(?:(?:bearer|token)[ \t])?)(${STAND_IN}|${KEY}(?::${KEY})?)`,
  'iy',
);

/** Headers that carry a key: `X-Api-Key`, `X-Auth-Token`, `PRIVATE-TOKEN`, and the vendors' own. */
export const keyHeader: Structure = {
  id: 'key-header',
  literals: [
    'x-api-key',
    'x-auth-token',
    'x-auth-key',
    'x-access-token',
    'x-vault-token',
    'x-token',
    'x-api-token',
    'x-goog-api-key',
    'x-functions-key',
    'x-rapidapi-key',
    'x-amz-security-token',
    'x-figma-token',
    'x-shopify-access-token',
    'x-api-secret',
    'x-hub-token',
    'x-consul-token',
    'x-nomad-token',
    'x-n8n-api-key',
    'x-algolia-api-key',
    'x-typesense-api-key',
    'x-master-key',
    'x-parse-master-key',
    'x-service-token',
    'x-internal-token',
    'x-webhook-secret',
    'x-app-key',
    'dd-api-key',
    'dd-application-key',
    'private-token',
    'job-token',
    'deploy-token',
    'circle-token',
    'ocp-apim-subscription-key',
    'api-key:',
    'apikey:',
  ],
  findAt(text, at, onPassed) {
    if (/[\w-]/.test(text[at - 1] ?? '')) return NOTHING;
    const value = valueAt(KEY_HEADER, text, at);
    if (!value) return NOTHING;
    const piece = withoutTail(value);
    return unlessExcluded(excludedIssued(piece.value), 'authorization', piece, 'context', onPassed);
  },
};

const USER_OPTION =
  /( ?(?:-u|--user|--proxy-user|-U|--http-user|-a|--auth)[ =]?(["']?)([^\s:"'$]{0,128})(?:["'](?=:))?:(["']?))([^\s"'\\]{1,256})/y;
const QUOTED_PASSWORD = /[^"'\r\n\\]{1,256}(?=["'])/y;
const CLIENT =
  /^[\s`$("'>#]{0,20}(?:[\w./-]{1,60}\s{1,8})?(?:curl|wget|https?|xh|hurl)(?:\.exe)?(?:\s|$)|(?:^|[^\w.-])(?:curl|wget)(?:\.exe)?(?:\s|$)/;

/** The password of `curl -u user:password` and its like. */
export const curlUser: Structure = {
  id: 'curl-user',
  literals: [' -u', ' --user', '--proxy-user', ' -a ', ' --auth'],
  findAt(text, at, onPassed) {
    const match = matchAt(USER_OPTION, text, at);
    const [, lead, around, user, inner, word] = match ?? [];
    const quote = inner || around;
    if (lead === undefined || user === undefined || word === undefined) return NOTHING;
    const password = (quote && matchAt(QUOTED_PASSWORD, text, at + lead.length)?.[0]) || word;
    if (!CLIENT.test(commandBefore(text, at))) return NOTHING;
    const start = at + lead.length;
    const piece = { start, end: start + password.length };
    return unlessExcluded(excludedLogin(user, password), 'login-password', piece, 'context', onPassed);
  },
};

const COOKIE = /(?:set-)?cookie\\{0,3}["']?\]?[ \t]{0,4}(?:=>|[:=,])[ \t]{0,4}\\{0,3}["'`]?/iy;
const PAIR =
  /([A-Za-z0-9_.$!-]{1,80})=([^\s;"'`<>\\,=]{0,4096}(?:=[^\s;"'`<>\\,=]{1,2048}){0,4}={0,2})(?:;[ \t]{0,2})?/y;
const SESSION =
  /^(?:(?:__host-|__secure-)?(?:[a-z0-9]{1,30}[_.-]){0,4}(?:session|sess|sid|token|auth|jwt|sessionid|sessid|session[_-]?id|session[_-]?token|access[_-]?token|refresh[_-]?token|id[_-]?token|authtoken|login|remember[_-]?me|remember[_-]?token|sso|ticket)(?:[_.-]?(?:id|token|key|[0-9a-f]{1,40}))?|connect\.sid|jsessionid|phpsessid|asp\.net_sessionid|aspsessionid[a-z]{4,12}|\.aspxauth|\.aspnetcore\.[\w.]{1,40}|laravel_session|user_session|li_at|sapisid|apisid|hsid|ssid|cf_authorization|wordpress_logged_in_[0-9a-f]{32}|remember_web_[0-9a-f]{40})$/i;
/** The longest list of cookies looked at, in UTF-16 code units. */
const LONGEST_COOKIES = 8192;
const NOT_SESSION = /csrf|xsrf/i;

/** Values of the cookies that keep somebody logged in; the other cookies stay. */
export const sessionCookie: Structure = {
  id: 'session-cookie',
  literals: ['cookie:', 'cookie":', "cookie':", 'cookie=', 'cookie =', 'cookie",', "cookie',", 'cookie\\":'],
  findAt(text, at, onPassed) {
    const opening = matchAt(COOKIE, text, at);
    if (!opening) return NOTHING;
    const found: StructureHit[] = [];
    let next = at + opening[0].length;
    for (let pairs = 0; pairs < 60; pairs++) {
      const pair = matchAt(PAIR, text, next);
      const [all, name, value] = pair ?? [];
      if (all === undefined || name === undefined || value === undefined) break;
      if (SESSION.test(name) && !NOT_SESSION.test(name)) {
        const start = next + name.length + 1;
        const piece = { start, end: start + value.length };
        found.push(...unlessExcluded(excludedIssued(value), 'session-cookie', piece, 'context', onPassed));
      }
      next += all.length;
      if (!/;[ \t]{0,2}$/.test(all.slice(-3)) || next - at > LONGEST_COOKIES) break;
    }
    return found;
  },
};

/** Other arguments, between a command and the option that takes its password. */
const OTHERS = String.raw`(?:[ \t](?:[^\r\n;|&"']|"[^"\r\n]{0,120}"|'[^'\r\n]{0,120}'){0,200}?)?`;
const CLIENT_PASSWORD = new RegExp(
  String.raw`((?:sshpass[ \t]{1,4}-p[ \t]?|` +
    // Of these, an option and a blank are all that asks for a password: `mysql -u root -p shop` opens the database shop.
    String.raw`(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)${OTHERS}[ \t](?:--password=|--pass=|-p(?=\S))|` +
    String.raw`(?:mongosh|mongo|mongodump|redis-cli|docker[ \t]{1,4}login|podman[ \t]{1,4}login|helm|wget|az[ \t]{1,4}login|sqlcmd|ldapsearch|kinit|smbclient|htpasswd|ansible)${OTHERS}[ \t](?:--(?:http-|ftp-)?password[= ]|--pass[= ]|-p(?=\S)|-a[ \t]|-p[ \t]|-P[ \t]|-w[ \t]))["']?)([^\s"'\\]{2,128})`,
  'iy',
);

/** Passwords in the arguments of database and registry clients: `mysql -pS…`, `docker login -p`, `sshpass -p`. */
export const clientPassword: Structure = {
  id: 'client-password',
  literals: [
    'sshpass ',
    'mysql ',
    'mysqldump ',
    'mongosh ',
    'mongodump ',
    'redis-cli ',
    'docker login',
    'podman login',
    'sqlcmd ',
    'ldapsearch ',
  ],
  findAt(text, at, onPassed) {
    if (/[\w-]/.test(text[at - 1] ?? '')) return NOTHING;
    const value = valueAt(CLIENT_PASSWORD, text, at);
    if (!value || /^-|^\d{1,5}$/.test(value.value)) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};
