/** Names of hosts: which are a company's own, and which every product has. */

/** Domains that no public registry hands out and companies use inside (RFC 6762 appendix G, RFC 8375, ICANN for `.internal`). */
export const INTERNAL_DOMAINS: readonly string[] = [
  'svc.cluster.local',
  'home.arpa',
  'internal',
  'intranet',
  'private',
  'intra',
  'local',
  'corp',
  'lan',
];

/** Those that are words of code as well: properties, names of files and of modules end with them. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(['internal', 'private', 'local']);

/** Hosts of products, of samples and of every machine. */
const EVERYBODYS: ReadonlySet<string> = new Set(
  (
    'host.docker.internal gateway.docker.internal kubernetes.docker.internal vm.docker.internal ' +
    'metadata.google.internal host.containers.internal host.lima.internal host.rancher-desktop.internal ' +
    'kubernetes.default.svc.cluster.local kube-dns.kube-system.svc.cluster.local localhost.local ' +
    'raspberrypi.local homeassistant.local octopi.local esphome.local hostname.local mymac.local ' +
    'app.local api.local dev.local site.local test.local example.local foo.local bar.local my.local www.local ' +
    'myapp.local mysite.local myhost.local server.local printer.local router.lan openwrt.lan pi.hole.local ' +
    'metadata.azure.internal instance-data.ec2.internal example.internal example.corp example.lan service.internal'
  ).split(' '),
);

/** Service types of mDNS, addresses that clouds make up from the private one. */
const MADE_UP =
  /(?:^|\.)_(?:tcp|udp|sub|dns-sd)\.|^(?:ip-\d|ip6-)|(?:^|[.-])(?:example|your-?\w{1,20}|my-?\w{1,20}|foo|bar|xxx?)(?:\.|-)/i;

/** Words that name parts of a network, not of a program. */
const OF_NETWORKS =
  /^(?:api|app|auth|backup|billing|broker|build|cache|ci|db|dc|dev|dns|edge|eu|files?|ftp|git|grafana|hq|int|jenkins|jira|kafka|k8s|ldap|mail|mx|ns|nexus|office|ops|orders|pg|postgres|preprod|prod|production|proxy|qa|queue|redis|registry|smtp|sso|stage|staging|test|uat|us|vault|vpn|web|wiki)$/i;

/** Whether a name is a product's or a sample's, and says nothing of the company. */
export function isEverybodys(host: string): boolean {
  return EVERYBODYS.has(host.toLowerCase()) || MADE_UP.test(host);
}

/** The first words of members in code: `this.props.internal`. */
const OF_CODE =
  /^(?:this|self|window|document|module|modules|exports|process|global|globalthis|vscode|react|vue|angular|node|src|lib|dist|app|config|cfg|settings|options|opts|props|state|ctx|context|req|res|env|system|java|com|org|net|io|std|core|test|tests|e2e|docker-compose|compose|package|tsconfig|appsettings|application|scope|user|data|root|git|readme)$/i;

/**
 * Whether a dotted name that stands by itself reads as a host's: three labels of small letters, one of them with a
 * digit or a hyphen, or a word of networks, and none as code has them.
 */
export function readsAsHost(labels: readonly string[], domain: string): boolean {
  if (labels.length < 2 || labels.some((label) => /[A-Z]/.test(label) && /[a-z]/.test(label))) return false;
  if (OF_CODE.test(labels[0] ?? '')) return false;
  if (!COMMON_WORDS.has(domain)) return true;
  return (
    labels.some((label) => /^[a-z]+(?:-[a-z0-9]+)+$|^[a-z]+-?\d{1,3}$/i.test(label)) ||
    labels.some((label) => OF_NETWORKS.test(label))
  );
}

/** Private addresses that routers, container engines and emulators have everywhere. */
const DEFAULTS: ReadonlySet<string> = new Set(
  (
    '10.0.0.1 10.0.0.138 10.0.2.2 10.0.2.15 10.0.3.2 10.1.1.1 10.10.10.10 10.96.0.1 10.96.0.10 ' +
    '172.16.0.1 172.17.0.1 172.17.0.2 172.18.0.1 192.168.0.1 192.168.1.1 192.168.1.254 192.168.2.1 192.168.8.1 192.168.178.1 192.168.64.1 ' +
    '192.168.65.2 192.168.65.254 192.168.49.2 192.168.56.1 192.168.56.101 192.168.99.100 192.168.59.103 192.168.100.1 192.168.33.10'
  ).split(' '),
);

/** Whether a private address is the same in many networks. */
export function isDefaultAddress(address: string): boolean {
  return DEFAULTS.has(address) || /\.(?:0|255)$/.test(address);
}
