/** What a policy file demands: one of a repository, or the organisation's. */
import type { CustomPattern } from '../../detect/custom.ts';
import type { Span } from '../../policy/json-places.ts';
import type { ReadClauses } from '../../policy/read-clauses.ts';
import type { Clause, Clauses } from '../../policy/requirements.ts';
import type { JsonMember, JsonNode, JsonObject, ReadJson } from '../../policy/tolerant-json.ts';
import { type FaultInFile, type Reading, shownName, type TeamFault, type UnreadProblem } from './fault.ts';
import { namedSettings, readSettings, type StatedSetting } from './locks.ts';
import type { PolicySource } from './source.ts';
import {
  readDomains,
  readKinds,
  readPatterns,
  readTerms,
  type StatedKind,
  type Tell,
} from './stated-lists.ts';
import { readPaths, type StatedPathRule } from './stated-paths.ts';
import { readTestValues, type TestValues } from './test-values.ts';

/** The file by which a repository may add to what is guarded. It can take nothing away. */
export const POLICY_FILE = '.promptairlock.json';
/** The longest file that is read, in bytes. Whoever reads one looks at its size first. */
export const LONGEST_POLICY = 256 * 1024;
/** So many faults of a file are told of. */
export const MOST_FAULTS = 100;
const MOST_DESTINATIONS = 200;
const NOWHERE: Span = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A list of destinations, as they are written in settings; with `*`. Nothing else may be sent to. */
export interface StatedDestinations {
  readonly globs: readonly string[];
  readonly at: Span;
}

/** A policy file that has been read; what is faulty in it is read by its `reading`. */
export interface TeamPolicy {
  readonly source: PolicySource;
  /** Whether nothing may be sent until it is mended. */
  readonly stops: boolean;
  /** In the order of the file, at most `MOST_FAULTS`. */
  readonly faults: readonly TeamFault[];
  readonly terms: readonly string[];
  readonly domains: readonly string[];
  readonly internalPatterns: readonly CustomPattern[];
  readonly secretPatterns: readonly CustomPattern[];
  readonly requirements: Clauses;
  readonly clausePlaces: ReadonlyMap<Clause, Span>;
  readonly kinds: readonly StatedKind[];
  readonly paths: readonly StatedPathRule[];
  /** A destination has to be in each. */
  readonly destinations: readonly StatedDestinations[];
  readonly testValues: TestValues | undefined;
  /** Of an organisation's file: what it locks. Of a repository's: what it would set, in vain. */
  readonly settings: readonly StatedSetting[];
  /** Where each field stands that is there. */
  readonly places: ReadonlyMap<string, Span>;
}

/** A file's text, or why there is none. */
export type PolicyText = string | { readonly unread: UnreadProblem };

/** How the parts are read that belong to another question. */
export interface PolicyReaders {
  readonly json: (text: string) => ReadJson;
  readonly clauses: (node: JsonNode) => ReadClauses;
  readonly stricter: (a: Clauses, b: Clauses) => Clauses;
}

type Parts = {
  -readonly [Name in Exclude<keyof TeamPolicy, 'source' | 'stops' | 'faults'>]: TeamPolicy[Name];
};

/** What a file demands. It never throws. */
export function readPolicyFile(text: PolicyText, source: PolicySource, readers: PolicyReaders): TeamPolicy {
  const faults: FaultInFile[] = [];
  const tell = (fault: FaultInFile): void => void faults.push(fault);
  const parts: Parts = {
    terms: [],
    domains: [],
    internalPatterns: [],
    secretPatterns: [],
    requirements: {},
    clausePlaces: new Map(),
    kinds: [],
    paths: [],
    destinations: [],
    testValues: undefined,
    settings: [],
    places: new Map(),
  };
  const root = rootOf(text, readers, tell);
  if (root) {
    parts.places = new Map(root.members.map(({ name, nameAt }) => [name, nameAt]));
    for (const member of root.members) readField(member, source, parts, readers, tell);
    // Of two, neither: they let values go.
    if (root.members.filter(({ name }) => name === 'testValues').length > 1) parts.testValues = undefined;
  }
  return {
    ...parts,
    source,
    stops: faults.some(({ reading }) => reading === 'stops'),
    faults: worstOf(faults).map((fault) => ({ ...fault, source })),
  };
}

/** The text of a file; UTF-8 and nothing else, a byte order mark before it left out. */
export function decodePolicy(bytes: Uint8Array): PolicyText {
  if (bytes.length > LONGEST_POLICY) return { unread: 'too-large' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { unread: 'not-utf-8' };
  }
}

