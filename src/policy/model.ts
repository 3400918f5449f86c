import * as v from 'valibot';
import { isIsoDate } from './dates.ts';
import { PLACES } from './places.ts';

/** What a catalogue file may say. Every text in it is in our own words, never a provider's prose. */

export type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

const TextSchema = v.pipe(v.string(), v.nonEmpty('is empty'));
const IsoDateSchema = v.pipe(v.string(), v.check(isIsoDate, 'is not a date written YYYY-MM-DD'));
/** Case does not matter; `*` stands for any run of characters and is the only wildcard. */
const GlobsSchema = v.pipe(v.array(TextSchema), v.nonEmpty('lists nothing to match'));
const NamesSchema = v.pipe(v.array(TextSchema), v.nonEmpty('lists nothing to match'));

/** What happens to prompts by default, from best to worst; the order is the order of severity. */
export const TRAINING = ['never', 'opt-in', 'opt-out', 'default-on', 'unknown'] as const;
export const REVIEW = ['no', 'flagged-only', 'possible', 'yes', 'unknown'] as const;
export const YES_NO = ['no', 'yes', 'unknown'] as const;
/** How zero retention is had, from the least effort to not at all. */
export const ZDR = ['default', 'request', 'self-serve', 'contract', 'unavailable', 'unknown'] as const;
export const OWNERSHIP = ['customer', 'provider', 'unknown'] as const;
/** What of a request may be kept. */
export const RETAINED = [
  'prompt+output',
  'abuse-log',
  'application-state',
  'cache',
  'files',
  'image-output',
  'audio-output',
  'output',
  'fine-tuned output',
  'flagged',
  'feedback',
  'schema',
  'metadata',
  'engagement-data',
] as const;
export const TERMS = [
  'none',
  'session',
  'hours',
  'days',
  'limited',
  'until-deleted',
  'indefinite',
  'unknown',
] as const;
export const CONFIDENCE = ['high', 'medium', 'low'] as const;
/** What use restrictions can bar: kinds of data, and uses. */
export const BARRED_DATA = ['confidential', 'sensitive', 'personal'] as const;
export const BARRED = [...BARRED_DATA, 'production', 'sharing-answers'] as const;

const CiteSchema = v.strictObject({ src: TextSchema, section: v.exactOptional(TextSchema) });
const CitesSchema = v.pipe(v.array(CiteSchema), v.nonEmpty('cites nothing'));

/** `asOf: null` means that nothing in the source can be dated; it is always shown as undated. */
const SourceSchema = v.pipe(
  v.strictObject({
    title: TextSchema,
    url: v.nullable(v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/, 'is not an https address'))),
    asOf: v.nullable(IsoDateSchema),
    asOfKind: v.picklist(['document', 'event', 'read-by-other', 'stored copy', 'undated']),
    primary: v.boolean(),
    sections: v.exactOptional(v.array(TextSchema)),
    note: v.exactOptional(TextSchema),
  }),
  v.check(({ asOf, asOfKind }) => asOfKind !== 'undated' || asOf === null, 'is undated and has a date'),
);

/** A value with its own words. `cites` narrows the citations of the base or rule that it stands in. */
function stated<const T extends v.GenericSchema>(value: T) {
  return v.strictObject({ value, note: v.exactOptional(TextSchema), cites: v.exactOptional(CitesSchema) });
}

const RetainedSchema = v.pipe(
  v.strictObject({
    what: v.picklist(RETAINED),
    term: v.picklist(TERMS),
    n: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    unit: v.exactOptional(v.picklist(['days', 'hours'])),
    why: TextSchema,
    /** The part of the traffic it is about, in words. */
    only: v.exactOptional(TextSchema),
    /** Features one of which a request must use for this to concern it at all. */
    needs: v.exactOptional(NamesSchema),
    cites: v.exactOptional(CitesSchema),
  }),
  v.check(
    ({ term, n, unit }) =>
      term === 'days' || term === 'hours' ? n !== undefined && unit === term : n === undefined && !unit,
    'must have a number and the unit of its term exactly when the term is days or hours',
  ),
);

