import { parseGlob } from './glob.ts';
import type { PathRule } from './path-rule.ts';

/** What files of a row hold. */
export type HeldThere =
  | 'browser-profile'
  | 'cloud-login'
  | 'cluster-login'
  | 'database-copy'
  | 'environment'
  | 'infrastructure-state'
  | 'keystore'
  | 'password-store'
  | 'private-key'
  /** Values that stand for others: it is allowed again. */
  | 'sample'
  | 'service-login'
  | 'shell-history';

/** A rule about paths that holds unless the user takes it back. */
export interface DefaultPath {
  readonly glob: string;
  readonly does: 'deny' | 'redact' | 'allow';
  readonly why: HeldThere;
}

/**
 * Files that hold little but what nobody may see; of the rows the last that is about a file counts, so an exception
 * stands right behind what it is of. A name that is no more likely to be one of these than the source of a program is
 * none of them: what such a file holds is looked for in its text. Certificates are public, `*.pem` as such is not here.
 */
export const DEFAULT_PATH_ROWS: readonly DefaultPath[] = [
  { glob: '{kubeconfig,*.kubeconfig,kubeconfig.{yml,yaml,json,conf}}', does: 'deny', why: 'cluster-login' },
  // A package of a program, and no file that one logs in by.
  { glob: '**/kubeconfig/**', does: 'allow', why: 'sample' },
  { glob: '.kube/config', does: 'deny', why: 'cluster-login' },

  { glob: '*.env', does: 'deny', why: 'environment' },
  { glob: '.env*', does: 'deny', why: 'environment' },
  { glob: '{.env*,*.env}.{example,sample,template,tmpl,dist,defaults}', does: 'allow', why: 'sample' },
  { glob: '{,*[-._]}{example,sample,template}.env', does: 'allow', why: 'sample' },

  { glob: '*.tfvars{,.json}', does: 'deny', why: 'infrastructure-state' },
  { glob: '{,*[-._]}{example,sample,template}.tfvars{,.json}', does: 'allow', why: 'sample' },
  { glob: '*.tfstate{,.*}', does: 'deny', why: 'infrastructure-state' },
  { glob: '{.terraformrc,terraform.rc,credentials.tfrc.json}', does: 'deny', why: 'cloud-login' },

  { glob: '*.key', does: 'deny', why: 'private-key' },
  { glob: '{,*[-._]}pub{,lic}.key', does: 'allow', why: 'sample' },
  { glob: 'id_{rsa,dsa,ecdsa,ecdsa_sk,ed25519,ed25519_sk}', does: 'deny', why: 'private-key' },
  { glob: 'ssh_host_*_key', does: 'deny', why: 'private-key' },
  { glob: '{,*[-._]}{key,priv,private,privkey,private[-_]key}.pem', does: 'deny', why: 'private-key' },
  { glob: 'privkey*.pem', does: 'deny', why: 'private-key' },
  { glob: '{*.ppk,AuthKey_*.p8,*.ovpn}', does: 'deny', why: 'private-key' },
  { glob: 'secring.{gpg,pgp,skr}', does: 'deny', why: 'private-key' },
  { glob: 'private-keys-v1.d/', does: 'deny', why: 'private-key' },
  { glob: '*.{p12,pfx,jks,jceks,bcfks,keystore}', does: 'deny', why: 'keystore' },

  { glob: '.aws/{credentials,sso/cache/*,cli/cache/*}', does: 'deny', why: 'cloud-login' },
  { glob: '.azure/{*[Tt]oken*,service_principal_entries*}', does: 'deny', why: 'cloud-login' },
  { glob: 'application_default_credentials.json', does: 'deny', why: 'cloud-login' },
  {
    glob: 'gcloud/{credentials.db,access_tokens.db,legacy_credentials/**}',
    does: 'deny',
    why: 'cloud-login',
  },
  {
    glob: '{,*[-_]}service{-,_,}account{,[-_]key,key,[-_]credentials,credentials}.json',
    does: 'deny',
    why: 'cloud-login',
  },
  { glob: '{*-firebase-adminsdk-*,client_secret,client_secret_*}.json', does: 'deny', why: 'cloud-login' },
  {
    glob: '.{oci/config,s3cfg,boto,vault-token,vault_pass,vault_pass.txt}',
    does: 'deny',
    why: 'cloud-login',
  },

  { glob: '.{docker/config.json,dockercfg}', does: 'deny', why: 'service-login' },
  { glob: '{.netrc,_netrc,.git-credentials,.pypirc,.htpasswd}', does: 'deny', why: 'service-login' },
  { glob: '{.pgpass,pgpass.conf,.my.cnf,.mylogin.cnf}', does: 'deny', why: 'service-login' },
  { glob: '.{cargo,gem}/credentials{,.toml}', does: 'deny', why: 'service-login' },
  { glob: '{.config/gh/hosts.yml,.m2/settings-security.xml}', does: 'deny', why: 'service-login' },
  // Nearly all that it says is where packages come from.
  { glob: '.npmrc', does: 'redact', why: 'service-login' },

  { glob: '*.{dump,pgdump}', does: 'deny', why: 'database-copy' },
  { glob: '{dump,*[-_.]dump}.sql', does: 'deny', why: 'database-copy' },
  { glob: '*.sql.{gz,bz2,xz,zst,zip,7z,bak}', does: 'deny', why: 'database-copy' },
  { glob: '*.{sqlite,sqlite3,db3}{,-wal,-shm,-journal,.bak}', does: 'deny', why: 'database-copy' },
  { glob: 'dump.rdb', does: 'deny', why: 'database-copy' },

  { glob: '{Login,Web} Data{, For Account}{,-journal}', does: 'deny', why: 'browser-profile' },
  { glob: '{Default,Profile *}/{,Network/}Cookies{,-journal}', does: 'deny', why: 'browser-profile' },
  { glob: '{key3.db,key4.db,logins-backup.json}', does: 'deny', why: 'browser-profile' },
  {
    glob: '{firefox,librewolf,thunderbird}/**/{logins.json,signons.sqlite}',
    does: 'deny',
    why: 'browser-profile',
  },

  {
    glob: '.{bash,zsh,sh,psql,mysql,python,node_repl,rediscli,sqlite,irb,mongo}_history',
    does: 'deny',
    why: 'shell-history',
  },
  { glob: '{.histfile,fish_history,ConsoleHost_history.txt}', does: 'deny', why: 'shell-history' },

  { glob: '*.{kdbx,kdb,opvault,agilekeychain,1pif,1pux}', does: 'deny', why: 'password-store' },
  { glob: '.password-store/', does: 'deny', why: 'password-store' },
  { glob: '{*.keychain,*.keychain-db,.local/share/keyrings/**}', does: 'deny', why: 'password-store' },
];

/** The rules that hold before anybody's. */
export const DEFAULT_PATHS: readonly PathRule[] = DEFAULT_PATH_ROWS.map(({ glob: written, does }, index) => {
  const read = parseGlob(written);
  if (!read.ok) throw new Error(`${written} is no glob`);
  return { glob: read.glob, effect: { does }, index };
});