function rootOf(text: PolicyText, { json }: PolicyReaders, tell: Tell): JsonObject | undefined {
  if (typeof text !== 'string') {
    tell({ problem: { id: text.unread }, reading: 'stops', at: NOWHERE });
    return undefined;
  }
  if (text.length > LONGEST_POLICY) {
    tell({ problem: { id: 'too-large' }, reading: 'stops', at: NOWHERE });
    return undefined;
  }
  const read = json(text);
  if (!read.ok) {
    tell({ problem: { id: read.problem }, reading: 'stops', at: read.at });
    return undefined;
  }
  const root = read.root.kind === 'object' ? read.root : undefined;
  for (const { problem, at } of read.slips)
    tell({ problem: { id: problem }, reading: problem === 'twice' ? readingOf(at, root) : 'read-on', at });
  if (root === undefined) tell({ problem: { id: 'not-an-object' }, reading: 'stops', at: read.root.at });
  return root;
}

/** Of a name that is there twice both hold; but of two lists of which the last rule counts, nobody knows the order. */
function readingOf(at: Span, root: JsonObject | undefined): Reading {
  const field = root?.members.find(({ nameAt }) => nameAt === at)?.name;
  if (field === 'testValues') return 'no-effect';
  return field === 'paths' ? 'stops' : 'stricter';
}

/** A field that is there twice adds to what it said before. */
function readField(
  { name, nameAt, node }: JsonMember,
  { by }: PolicySource,
  parts: Parts,
  readers: PolicyReaders,
  tell: Tell,
): void {
  switch (name) {
    case '$schema':
      if (typeof node.value !== 'string')
        tell({ problem: { id: 'not-a-schema' }, reading: 'read-on', at: node.at });
      return;
    case 'terms':
      parts.terms = [...parts.terms, ...readTerms(node, tell)];
      return;
    case 'domains':
      parts.domains = [...parts.domains, ...readDomains(node, tell)];
      return;
    case 'internalPatterns':
    case 'secretPatterns':
      parts[name] = [...parts[name], ...readPatterns(node, name, tell)];
      return;
    case 'requirements':
      readRequirements(node, parts, readers, tell);
      return;
    case 'kinds':
      parts.kinds = [...parts.kinds, ...readKinds(node, tell)];
      return;
    case 'paths':
      parts.paths = [...parts.paths, ...readPaths(node, tell)];
      return;
    case 'destinations':
      parts.destinations = [...parts.destinations, readDestinations(node, tell)];
      return;
    case 'testValues':
      if (by === 'organisation')
        tell({ problem: { id: 'test-values-not-here' }, reading: 'no-effect', at: nameAt });
      else parts.testValues = readTestValues(node, tell);
      return;
    case 'settings':
      if (by === 'repository')
        tell({ problem: { id: 'settings-not-here' }, reading: 'no-effect', at: nameAt });
      parts.settings = [
        ...parts.settings,
        ...(by === 'repository' ? namedSettings(node) : readSettings(node, tell)),
      ];
      return;
    default:
      tell({ problem: { id: 'unknown-field', field: shownName(name) }, reading: 'stops', at: nameAt });
  }
}

function readRequirements(node: JsonNode, parts: Parts, readers: PolicyReaders, tell: Tell): void {
  const { clauses, places, faults } = readers.clauses(node);
  for (const { problem, clause, at } of faults) {
    if (problem === 'wrong-clause') {
      if (clause) tell({ problem: { id: problem, clause }, reading: 'strictest', at });
    } else
      tell({ problem: { id: problem }, reading: problem === 'unknown-clause' ? 'stops' : 'strictest', at });
  }
  parts.requirements = readers.stricter(parts.requirements, clauses);
  parts.clausePlaces = new Map([...parts.clausePlaces, ...places]);
}

/** What cannot be read allows nothing. */
function readDestinations(node: JsonNode, tell: Tell): StatedDestinations {
  const { at } = node;
  if (node.kind !== 'list') {
    tell({ problem: { id: 'not-a-list', field: 'destinations' }, reading: 'strictest', at });
    return { globs: [], at };
  }
  const beyond = node.items[MOST_DESTINATIONS];
  if (beyond) {
    const problem = { id: 'too-many', field: 'destinations', most: MOST_DESTINATIONS } as const;
    tell({ problem, reading: 'strictest', at: beyond.at });
  }
  const globs = node.items.slice(0, MOST_DESTINATIONS).flatMap((item) => {
    const { value } = item;
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return [value.trim()];
    tell({ problem: { id: 'not-a-destination' }, reading: 'strictest', at: item.at });
    return [];
  });
  return { globs, at };
}

/** Those that stop everything are not crowded out by others. */
function worstOf(faults: readonly FaultInFile[]): readonly FaultInFile[] {
  const stopping = faults.filter(({ reading }) => reading === 'stops');
  const others = faults.filter(({ reading }) => reading !== 'stops');
  return [...stopping, ...others]
    .slice(0, MOST_FAULTS)
    .sort(({ at: { start: a } }, { at: { start: b } }) => a.line - b.line || a.column - b.column);
}