/** `policyOf` is a catalogue id, `routed` (whoever is picked at the time), `third party` or `unknown`. */
const PassThroughSchema = v.strictObject({
  to: TextSchema,
  policyOf: TextSchema,
  when: TextSchema,
  /** What the two have agreed. Left out where nothing is described: silence is no agreement. */
  agreement: v.exactOptional(TextSchema),
  cites: v.exactOptional(CitesSchema),
});

const RestrictionSchema = v.strictObject({
  id: TextSchema,
  bars: v.pipe(v.array(v.picklist(BARRED)), v.nonEmpty('bars nothing')),
  text: TextSchema,
  cites: CitesSchema,
});

const trainsOnInputs = stated(v.picklist(TRAINING));
const retention = v.pipe(v.array(RetainedSchema), v.nonEmpty('says nothing of retention'));
const humanReview = stated(v.picklist(REVIEW));
const metadataLogging = stated(v.picklist(YES_NO));
const passThrough = v.array(PassThroughSchema);
const zdr = stated(v.picklist(ZDR));
/** `places` only where the words leave no doubt; without them the region counts as not known. */
const region = v.strictObject({
  ...stated(TextSchema).entries,
  places: v.exactOptional(v.pipe(v.array(v.picklist(PLACES)), v.nonEmpty('lists no place'))),
});
const outputOwnership = stated(v.picklist(OWNERSHIP));
const restrictions = v.array(RestrictionSchema);

const FactsSchema = v.strictObject({
  trainsOnInputs,
  retention,
  humanReview,
  metadataLogging,
  passThrough,
  zdr,
  region,
  outputOwnership,
  restrictions: v.optional(restrictions, []),
});

const WhenSchema = v.strictObject({
  /** Also `loopback` and `!loopback`. */
  host: v.exactOptional(GlobsSchema),
  endpoint: v.exactOptional(GlobsSchema),
  model: v.exactOptional(GlobsSchema),
  feature: v.exactOptional(NamesSchema),
  /** By dotted path into the request body; null means that the field is absent. */
  request: v.exactOptional(
    v.record(
      TextSchema,
      v.pipe(v.array(v.nullable(v.union([v.string(), v.number(), v.boolean()]))), v.nonEmpty()),
    ),
  ),
  plan: v.exactOptional(NamesSchema),
  auth: v.exactOptional(v.pipe(v.array(v.picklist(['apiKey', 'subscription'])), v.nonEmpty())),
  region: v.exactOptional(NamesSchema),
  setting: v.exactOptional(v.record(TextSchema, NamesSchema)),
  /** Makes the rule history: it never applies to a new request. */
  asOfBefore: v.exactOptional(IsoDateSchema),
  asOfAfter: v.exactOptional(IsoDateSchema),
});

const RuleSchema = v.strictObject({
  id: TextSchema,
  when: WhenSchema,
  unless: v.exactOptional(WhenSchema),
  /** Rules, listed before, whose stricter word this one takes the place of where both apply. */
  prevailsOver: v.exactOptional(NamesSchema),
  set: v.exactOptional(
    v.strictObject({
      trainsOnInputs: v.exactOptional(trainsOnInputs),
      retention: v.exactOptional(retention),
      humanReview: v.exactOptional(humanReview),
      metadataLogging: v.exactOptional(metadataLogging),
      passThrough: v.exactOptional(passThrough),
      zdr: v.exactOptional(zdr),
      region: v.exactOptional(region),
      outputOwnership: v.exactOptional(outputOwnership),
      restrictions: v.exactOptional(restrictions),
    }),
  ),
  add: v.exactOptional(
    v.strictObject({
      retention: v.exactOptional(retention),
      passThrough: v.exactOptional(passThrough),
      restrictions: v.exactOptional(restrictions),
    }),
  ),
  /** Where it applies, a server on this machine hands the request on to somebody else's. */
  forwards: v.exactOptional(v.boolean()),
  cites: CitesSchema,
  confidence: v.picklist(CONFIDENCE),
  note: v.exactOptional(TextSchema),
});

