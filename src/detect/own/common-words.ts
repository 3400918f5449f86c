/**
 * Words of eight letters and more that stand in configuration and prose everywhere, as counted over some published
 * packages, with those of operations added. A value that is one of them keeps nothing secret.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `aborting absolute abstract acceptable acceptance accepted accepting accessed accessor accessors accordingly
  accounting accumulated actually addition additional additionally additions adjacent administrator advanced
  affected affecting algorithm alignment allocation allowing alongside alphabetic alternate alternative
  alternatively alternatives although ambiguous american analysis analytics ancestor animation annotation
  annotations anonymous anything anywhere appended applicable application applying approach appropriate arbitrary
  argument arguments armenian ascending assertion assertions assigned assigning assignment assignments associated
  asterisk asynchronously attached attaching attempted attempting attempts attribute attributes australia
  authoring authority authorized autocapitalize autocomplete automated automatic automatically availability
  available awaiting background backslash backward backwards baseline basename beginning behavior behaviour
  benchmark bindings blocking blockquote booleans boundary branches breaking brightgreen browsers buffered
  buffering builders building calculate california callable callback callbacks canceled candidate canonical
  capability captured captures cassandra categories category chaining changeit changeme changing character
  characters checking checkmark checkout children chromium circular classify cloneable cloudflare cloudfront
  cockroach codepoint colgroup collapse collected collection combination combinations combined combines combining
  commands comments commonjs communication compared comparing comparison compatibility compatible compiled
  compiler compiles complement complete completed completes completion completions compliant component components
  composed composite computed computer computing concrete condition conditional conditions configurable
  configuration configure configured configures conflicting conflicts connected connecting connection consecutive
  consider considered consistent constant constants constraint construct construction constructor constructs
  consultant consumed consumer container containing contains contents contexts contiguous continental continuation
  continue continues continuous contract contribute contributing contributor contributors controlled controller
  controllers controls convenience convention conversion converted converts copyright corrected correctly
  corresponding corresponds counting coverage covering creating creation criteria critical crossorigin currently
  customer customers customize dangerous dasharray dashboard database datacenter datetime debugger debugging
  december declaration declarations declared declares declaring decoding decoration decorator decorators dedicated
  defaults deferred definition definitions delegate delegates deliberately dependencies dependency dependent
  depending deprecated descending describe describes describing description descriptions descriptor descriptors
  destination destinations detached detected detecting detection determine determines determining devanagari
  developer developers development dictionary difference different direction directive directives directly
  director directories directory disabled disallowed disambiguate discarded disconnect disconnected dispatch
  displayed disposed distance distinct distinguish distribute distributed distribution document documentation
  documents download downloads draggable dropping duplicate duplicated duplicates duration dynamically effectively
  efficient efficiently elasticsearch elements embedded emitting emphasis employee employees enclosing encoding
  encountered encrypted endpoint engineer ensuring entirely entities enumerable environment environments ephemeral
  equality equivalent escaping especially established ethiopic europe-west european evaluate evaluates everything
  examples exceeded exception excludes excluding exclusive exclusively executable executed executes executing
  execution executor existing expanded expanding expected expecting experimental explicit explicitly exponent
  exported expression expressions extended extensible extension extensions external extracted extracts extremely
  failures fallback fallthrough features february feedback fetching fieldset figcaption filename filenames
  filesystem filtered finalize finances finished firewall fixtures flavored floating followed following forbidden
  formatted formatter formatting forwards fragment fragments framework frankfurt freelance frontend fulfilled
  function functionality functions furnished generally generate generated generates generating generation
  generator georgian granular guarantee guaranteed gujarati gurmukhi handlers handling hexadecimal highlight
  highlights hiragana homepage hostname identical identifier identifiers identify identity ideographic immediate
  immediately immutable implement implementation implementations implemented implementing implements implicit
  important imported importing inactive included includes including inclusive incoming incompatible incomplete
  incorrect increasing increment incremental indented independent independently indicate indicated indicates
  indicator individual inference inferred infinite infinity influence information informational infrastructure
  inherited initialize initialized initializer initially insensitive inspecting installation installed installing
  instance instanceof instances instantiate instantiated instantiation instruction instructions integers
  integration integrity intended intentionally interactions intercept interface interfaces intermediate internal
  internally interpolation interpreted interrupt interrupted intersection intrinsic inventory invoices invoking
  isolated isolation isomorphic issuecomment istanbul iterable iterates iteration iterations iterator javascript
  katakana keyboard keypress keywords kubernetes language leadership letmein123 libraries licensed licenses
  lifecycle lightweight limitation limitations linkcode listener listeners listening literals localhost location
  locations lookahead lowercase maintain maintained maintainer malayalam malformed management managing manifest
  manually mappings markdown marketing matching meaningful memcached menuitem messages messaging messenger
  metadata microsoft middleware midnight migration milliseconds minified minimatch mirroring mismatch moderator
  modification modified modifier modifiers modifying mongolian monitoring multiline multipage multiple mutating
  mutation mutations mutually namespace navigation navigator necessary negative negatives newlines noframes
  normalize normalized normalizes normally northeast northern northwest noscript notebook notification
  notifications november nullable observed obtaining occurred onmessage opentelemetry operation operations
  operator operators optgroup optimization optional optionally orchestrator ordering orientation original
  originating otherwise outstanding overflow overhead overlapping overloaded overridden override overrides
  overriding overview overwrite packages paragraph parallel parameter parameters partially particular partition
  partitions passw0rd password password1 pathname patterns payments performance performed performing performs
  permanent permission permissions permitted persistent pipeline placeholder plaintext platform platforms
  playground playwright pointers polyfill polyline populated portions position positional positions positive
  positives possible possibly postgres postgresql potential potentially practices preceded precedence preceding
  precisely predefined predicate predicates preferred prefetch prefixed preproduction preserve preserved preserves
  preserving prettier prevents previous previously primitive priority probability probably processed processes
  processing produced producer produces producing production programming progress projection projects prometheus
  promises properly properties property protected protection protocol prototype provided provider providers
  provides providing publicly published punctuation purposes qualified qualifier question questions rabbitmq
  radiogroup reachable reaching reactive readable readonly realpath reasonable received receiver receives
  receiving recognized recommend recommended reconnect recorded recording recursion recursive recursively redirect
  redis-server reference referenced references refusing regardless register registered registry rejected rejection
  relative released releases relevant remaining remember removals removing rendered renderer rendering repeated
  repeatedly repeating replaced replacement replaces replacing replicas replication reported reporter reporters
  repository represent representation represented representing represents requested requests required requires
  requiring reserved resolution resolved resolver resolves resolving resource resources response responses
  responsibility responsible restrict restricted restriction restrictions resulting retained retrieved returned
  returning reversed revision rolldown runnable runtimes sandboxed sanitize sanitized sanitizer satisfies saturday
  scenario scenarios scheduled scheduler scorecard searches searching secretary sections security segments
  selected selection selector selectors semantic semantics semicolon sensitive sentinel separate separated
  separator separators september sequence sequences sequential serializable serialization serialize serialized
  serializer serverless services settings shipping shorthand siblings signaling signature signatures significant
  silently sindresorhus singapore singleton slightly snapshot snapshots software something sometimes somewhat
  southeast southern southwest specific specifically specification specified specifying spellcheck spelling
  sponsors stackoverflow standalone standard starting statement statements statistics strategy strength strictly
  strikethrough stringified stringify stripped strongly structural structure structured subarray subclass
  sublicense submission submitted subscribe subscription subscriptions subsequent subsequently substantial
  substring succeeds successful successor suggestion suitable superset superuser supervisor supplied supported
  supporting supports surrogate surrounding switching synchronous synchronously synthetic tabindex targeted
  teardown technically telemetry telephone template templates temporarily temporary terminal terminate terminated
  textarea themselves therefore thinking threshold throwing thursday timestamp together tokenize tokenizer
  tomorrow tracking trailing transfer transform transformation transforms transient transition transitions
  translate translation transmitted traverse triggered triggering triggers truncate truncated truncating tsconfig
  typescript typescriptlang typically unchanged undefined underline underlying underscore unescape unescaped
  unexpected unexpectedly unhandled unlimited unnecessary unrecognized unregister unresolved unsigned unstable
  unsupported unterminated untrusted updating uppercase username validate validated validation validator variable
  variables variation variations verbatim verification versions viewport violation virginia visibility warehouse
  warnings webcomponents webhooks wednesday whatever whenever whitespace wireless workflow workflows workspace
  wrapping writable yesterday yourself`.split(/\s+/),
);
