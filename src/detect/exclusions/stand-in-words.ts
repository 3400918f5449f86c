import type { Place } from './exclusion.ts';

/** Words that say what belongs there, wherever they stand; a value made of nothing else is none. */
const ANYWHERE =
  'a abc access account admin administrator an anything api apikey app auth authorization authtoken bar base basic baz ' +
  'bearer blank censored change changeit changeme client connection contrasena cookie credential credentials database ' +
  'db default dummy empty encoded enter example examples fake false fixme foo for from goes hash here hidden id in ' +
  'incorrect insert invalid is it jwt key masked me mongo motdepasse my name new nil none null oauth of old pass passphrase passwd ' +
  'password passwort placeholder plain private public put pwd qux redacted redis refresh removed replace replaceme ' +
  'sample secret senha service session sessionid set some something string super test testing text the this to todo ' +
  'token true type undefined uri url user username value whatever with wrong xyz your';

/** Where a value is given to a name, these say no more than the name does; in a login they may be what somebody chose. */
const BESIDE_A_NAME =
  'above actual add and any aqui as at bad be below characters chars clave company correct dein deine demo dev ' +
  'encryption fill foobar geheim geheimes generate generated good guest hashed hier ici ihr incorrect invalid keys ' +
  'least length local localhost long mariadb mein min mock mysql no not on optional or oracle own paste ' +
  'postgres prod production project provider random real required root same secrets secure see signing somevalue ' +
  'staging str strong stub su tbd temp tester tests that tmp tu unique unused use valid values vault very votre webhook wrong ' +
  'xxx yyy zzz';

/** In headers and files these name what they are the key of; under a name they may be what somebody chose. */
const IN_FORMATS =
  'aws azure data etc get github gitlab google hex host login npm openai pw raw slack stripe tok';

const LISTS: Readonly<Record<'named' | 'formal', ReadonlySet<string>>> = {
  named: new Set(`${ANYWHERE} ${BESIDE_A_NAME}`.split(' ')),
  formal: new Set(`${ANYWHERE} ${IN_FORMATS}`.split(' ')),
};

const LONGEST_WORD = 14;
/** A longer value is no stand-in but a text; in UTF-16 code units. */
const LONGEST = 120;

/** Whether letters fall apart into words of the list without a rest. */
function fallsApart(letters: string, words: ReadonlySet<string>): boolean {
  const reachable = [true];
  for (let end = 1; end <= letters.length; end++) {
    let ends = false;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end && !ends; start++) {
      ends = reachable[start] === true && words.has(letters.slice(start, end));
    }
    reachable.push(ends);
  }
  return reachable[letters.length] === true;
}

/** Words with up to six digits behind each and little between them. */
const IN_CODE =
  /^[a-z]{1,120}(?:(?:[0-9]{1,6}[^a-z0-9]{0,4}|[^a-z0-9]{1,4})[a-z]{1,120}){0,60}(?:[^a-z0-9]?[0-9]{1,6})?[^a-z0-9]{0,4}$/;
/** Words, and at most three digits at the end. */
const IN_A_FORMAT = /^[a-z][a-z\-_. ]{0,63}\d{0,3}$/;

/** Whether a value is made of nothing but words that say what belongs there: `your-api-key`, `changeme123`. */
export function isMadeOfStandIns(value: string, place: Place): boolean {
  if (value.length > LONGEST) return false;
  const text = value.toLowerCase();
  return place === 'password' || place === 'issued'
    ? value.length <= 64 && IN_A_FORMAT.test(text) && runsFallApart(text, LISTS.formal)
    : isMadeOfWordsInCode(text.replaceAll('passw0rd', 'password').replace(/^secr3t$/, 'secret'));
}

function isMadeOfWordsInCode(text: string): boolean {
  return IN_CODE.test(text) && runsFallApart(text, LISTS.named);
}

function runsFallApart(text: string, words: ReadonlySet<string>): boolean {
  return (text.match(/[a-z]{1,120}/g) ?? []).every((run) => fallsApart(run, words));
}
