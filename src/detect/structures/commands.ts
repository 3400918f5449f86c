/**
 * Between a command and its option: other arguments on the same line, or on those it is continued on, none of which
 * begins another command.
 */
const ARGUMENTS = String.raw`[ \t](?:[^\r\n;|&\\]|\\\r?\n|\\[^\r\n]){0,160}?`;
const VALUE = String.raw`([^\s"'\\|;<>]{4,128})`;

/** A command with the option that takes a password: what stands before the value, and the value. */
const option = (command: string, options: string): RegExp =>
  new RegExp(String.raw`((?:${command})(?:\.exe)?(?:${ARGUMENTS})?[ \t](?:${options})["']?)${VALUE}`, 'iy');

/** The same where the case of an option tells it from another: `-P`, `-N`. */
const exactOption = (command: string, options: string): RegExp =>
  new RegExp(String.raw`((?:${command})(?:${ARGUMENTS})?[ \t](?:${options})[ \t]?["']?)${VALUE}`, 'y');

/** What stands behind a command, quoted or not, up to the first that is no option: `openssl passwd -6 …`. */
const SECRET_NAME = String.raw`[\w:./-]{0,80}(?:pass|pwd|pw|secret|token|key|cred)[\w:./-]{0,40}`;

/** Commands by what is looked for in the text; the manuals of the programs name the options. */
export const COMMANDS: readonly (readonly [literal: string, pattern: RegExp])[] = [
  [
    'zip ',
    /(zip(?:[ \t][^\r\n;|&]{0,80}?)?[ \t]-P[ \t]{0,2}["']?)([^\s"'\\|;<>-][^\s"'\\|;<>]{3,127})(?=["']?[ \t]{1,3}(?:-\w{1,8}[ \t]{1,3}){0,4}["']?[\w-]{0,80}[./])/y,
  ],
  ['7z ', option('7z', '-p')],
  ['unrar ', option('unrar', '-p')],
  ['-passin', /(-pass(?:in|out)[ \t]{1,3}["']?pass:)([^\s"'\\]{4,128})/iy],
  ['-passout', /(-pass(?:in|out)[ \t]{1,3}["']?pass:)([^\s"'\\]{4,128})/iy],
  ['-pass pass:', /(-pass[ \t]pass:)([^\s"'\\]{4,128})/iy],
  ['-storepass', /(-storepass(?:wd)?[ \t=]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['-keypass', /(-keypass[ \t=]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['-setcookie', /(-setcookie[ \t]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['openssl enc', option('openssl enc', '-k[ \\t]')],
  [
    'net use',
    /(net use[ \t][^\r\n]{1,120}?[ \t]["']?)([^\s"'\\/*:][^\s"'\\/]{3,127})(?=["']?[ \t]{1,3}\/u)/iy,
  ],
  ['net use', /(net use[ \t][^\r\n]{1,120}?\/user:[^\s]{1,80}[ \t]["']?)([^\s"'\\/*:-][^\s"'\\/]{3,127})/iy],
  [
    'net user ',
    /(net user[ \t][^\s/]{1,64}[ \t]["']?)([^\s"'\\/*:][^\s"'\\/]{3,127})(?=["']?[ \t]{1,3}\/)/iy,
  ],
  ['ldapwhoami ', option('ldapwhoami', '-w[ \\t]?')],
  ['ldapdelete ', option('ldapdelete', '-w[ \\t]?')],
  ['ldappasswd ', option('ldappasswd', '-[was][ \\t]?')],
  [
    'rclone config',
    option('rclone config', '(?:pass|password|key|token|secret_access_key|client_secret)[ =]'),
  ],
  ['plink ', option('plink', '-pw[ \\t]')],
  ['pscp ', option('pscp', '-pw[ \\t]')],
  ['psexec', option('psexec(?:64)?', '-p[ \\t]')],
  ['ldapsearch ', option('ldap(?:search|modify|add|whoami|delete|passwd|compare)', '-w[ \\t]?')],
  ['ldapmodify ', option('ldapmodify', '-w[ \\t]?')],
  ['ldapadd ', option('ldapadd', '-w[ \\t]?')],
  [
    'kubectl create secret',
    /(kubectl create secret[^\r\n]{1,160}?--from-literal[= ]["']?[\w.-]{0,40}(?:pass|pwd|secret|token|key)[\w.-]{0,40}=["']?)([^\s"'\\]{4,256})/iy,
  ],
  ['smbclient ', /(smbclient[ \t][^\r\n]{0,120}?-U[ \t]?["']?[^\s%"']{1,64}%)([^\s"']{3,128})/y],
  ['rpcclient ', /(rpcclient[ \t][^\r\n]{0,120}?-U[ \t]?["']?[^\s%"']{1,64}%)([^\s"']{3,128})/y],
  ['xfreerdp', option('xfreerdp3?', '\\/p:')],
  ['cmdkey ', option('cmdkey', '\\/pass:')],
  ['sp_addlogin ', /(sp_addlogin[ \t]{1,4}N?'[^'\r\n]{1,64}',[ \t]{0,4}N?')([^'\r\n]{4,128})(?=')/iy],
  ['kinit ', /(kinit[ \t](?:-\w{1,3}[ \t]){0,3}[\w@./-]{1,80}[ \t]{0,2}<<<[ \t]?["']?)([^\s"'\\]{4,128})/y],
  [
    'htpasswd ',
    /(htpasswd[ \t]{1,3}-(?:[A-Za-z]{0,4}n[A-Za-z]{0,4}b|[A-Za-z]{0,4}b[A-Za-z]{0,4}n)[A-Za-z]{0,4}[ \t]{1,3}[^\s-][^\s]{0,63}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  [
    'htpasswd ',
    /(htpasswd(?:[ \t]{1,3}-[A-Za-z]{1,8}){0,3}?[ \t]{1,3}-[A-Za-z]{0,6}b[A-Za-z]{0,6}(?:[ \t]{1,3}-[A-Za-z]{1,8}){0,3}[ \t]{1,3}[^\s-][^\s]{0,80}[ \t]{1,3}[^\s]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  ['mongo ', option('mongo', '-p[ \\t]?')],
  [
    'sqlplus ',
    /(sqlplus[ \t](?:-\w{1,4}[ \t]){0,3}["']?[\w$#.]{1,40}\/["']?)([^\s"'@/]{4,128})(?=["']?(?:@|[\s]|$))/iy,
  ],
  ['az login', option('az login', '-p[ \\t]')],
  ['az sql ', option('az sql', '-p[ \\t]')],
  ['az vm ', option('az vm', '-p[ \\t]')],
  ['mysqladmin ', option('mysqladmin', 'password[ \\t]')],
  ['lftp ', /(lftp[ \t](?:[^\r\n;|]{0,80}?[ \t])?-u[ \t]?["']?[\w.@-]{1,64},)([^\s"'\\]{4,128})/y],
  [
    'requirepass ',
    /(requirepass[ \t]{1,4}["']?)([^\s"'\\,]{4,256})(?=["',\]]{0,3}[ \t]{0,4}(?:[\r\n]|$| --))/iy,
  ],
  ['masterauth ', /(masterauth[ \t]{1,4}["']?)([^\s"'\\]{4,256})(?=["']?[ \t]{0,4}(?:[\r\n]|$))/iy],
  ['snmp', option('snmp(?:get|walk|set|bulkwalk)', '-[AX][ \\t]')],
  ['passwd --stdin', /(passwd --stdin[ \t][\w.-]{1,64}[ \t]{0,3}<<<[ \t]{0,3}["']?)([^\s"'\\]{4,128})/iy],
  ['rclone obscure', /(rclone obscure[ \t]["']?)([^\s"'\\]{4,128})/iy],
  ['nmcli ', option('nmcli', '(?:password|wifi-sec\\.psk)[ \\t]')],
  [
    'rabbitmqctl ',
    /(rabbitmqctl[ \t](?:add_user|change_password)[ \t][\w.@-]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/iy,
  ],
  ['mosquitto_', /(mosquitto_(?:pub|sub|rr)[ \t](?:[^\r\n|;]{0,120}?[ \t])?-P[ \t]["']?)([^\s"'\\]{4,128})/y],
  [
    'mosquitto_passwd',
    /(mosquitto_passwd[ \t]-b[ \t][^\s]{1,80}[ \t][\w.@-]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  ['useradd ', option('useradd', '-p[ \\t]|--password[ =]')],
  ['smbpasswd', option('smbpasswd', '-p[ \\t]')],
  ['wpa_passphrase ', /(wpa_passphrase[ \t](?:"[^"\n]{1,32}"|[^\s"]{1,32})[ \t]["']?)([^\s"'\\]{8,63})/iy],
  [
    'openssl passwd',
    /(openssl passwd(?:[ \t]{1,2}(?:-salt[ \t]\S{1,24}|-\w{1,8})){0,4}[ \t]{1,2}["']?)([^\s"'\\|;<>()-][^\s"'\\|;<>()]{3,127})/y,
  ],
  ['ssh-keygen ', exactOption('ssh-keygen', '-[NP]')],
  [
    'ansible-vault encrypt_string',
    /(ansible-vault encrypt_string[ \t](?:--?[\w-]{1,24}(?:[= ][\w./@-]{1,60})?[ \t]){0,4}["'])([^"'\r\n]{4,256})(?=["'])/y,
  ],
  [
    'put-parameter',
    option(
      'put-parameter(?=[^\\r\\n]{0,300}SecureString|(?:[^\\r\\n]{0,120}\\\\\\r?\\n){1,6}[^\\r\\n]{0,120}SecureString)',
      '--value[ =]',
    ),
  ],
  ['az keyvault secret set', option('az keyvault secret set', '--value[ =]')],
  ['gh secret set', option('gh secret set', '(?:-b|--body)[ =]')],
  ['glab variable set', option(String.raw`glab variable set[ \t]${SECRET_NAME}`, '(?:-v|--value)[ =]')],
  [
    'http-basic.',
    /(http-basic\.[\w.-]{1,80}[ \t]{1,3}[^\s"'-][^\s]{0,63}[ \t]{1,3}["']?)([^\s"'\\|;<>]{4,128})/y,
  ],
  ['config pypi-token.', /(config pypi-token\.[\w.-]{1,60}[ \t]{1,3}["']?)([^\s"'\\|;<>]{16,512})/y],
  [
    'npm config set',
    /(npm config set[ \t]{1,3}["']?[^\s="']{0,160}_(?:authToken|auth|password)["']?[ =]["']?)([^\s"'\\|;<>]{8,512})/iy,
  ],
  [
    'git config ',
    /(git config[ \t](?:--?\w{1,10}[ \t]){0,3}[\w.-]{0,60}(?:password|token|smtppass)[ \t]["']?)([^\s"'\\|;<>]{4,128})/iy,
  ],
  ['security ', exactOption('security (?:unlock-keychain|create-keychain|set-keychain-password)', '-p')],
  ['security ', exactOption('security add-(?:generic|internet)-password', '-w')],
  ['security ', exactOption('security import', '-P')],
  ['security ', exactOption('security set-key-partition-list', '-k')],
  [
    'dotnet user-secrets set',
    new RegExp(String.raw`(dotnet user-secrets set[ \t]["']?${SECRET_NAME}["']?[ \t]["']?)${VALUE}`, 'iy'),
  ],
  ['certutil ', option('certutil', '-p[ \\t]')],
  ['dotnet dev-certs', option('dotnet dev-certs', '-p[ \\t]')],
  ['-creds', /(--?(?:src-|dest-)?creds[= ]["']?[^\s:"'$]{1,64}:)([^\s"'\\|;<>]{4,128})/iy],
  ['snmp', exactOption('snmp(?:get|walk|set|bulkwalk|trap|table)', '-c(?![ \\t]?(?:public|private)\\b)')],
  ['net rpc', /(net rpc[ \t][^\r\n]{0,120}?-U[ \t]?["']?[^\s%"']{1,64}%)([^\s"']{3,128})/y],
  [
    'mc alias set',
    /(mc alias set[ \t]\S{1,64}[ \t]["']?https?:\S{1,200}[ \t]["']?[^\s"']{3,128}["']?[ \t]["']?)([^\s"'\\|;<>]{8,128})/y,
  ],
  ['wpa_cli ', /(wpa_cli[ \t][^\r\n]{0,60}?psk[ \t]['"]{1,2})([^\s"'\\]{8,63})/y],
  ['iwconfig ', /(iwconfig[ \t]\w{1,16}[ \t][^\r\n]{0,60}?key[ \t](?:s:)?)([^\s"'\\]{5,63})(?![ \t]?\[)/y],
  ['qpdf ', /(qpdf[ \t][^\r\n]{0,80}?--encrypt[ \t]["']?)([^\s"'\\|;<>-][^\s"'\\|;<>]{3,127})/y],
  ['pdftk ', option('pdftk', '(?:user_pw|owner_pw|input_pw)[ \\t]')],
  ['signtool ', option('signtool', '\\/p[ \\t]')],
  ['veracrypt ', option('veracrypt', '(?:-p|--password)[ =]')],
  ['steghide ', option('steghide', '(?:-p|--passphrase)[ \\t]')],
  ['schtasks', option('schtasks', '\\/rp[ \\t]')],
  [
    'net user ',
    /(net user[ \t][^\s/]{1,64}[ \t]["']?)((?=[^\s"']{0,64}[\d!#$%&*+@^~-])[^\s"'\\/*:][^\s"'\\/]{5,127})(?=["']?[ \t]{0,4}(?:[\r\n]|$))/iy,
  ],
  ['sp_addlinkedsrvlogin', /(sp_addlinkedsrvlogin[^\r\n;]{1,200},[ \t]{0,4}N?')([^'\r\n]{4,128})(?=')/iy],
];
