import { folded, wordsOf } from '../names/fold.ts';
import { givenLikeness, surnameLikeness } from '../names/lists.ts';

/** What somebody logs in as, at a place. */
export const ACCOUNT = /[a-z][a-z\d]{0,24}(?:[._-][a-z\d]{1,24}){0,3}/iy;

/** Accounts of machines, services and examples, and words that stand where an account would. */
const NOBODYS: ReadonlySet<string> = new Set(
  wordsOf(`
    account accounts admin administrator alice anonymous any api apache app azureuser backup bar baz bob bot build builder centos
    charlie ci client cron customer daemon database db dba deploy deployer deployment dev developer docker ec2-user email
    foo git github gitlab google guest host id invalid is itself jane jenkins john johndoe jane.doe john.doe jdoe j.doe
    job key kafka last link local login mail manager master me member mongo mongodb mysql name new nginx nobody node none
    null nagios operator oracle ops owner password phone pi player postgres prod prometheus public python readonly reader
    message redis registry replica report reporter root runner runneradmin sa scott self sender server service session site some
    someone spark sso staging stamper sender stranger string sudo super superuser support svc sys sysadmin system systemd
    team temp tester test token true trainer ubuntu undefined unknown user user1 username users vagrant visitor vscode
    web webmaster with worker writer www www-data yourname
  `),
);
/** A service says so itself. */
const SERVICE =
  /(?:^|[._-])(?:svc|srv|bot|api|app|ci|sys|test|user|admin|service|runner|deploy|prod|dev)(?:$|[._-])|(?:user|admin|test|bot|service|server|runner)\d{0,4}$/;

/** The shortest surname behind an initial: shorter ones end too many words. */
const SURNAME = 5;

/** Whether an account is certainly nobody's. */
export function isNobodys(account: string): boolean {
  const small = account.toLowerCase();
  return NOBODYS.has(small) || SERVICE.test(small);
}

/** Whether an account is made of a person's name: `j.doerfler`, `anna_k`, `shartwig`, `kbauer2`. */
export function isOfPerson(account: string): boolean {
  if (isNobodys(account)) return false;
  const parts = folded(account)
    .replace(/\d{1,4}$/, '')
    .split(/[._-]/);
  const [first = '', last = ''] = parts;
  if (parts.length === 2) {
    if (/\d/.test(account.replace(/\d{1,4}$/, ''))) return false;
    if (first.length === 1) return last.length > 3 && surnameLikeness(last) > 0;
    return last.length > 2 && givenLikeness(first) === 2 && surnameLikeness(last) > 0;
  }
  if (parts.length !== 1 || first.length <= SURNAME) return false;
  return surnameLikeness(first.slice(1)) === 2 || (first.length > SURNAME + 2 && endsRarely(first));
}

/** A surname by its shape alone, behind an initial that words do not begin so with: `mkowalczyk`, `bnowicki`. */
function endsRarely(word: string): boolean {
  return (
    surnameLikeness(word.slice(1)) > 0 &&
    /^[b-df-hj-np-tv-z][b-df-hj-np-tv-z]/.test(word) &&
    !/^(?:bl|br|ch|cl|cr|dr|fl|fr|gl|gr|kn|ph|pl|pr|sc|sh|sk|sl|sm|sn|sp|st|sw|th|tr|tw|wh|wr)/.test(word)
  );
}
