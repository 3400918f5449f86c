import { excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { commandBefore, lineAfter, NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

const OPTION =
  /( -(?:p|P|pw)(?:[ \t]{1,2}|(?=["']))["']?)((?=[^\s"']{0,64}[A-Za-z])(?=[^\s"']{0,64}[\d!#%&*+@^~])[^\s"'\\|;<>$/.-][^\s"'\\|;<>]{5,127})/iy;
const USER =
  /(?:^|[ \t])(?:-[uUnl]|--user(?:name)?|--login)[ \t=]{1,2}["']?[A-Za-z_][\w.@\\+-]{0,79}["']?(?=[ \t]|$)/;
/** A port that is passed on, a range of them, an address. */
const PORT = /^\d{1,5}[-:,/]|:\d|:\/\//;
/**
 * Programs that mean something else by it: a port, a parent, what is to be kept; and those of MySQL, which ask for the
 * password where a blank follows.
 */
const OTHERS =
  /(?:^|[\s/])(?:mysql|maria|psql|pg_|ssh\s|scp\s|sftp\s|docker (?:run|exec|create|compose)|docker-compose|podman (?:run|exec|create)|mkdir|ps\s|pgrep|pkill|lsof|nmap|useradd|usermod|cp\s|rsync|tar\s|install\s|chown|npx\s|make\s|python3?\s|node\s)/;

/** A password beside a user, whatever the program: `cqlsh -u app -p …`, `bcp … -U sa -P …`, over continued lines too. */
export const loginOptions: Structure = {
  id: 'login-options',
  literals: [' -p ', " -p'", ' -p"', ' -pw '],
  findAt(text, at, onPassed) {
    const value = valueAt(OPTION, text, at);
    if (!value || PORT.test(value.value)) return NOTHING;
    const command = commandBefore(text, at);
    if (OTHERS.test(command)) return NOTHING;
    if (!USER.test(command) && !USER.test(lineAfter(text, value.end, 160))) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};