const ControlSchema = v.strictObject({
  scope: v.picklist(['request', 'account', 'host']),
  where: TextSchema,
  name: v.nullable(TextSchema),
  value: v.exactOptional(v.unknown()),
  effect: TextSchema,
  caveat: v.exactOptional(TextSchema),
  /** The endpoints whose maker documents this field of the body: there it is set, unless the user does not want it. */
  endpoints: v.exactOptional(GlobsSchema),
});

/** One of the statements that do not fit together; `strict` is the one in force where one is. */
const SideSchema = v.strictObject({
  stance: v.picklist(['strict', 'mild', 'beside', 'history']),
  text: TextSchema,
  cites: CitesSchema,
});

const AmbiguitySchema = v.strictObject({
  id: TextSchema,
  what: TextSchema,
  /** What is shown, and holds, in spite of it. */
  reading: TextSchema,
  fact: v.exactOptional(
    v.picklist(['training', 'retention', 'humanReview', 'passThrough', 'zdr', 'restrictions']),
  ),
  /** The rules that it is between: they may set one field differently. */
  rules: v.exactOptional(v.pipe(v.array(TextSchema), v.minLength(2, 'needs two rules'))),
  sides: v.exactOptional(v.pipe(v.array(SideSchema), v.minLength(2, 'needs two sides'))),
});

/**
 * What can be stated of an account or a request here. A rule may ask for nothing else, so that a slip of the pen is a
 * fault of the file and not a rule that never applies; what no rule asks for is at its default.
 */
const VocabularySchema = v.strictObject({
  plans: v.exactOptional(NamesSchema),
  regions: v.exactOptional(NamesSchema),
  settings: v.exactOptional(v.record(TextSchema, NamesSchema)),
  features: v.exactOptional(NamesSchema),
  /** Addresses of the user's own that these terms may be said to hold for. */
  hosts: v.exactOptional(GlobsSchema),
});

export const ProviderSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'is not an id of small letters, digits and hyphens')),
  name: TextSchema,
  kind: v.picklist(['model-host', 'gateway', 'cloud', 'assistant', 'local']),
  products: v.array(TextSchema),
  hosts: v.array(TextSchema),
  hostsNote: v.exactOptional(TextSchema),
  vocabulary: v.optional(VocabularySchema, {}),
  /** Features that a request does not show: the worst case counts while nobody has stated them. */
  hiddenFeatures: v.exactOptional(NamesSchema),
  base: FactsSchema,
  baseCites: CitesSchema,
  baseConfidence: v.picklist(CONFIDENCE),
  rules: v.array(RuleSchema),
  requestControls: v.array(ControlSchema),
  ambiguities: v.array(AmbiguitySchema),
});

export const SourcesFileSchema = v.strictObject({
  schema: v.literal('ai-data-policy/1'),
  asOf: IsoDateSchema,
  caution: TextSchema,
  sources: v.record(TextSchema, SourceSchema),
});

export type Source = DeepReadonly<v.InferOutput<typeof SourceSchema>>;
export type Cite = DeepReadonly<v.InferOutput<typeof CiteSchema>>;
export type Retained = DeepReadonly<v.InferOutput<typeof RetainedSchema>>;
export type PassThrough = DeepReadonly<v.InferOutput<typeof PassThroughSchema>>;
export type Restriction = DeepReadonly<v.InferOutput<typeof RestrictionSchema>>;
export type When = DeepReadonly<v.InferOutput<typeof WhenSchema>>;
export type Rule = DeepReadonly<v.InferOutput<typeof RuleSchema>>;
export type Control = DeepReadonly<v.InferOutput<typeof ControlSchema>>;
export type Ambiguity = DeepReadonly<v.InferOutput<typeof AmbiguitySchema>>;
export type Vocabulary = DeepReadonly<v.InferOutput<typeof VocabularySchema>>;
export type Provider = DeepReadonly<v.InferOutput<typeof ProviderSchema>>;
export type SourcesFile = DeepReadonly<v.InferOutput<typeof SourcesFileSchema>>;
export type Confidence = (typeof CONFIDENCE)[number];
export type Training = (typeof TRAINING)[number];
export type Review = (typeof REVIEW)[number];
export type Zdr = (typeof ZDR)[number];
export type Term = (typeof TERMS)[number];
export type Barred = (typeof BARRED)[number];
