/**
 * What SARIF 2.1.0 demands of the properties we write, from the tables of the standard (OASIS, errata 01), and nothing
 * besides: a property that is not in it fails, also where the standard has one of that name elsewhere.
 */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
/** §3.11: a text that is no link by accident. */
const message = v.strictObject({
  text: v.pipe(
    text,
    v.check((written) => !/(?<!\\)[[\]]/.test(written), 'a bracket that is not escaped'),
  ),
});
const level = v.picklist(['none', 'note', 'warning', 'error']);
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
/** §3.4.3: a reference that is relative and has nothing to be normalised. */
const relative = v.pipe(
  text,
  v.check((uri) => {
    const { href } = new URL(uri, 'file:///root/');
    return href === `file:///root/${uri}`;
  }, 'no relative reference in its normal form'),
);
/** §3.9: in UTC. */
const time = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/));
const artifactLocation = v.strictObject({ uri: relative, uriBaseId: text });
/** §3.30 */
const region = v.pipe(
  v.strictObject({ startLine: positive, startColumn: positive, endLine: positive, endColumn: positive }),
  v.check(
    ({ startLine, startColumn, endLine, endColumn }) =>
      endLine > startLine || (endLine === startLine && endColumn >= startColumn),
    'ends before it begins',
  ),
);
const location = v.strictObject({
  physicalLocation: v.strictObject({ artifactLocation, region: v.optional(region) }),
});
/** §3.49 */
const rule = v.strictObject({
  id: text,
  name: text,
  shortDescription: v.strictObject({ text }),
  help: v.strictObject({ text }),
  helpUri: v.optional(v.pipe(v.string(), v.url())),
  defaultConfiguration: v.strictObject({ level }),
  properties: v.looseObject({
    tags: v.array(text),
    'security-severity': v.pipe(v.string(), v.regex(/^(?:10|\d)\.\d$/)),
  }),
});
/** §3.27 */
const result = v.strictObject({
  ruleId: text,
  ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  level,
  message,
  locations: v.pipe(v.array(location), v.length(1)),
  partialFingerprints: v.optional(v.record(v.pipe(v.string(), v.regex(/^[\w.]+\/v\d+$/)), text)),
  /** §3.35 */
  suppressions: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(['inSource', 'external']),
        status: v.optional(v.picklist(['accepted', 'underReview', 'rejected'])),
        justification: v.optional(text),
      }),
    ),
  ),
  properties: v.looseObject({}),
});
const notification = v.strictObject({ level, message, locations: v.array(location) });

/** §3.13 and §3.14, with what the parts say of each other. */
export const SarifShape = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({
          tool: v.strictObject({
            driver: v.strictObject({ name: text, version: v.optional(text), rules: v.array(rule) }),
          }),
          language: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z]{2})?$/)),
          columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
          originalUriBaseIds: v.record(text, v.strictObject({ description: v.strictObject({ text }) })),
          invocations: v.pipe(
            v.array(
              v.strictObject({
                executionSuccessful: v.boolean(),
                startTimeUtc: time,
                endTimeUtc: time,
                toolExecutionNotifications: v.array(notification),
              }),
            ),
            v.minLength(1),
          ),
          results: v.array(result),
        }),
        v.check(
          ({ tool, results }) =>
            results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId),
          'a result whose rule is another',
        ),
        // §3.27.23
        v.check(
          ({ results }) => new Set(results.map(({ suppressions }) => suppressions === undefined)).size < 2,
          'some results with suppressions and some without',
        ),
        v.check(
          ({ tool: { driver } }) => new Set(driver.rules.map(({ id }) => id)).size === driver.rules.length,
          'a rule that is there twice',
        ),
        v.check(({ originalUriBaseIds, results, invocations }) => {
          const all = [
            ...results.flatMap(({ locations }) => locations),
            ...invocations.flatMap(({ toolExecutionNotifications }) =>
              toolExecutionNotifications.flatMap(({ locations }) => locations),
            ),
          ];
          return all.every(({ physicalLocation }) =>
            Object.hasOwn(originalUriBaseIds, physicalLocation.artifactLocation.uriBaseId),
          );
        }, 'a base that is not explained'),
      ),
    ),
    v.length(1),
  ),
});
