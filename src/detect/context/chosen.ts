/** Words of forms, programs and prose: where one stands among the words of a value, the value names a thing. */
const OF_INTERFACES =
  /^(?:pass|passwd|pwd|password|passwort|passwords|passphrase|secret|token|auth|key|keys|login|logon|signin|signup|user|username|name|email|mail|new|old|current|confirm|confirmation|repeat|forgot|reset|change|update|set|get|show|hide|toggle|required|optional|invalid|valid|wrong|incorrect|missing|empty|input|field|form|text|label|hint|help|error|errors|message|placeholder|icon|button|btn|modal|dialog|page|view|screen|link|item|type|value|string|data|info|primary|secondary|default|custom|min|max|length|strength|weak|strong|policy|rule|rules|validator|validation|match|mismatch|case|sensitive|insensitive|only|read|write|base|encoded|encrypted|hashed|hash|plain|clear|random|generated|static|dynamic|one|time|two|factor|step|code|pin|oauth|basic|bearer|digest|client|server|api|app|admin|root|test|tests|dev|prod|production|staging|local|file|path|config|settings|env|var|vars|ref|id|ids|uid|col|row|css|class|style|prop|props|attr|self|this|true|false|null|none|not|the|your|my|and|for|with|from|off|on|built|service|account|access|public|private|shared|lower|upper|alpha|numeric|must|should|super|change|grant|flow|mode|method|provider|manager|store|vault|protected|example|sample|dummy|fake|mock|foo|bar|less|free|known|system|auto|fill|utf|json|xml|html|http|https|sql|sms|otp|lock|unlock|eye|circle|check|sign|out|up|in|max|long|short|too|common|expired|field|control|group|passed|failed|pending|submit|cancel|remember|expires|protected|encryption|decrypt|encrypt|unknown|object|number|boolean|integer|select|before|after|always|never|optional|visible|hidden|enabled|disabled|changed|updated|created|deleted|removed|allowed|denied|vertex|fragment|render|shadow|filter|review|normal|simple|number|getpass|whatever|different|prompt|ask|stdin|losung|something|anything|unsafe|secure|secured|literal|sentence|contrasena|senha|wachtwoord|lozinka|parola|parole|haslo|heslo|salasana|losenord|adgangskode|passord|jelszo|sifre|kennwort|zaporka|geslo|parool|slaptazodis)$/;

/**
 * Whether a value is made of two to five words as people choose them for a password, `totoro-neko`, none of which
 * names a part of a form or a program. Linear; longer values are none.
 */
export function isChosen(value: string): boolean {
  if (
    value.length < 9 ||
    value.length > 64 ||
    !/^\p{L}\p{Ll}{1,15}(?:\p{Lu}\p{Ll}{1,15})?(?:[-_.&+]\p{L}\p{Ll}{0,15}(?:\p{Lu}\p{Ll}{1,15})?){1,4}$/u.test(
      value,
    )
  )
    return false;
  const words = (value.match(/\p{Lu}?\p{Ll}+|\p{L}/gu) ?? []).map((word) => word.toLowerCase());
  const ofInterfaces = words.filter((word) => OF_INTERFACES.test(word)).length;
  return words.some((word) => word.length > 3) && ofInterfaces * 3 <= words.length && ofInterfaces < 2;
}

/** Whether a value is two to six words with blanks between them, none of which is of a form or of a message. */
export function isPhrase(value: string): boolean {
  const words = value.toLowerCase().split(' ');
  return (
    /^[\p{L}\d]{2,16}(?: (?:& |\+ )?[\p{L}\d]{1,16}){1,5}$/u.test(value) &&
    !words.some((word) => OF_INTERFACES.test(word))
  );
}

/**
 * Whether a value is a phrase with a number in it and a sign behind it, `owls at night 9!`, given to a key whose last
 * word is that of a password: in one that goes on (`PASSWORD_TOO_SHORT`) stands a sentence.
 */
