import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { LOCKABLE, OWN_FIELDS } from '../../../src/decide/team/locks.ts';
import { POLICY_FILE } from '../../../src/decide/team/policy-file.ts';
import { CustomPattern, MOST_PATTERNS } from '../../../src/detect/custom.ts';
import { MOST_DOMAINS } from '../../../src/detect/network/own-hosts.ts';
import { MOST_TERMS } from '../../../src/detect/own/own-terms.ts';
import { KindSetting } from '../../../src/detect/scan-settings.ts';
import { REGIONS } from '../../../src/policy/places.ts';
import { CLAUSES } from '../../../src/policy/read-clauses.ts';
import { REQUIREMENT_PRESETS } from '../../../src/policy/requirements.ts';
import { policy } from '../decide/team/written.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Of JSON schema what ours uses; anything else in it fails to be read. */
const Schema = v.strictObject({
  $schema: v.optional(v.string()),
  $ref: v.optional(v.string()),
  title: v.optional(v.string()),
  description: v.optional(v.string()),
  default: v.optional(v.string()),
  format: v.optional(v.literal('regex')),
  type: v.optional(v.picklist(['object', 'array', 'string', 'integer'])),
  enum: v.optional(v.array(v.string())),
  pattern: v.optional(v.string()),
  minLength: v.optional(v.number()),
  maxLength: v.optional(v.number()),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  minItems: v.optional(v.number()),
  maxItems: v.optional(v.number()),
  required: v.optional(v.array(v.string())),
  items: v.optional(v.unknown()),
  anyOf: v.optional(v.array(v.unknown())),
  properties: v.optional(v.record(v.string(), v.unknown())),
  additionalProperties: v.optional(v.unknown()),
  definitions: v.optional(v.record(v.string(), v.unknown())),
});
type Schema = v.InferOutput<typeof Schema>;

const written: unknown = JSON.parse(readFileSync(join(ROOT, 'schemas/promptairlock.schema.json'), 'utf8'));
const whole = v.parse(Schema, written);

function schemaOf(one: unknown): Schema {
  const schema = v.parse(Schema, one);
  const [, name] = /^#\/definitions\/(\w+)$/.exec(schema.$ref ?? '') ?? [];
  return name === undefined ? schema : v.parse(Schema, whole.definitions?.[name]);
}

/** The schema of a field by its path; `*` is what lists and records hold. */
function at(...path: string[]): Schema {
  return path.reduce((schema, name) => {
    const inside = name === '*' ? (schema.items ?? schema.additionalProperties) : schema.properties?.[name];
    return schemaOf(inside);
  }, whole);
}

function isValid(one: unknown, value: unknown): boolean {
  const { type, anyOf, ...schema } = schemaOf(one);
  if (anyOf && !anyOf.some((other) => isValid(other, value))) return false;
  if (schema.enum && !schema.enum.some((other) => other === value)) return false;
  switch (type) {
    case undefined:
      return true;
    case 'string':
      return (
        typeof value === 'string' &&
        value.length >= (schema.minLength ?? 0) &&
        value.length <= (schema.maxLength ?? Infinity) &&
        new RegExp(schema.pattern ?? '', 'u').test(value)
      );
    case 'integer':
      return (
        Number.isInteger(value) &&
        Number(value) >= (schema.minimum ?? -Infinity) &&
        Number(value) <= (schema.maximum ?? Infinity)
      );
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Infinity) &&
        value.every((item) => isValid(schema.items ?? {}, item))
      );
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const fields = new Map<string, unknown>(Object.entries(value));
      if (schema.required?.some((name) => !fields.has(name))) return false;
      return [...fields].every(([name, field]) => {
        const known = schema.properties?.[name];
        if (known !== undefined) return isValid(known, field);
        return schema.additionalProperties !== false && isValid(schema.additionalProperties ?? {}, field);
      });
    }
  }
}

const SALT = Buffer.alloc(16, 7).toString('base64');
const HASH = Buffer.alloc(32, 7).toString('base64');

const SOUND: readonly unknown[] = [
  {},
  { $schema: 'x', terms: [], domains: [], internalPatterns: [], secretPatterns: [], requirements: {} },
  { paths: [], kinds: {}, destinations: [], testValues: { salt: SALT, hashes: [] } },
  { terms: ['Project Falcon', 'Osprey'], domains: ['corp.example', 'münchen.example'] },
  { secretPatterns: [{ name: 'pass', pattern: 'fp_[a-z]{20}' }] },
  { internalPatterns: [{ name: 'ticket no', pattern: 'FAL-(?<secret>\\d+)', severity: 'low' }] },
  { requirements: { preset: 'health-data', retentionDays: 3_650, regions: ['EU', 'north-america'] } },
  { requirements: { training: 'never', humanReview: 'flagged-only', passThrough: 'none' } },
  { requirements: { ownership: 'customer', sourceAgeDays: 0 } },
  { paths: ['secrets/**', '!secrets/README.md', { path: 'a/**', rule: 'local' }] },
  {
    paths: [
      { path: 'a/**', rule: 'redact' },
      { path: 'b', destinations: ['ollama/*'] },
    ],
  },
  { kinds: { email: 'critical', 'own-term': 'medium' } },
  { destinations: ['openai/*', '*/llama3.3'] },
  { testValues: { salt: SALT, hashes: [HASH, HASH] } },
];