export function isSignedPhrase(value: string, key: string): boolean {
  return (
    /(?:pass(?:word|wd|phrase)?|pwd|kennwort)$/i.test(key) &&
    /\d/.test(value) &&
    /[!?#$%&*+-]$/.test(value) &&
    isPhrase(value.replace(/[!?#$%&*+-]{1,3}$/, ''))
  );
}

/** What an installation is full of: settings that name what the password opens. */
const OF_SERVICE =
  /(?:^|[^a-z])(?:db|database|mysql|mariadb|postgres(?:ql)?|pg|redis|rabbitmq|mongo(?:db)?|smtp|mail|imap|ftp|sftp|ssh|ldap|root|admin|wifi|wlan|mqtt|oracle|mssql|sa|vnc|vpn|proxy|keystore|truststore|grafana|jenkins|nexus|elastic|kafka|minio|backup|sudo|become|svc|service|datasource|jdbc|hibernate|server|host|cluster|mgmt|spring|ssl|tls|cert|certificate|key|app|site|web|bind|rpc|user)(?:$|[^a-z])/;

/** Whether a value is one word in small letters that names no part of a form or a program, as people choose it. */
export function isOneWord(value: string): boolean {
  return /^\p{Ll}{6,24}$/u.test(value) && !OF_INTERFACES.test(value);
}

/** Whether a value is a name as people write it, `BlueOcean`, `Matterhorn`, none of whose words is of a program. */
export function isName(value: string): boolean {
  const words = value.match(/\p{Lu}?\p{Ll}+/gu) ?? [];
  return (
    /^(?:\p{Lu}?\p{Ll}{2,16}){1,4}$/u.test(value) &&
    value.length >= 8 &&
    !words.some((word) => OF_INTERFACES.test(word.toLowerCase()))
  );
}

/** Whether the name of a password says what it opens: `rabbitmq_password`, `dbPassword`. */
export function namesService(name: string): boolean {
  return OF_SERVICE.test(name.replace(/([a-z])(?=[A-Z])/g, '$1_').toLowerCase());
}

/** Walks over the keyboard that stand in documents rather than before a login. */
const EVERYBODYS = /^(?:abc|a1b2|0?123|321|987|qwerty\d{0,3}$|deadbeef|cafebabe|(.{1,4})\1)/i;

/** Whether a walk over the keyboard is one that somebody took for a password: letters and digits, and long enough. */
export function isWalkedPassword(value: string): boolean {
  return (
    value.length >= 9 &&
    value.length <= 32 &&
    /\d/.test(value) &&
    /[a-z]/i.test(value) &&
    !EVERYBODYS.test(value)
  );
}

/** What stands beside a password and says that somebody logs in with it: a user, a host, a network. */
const COMPANION =
  /(?:^|[^A-Za-z]|(?<=[a-z])(?=[A-Z]))(?:user(?:name|id)?|login|uid|email|host(?:name)?|server|ssid|wi-?fi|wlan|database|dbname|datasource|smtp|jdbc|usuario|benutzer(?:name)?|identifiant|utente|utilisateur|gebruiker|usu[aá]rio|connect(?:ion)?)["'`\]]{0,2}\s{0,3}(?:[:=(.,>]|=>|["'{]|pass|kenn|is\b)/i;

/** A login as people have them beside a password: `"username": "lara"`, `user = sa`; a label begins with a capital. */
const LOGIN =
  /(?:user(?:name|_?id)?|login|uid|e-?mail|usr|\bdn)["']{0,2}\s{0,3}(?:value)?(?:[:=]|=>)\s{0,3}["']?[a-z0-9_.@=-]{2,64}["'\s,;]/i;

/** Whether somebody's login stands within 120 UTF-16 code units before an offset or 80 after another. */
export function hasLogin(text: string, start: number, end: number): boolean {
  const before = LOGIN.exec(text.slice(Math.max(0, start - 120), start))?.[0];
  const found = before ?? LOGIN.exec(text.slice(end, end + 80))?.[0];
  return found !== undefined && /[:=>]\s{0,3}["']?[a-z0-9_.@-]{2,64}["'\s,;]$/.test(found);
}

/** Whether a user, a host or a network is named within 120 UTF-16 code units before an offset or 80 after another. */
export function hasCompanion(text: string, start: number, end: number): boolean {
  return (
    COMPANION.test(text.slice(Math.max(0, start - 120), start)) || COMPANION.test(text.slice(end, end + 80))
  );
}

/** Three words and more up to the end of a line: `Password: hot-air-balloon`. */
export function isLongPhrase(value: string, after: string): boolean {
  return /^[a-z]+(?:-[a-z]+){2,}$/.test(value) && /^(?:[\r\n]|$)/.test(after);
}

/** A value that no word and no name of code looks like: `Qm7!xT2r`. */
export function isMixed(value: string): boolean {
  if (/^[A-Za-z]{3,20}[!#$%&*^~][A-Za-z0-9]{2,20}$/.test(value)) return true;
  return value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value) && /[^\w.-]/.test(value);
}