const WRONG: readonly unknown[] = [
  [],
  { settings: {} },
  { trems: [] },
  { terms: 'Falcon' },
  { terms: ['ab'] },
  { terms: [7] },
  { terms: Array.from({ length: MOST_TERMS + 1 }, (_, i) => `term ${i}`) },
  { domains: ['x'] },
  { secretPatterns: [{ name: 'pass' }] },
  { secretPatterns: [{ name: '1', pattern: 'x' }] },
  { secretPatterns: [{ name: 'pass', pattern: 'x', severity: 'higher' }] },
  { secretPatterns: [{ name: 'pass', pattern: 'x', flags: 'i' }] },
  { requirements: { preset: 'client-nad' } },
  { requirements: { trainig: 'never' } },
  { requirements: { training: 'no' } },
  { requirements: { retentionDays: '30' } },
  { requirements: { retentionDays: 3_651 } },
  { requirements: { retentionDays: 1.5 } },
  { requirements: { regions: [] } },
  { requirements: { regions: ['Mars'] } },
  { paths: 'secrets/**' },
  { paths: [7] },
  { paths: [''] },
  { paths: [{ path: 'a' }] },
  { paths: [{ rule: 'deny' }] },
  { paths: [{ path: 'a', rule: 'dney' }] },
  { paths: [{ path: '!a', rule: 'deny' }] },
  { paths: [{ path: 'a', rule: 'deny', destinations: [] }] },
  { kinds: { email: 'higher' } },
  { kinds: ['email'] },
  { destinations: 'openai/*' },
  { destinations: [''] },
  { testValues: [] },
  { testValues: { salt: SALT } },
  { testValues: { salt: 'abcd', hashes: [] } },
  { testValues: { salt: SALT, hashes: [SALT] } },
];

describe('the schema of the policy file', () => {
  it('finds sound and wrong what the code does', () => {
    for (const sample of SOUND) {
      assert.deepEqual(policy(sample, '/w/a').faults, [], JSON.stringify(sample));
      assert.ok(isValid(whole, sample), JSON.stringify(sample));
    }
    for (const sample of WRONG) {
      assert.ok(policy(sample, '/w/a').faults.length > 0, JSON.stringify(sample).slice(0, 80));
      assert.ok(!isValid(whole, sample), JSON.stringify(sample).slice(0, 80));
    }
  });

  it('has the fields the code reads, each with its words, and no others', () => {
    const fields = Object.keys(whole.properties ?? {});
    assert.ok(isUnknown('trems'));
    for (const field of fields) assert.ok(!isUnknown(field), field);
    for (const field of [
      'terms',
      'domains',
      'internalPatterns',
      'secretPatterns',
      'requirements',
      'paths',
      'kinds',
    ])
      assert.ok(fields.includes(field), field);
    for (const field of ['destinations', 'testValues']) assert.ok(fields.includes(field), field);
    for (const field of fields.filter((one) => one !== '$schema'))
      assert.ok(v.parse(Schema, whole.properties?.[field]).description, field);
  });

  it('offers what the code knows', () => {
    assert.deepEqual(Object.keys(at('requirements').properties ?? {}), ['preset', ...CLAUSES]);
    assert.deepEqual(at('requirements', 'preset').enum, Object.keys(REQUIREMENT_PRESETS));
    assert.deepEqual(at('requirements', 'regions', '*').enum, REGIONS);
    // `off` is read as well, and loosens in any case.
    assert.deepEqual(['off', ...(at('kinds', '*').enum ?? [])], KindSetting.options);
    assert.deepEqual(
      Object.keys(at('secretPatterns', '*').properties ?? {}),
      Object.keys(CustomPattern.entries),
    );
    assert.deepEqual(
      [at('terms').maxItems, at('domains').maxItems, at('secretPatterns').maxItems],
      [MOST_TERMS, MOST_DOMAINS, MOST_PATTERNS],
    );
  });

  it('is contributed for that file, and packaged', () => {
    const Manifest = v.object({
      contributes: v.object({
        jsonValidation: v.array(v.object({ fileMatch: v.string(), url: v.string() })),
        configuration: v.object({ properties: v.record(v.string(), v.unknown()) }),
      }),
    });
    const { contributes } = v.parse(Manifest, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    assert.deepEqual(contributes.jsonValidation, [
      { fileMatch: POLICY_FILE, url: './schemas/promptairlock.schema.json' },
    ]);
    const packaged = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
    assert.ok(packaged.includes('!schemas/*.schema.json'));
    // What an organisation locks is a setting there is.
    for (const name of Object.keys(LOCKABLE)) assert.ok(name in contributes.configuration.properties, name);
    const later = ['promptAirlock.paths'];
    for (const name of Object.keys(OWN_FIELDS))
      assert.ok(name in contributes.configuration.properties || later.includes(name), name);
  });
});

/** Whether a field is one the code does not know. */
function isUnknown(field: string): boolean {
  return policy({ [field]: null }, '/w/a').faults.some(({ problem }) => problem.id === 'unknown-field');
}
