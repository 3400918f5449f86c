import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { excludingList, inForceOf } from '../../../../src/airlock/team-policy.ts';
import type { TeamPolicy } from '../../../../src/decide/team/policy-file.ts';
import type { TeamInForce } from '../../../../src/decide/team/tighten.ts';
import type { Traced } from '../../../../src/decide/team/trace.ts';
import { kindOf } from '../../../../src/detect/kinds.ts';
import type { KindSettings } from '../../../../src/detect/scan-settings.ts';
import { CLAUSES } from '../../../../src/policy/read-clauses.ts';
import { isMilder, stricterClauses } from '../../../../src/policy/stricter-clauses.ts';
import { anyClauses } from '../../policy/any-clauses.ts';
import { policy, sourceIn, told } from './written.ts';

const NONE = { requirements: {}, kinds: {} };
const LEVELS = ['off', 'low', 'medium', 'high', 'critical'] as const;
const KINDS = ['email', 'own-term', 'github-token', 'payment-card'] as const;
const DESTINATIONS = ['openai/gpt-5', 'anthropic/claude-sonnet-4-5', 'ollama/llama3.3', 'dry-run'];

/** The value of a kind, and who says so. */
function traceOf({ trace }: TeamInForce, name: string): Traced {
  const found = trace.find(({ inForce }) => 'clause' in inForce && inForce.clause === name);
  const other = trace.find(
    ({ inForce }) =>
      ('kind' in inForce && inForce.kind === name) || ('name' in inForce && inForce.name === name),
  );
  assert.ok(found ?? other, name);
  return (found ?? other) as Traced;
}

/** Who, as short texts. */
function who({ from }: Traced): string[] {
  return from.map((one) => (one.by === 'file' ? `${one.source.file}:${one.at.start.line}` : one.by));
}

describe('a user’s own values, tightened', () => {
  it('hold with what every file adds', () => {
    const held = inForceOf({ requirements: { retentionDays: 30 }, kinds: { email: 'low' } }, [
      policy({ requirements: { retentionDays: 7 }, kinds: { email: 'high' }, terms: ['Falcon'] }, '/w/a'),
      policy({ requirements: { humanReview: 'never' }, terms: ['Falcon', 'Osprey'] }, '/w/b'),
      policy({ requirements: { passThrough: 'none' }, destinations: ['openai/*'] }),
    ]);
    assert.deepEqual(held.requirements, { retentionDays: 7, humanReview: 'never', passThrough: 'none' });
    assert.deepEqual(held.kinds, { email: 'high' });
    assert.deepEqual(held.adds.terms, ['Falcon', 'Osprey']);
    assert.deepEqual([told(held), held.stoppedBy], [[], []]);
  });

  it('are sent only where every list allows', () => {
    const held = inForceOf({ ...NONE, destinations: ['openai/*', 'ollama/*'] }, [
      policy({ destinations: ['*/gpt-5', 'ollama/*'] }, '/w/a'),
      policy({ destinations: ['openai/*'] }),
    ]);
    assert.equal(excludingList('openai/gpt-5', held), undefined);
    assert.deepEqual(excludingList('ollama/llama3.3', held)?.globs, ['openai/*']);
    assert.deepEqual(excludingList('anthropic/claude-sonnet-4-5', held)?.from, { by: 'user' });
    assert.deepEqual(excludingList('OpenAI/gpt-4', held)?.globs, ['*/gpt-5', 'ollama/*']);
    assert.ok(excludingList('dry-run', inForceOf(NONE, [policy({ destinations: [] }, '/w/a')])));
  });

  it('are loosened by nothing, and each try is told of at its line', () => {
    const own = {
      requirements: { retentionDays: 7, humanReview: 'never', regions: ['EU'], sourceAgeDays: 30 },
      kinds: { email: 'high', 'own-term': 'off' },
    } as const;
    const written = `{
      "requirements": {
        "retentionDays": 90,
        "humanReview": "flagged-only",
        "regions": ["EU", "US"],
        "sourceAgeDays": 31
      },
      "kinds": {
        "email": "off",
        "github-token": "low",
        "own-term": "off",
        "payment-card": "critical"
      }
    }`;
    const held = inForceOf({ ...own, requirements: { ...own.requirements, regions: ['EU'] } }, [
      policy(written, '/w/a'),
    ]);
    assert.deepEqual(told(held), [
      'milder-clause no-effect 3:9',
      'milder-clause no-effect 4:9',
      'milder-clause no-effect 5:9',
      'milder-clause no-effect 6:9',
      'milder-kind no-effect 9:9',
      'milder-kind no-effect 10:9',
    ]);
    assert.deepEqual(held.requirements, own.requirements);
    assert.deepEqual(held.kinds, {
      email: 'high',
      'own-term': 'off',
      'github-token': kindOf('github-token').severity,
      'payment-card': 'critical',
    });
    assert.deepEqual(
      held.faults.filter(({ source }) => source !== held.faults[0]?.source),
      [],
    );
  });

  it('are told of what is milder than a folder around demands, not than another folder’s', () => {
    const [outer, inner, other] = [
      policy({ requirements: { retentionDays: 7 }, kinds: { email: 'critical' } }, '/w/a'),
      policy({ requirements: { retentionDays: 30 }, kinds: { email: 'high' } }, '/w/a/b'),
      policy({ requirements: { retentionDays: 60 }, kinds: { email: 'high' } }, '/w/ab'),
    ];
    const held = inForceOf(NONE, [inner, other, outer]);
    assert.deepEqual(
      held.faults.map(({ source }) => source.folder),
      ['/w/a/b', '/w/a/b'],
    );
    assert.deepEqual([held.requirements.retentionDays, held.kinds['email']], [7, 'critical']);
    const organisation = policy({ requirements: { retentionDays: 0 } });
    assert.equal(inForceOf(NONE, [other, organisation]).faults.length, 1);
  });

  it('leave regions that all demand, and none where those have nothing in common', () => {
    const held = inForceOf({ requirements: { regions: ['EEA'] }, kinds: {} }, [
      policy({ requirements: { regions: ['EU', 'CH'] } }, '/w/a'),
    ]);
    assert.deepEqual(held.requirements.regions, ['EU']);
    assert.deepEqual(told(held), ['milder-clause no-effect 1:18']);
    const [eu, us] = [
      policy({ requirements: { regions: ['EU'] } }, '/w/a'),
      policy({ requirements: { regions: ['US'] } }, '/w/b'),
    ];
    const apart = inForceOf(NONE, [eu, us]);
    assert.deepEqual([apart.requirements.regions, told(apart)], [[], []]);
    assert.deepEqual(who(traceOf(apart, 'regions')), [
      'w/a/.promptairlock.json:1',
      'w/b/.promptairlock.json:1',
    ]);
  });

  it('are locked by the organisation, and a repository that would set them is told so', () => {
    const organisation = policy({ settings: { 'promptAirlock.chat.restore': false } });
    const repository = policy(
      { settings: { 'promptAirlock.chat.restore': true, 'promptAirlock.rules': [] } },
      '/w/a',
    );
    const own = { name: 'promptAirlock.chat.restore', value: true, isDefault: false };
    const held = inForceOf({ ...NONE, settings: [own] }, [repository, organisation]);
    assert.deepEqual(
      [...held.locked].map(([name, { value }]) => [name, value]),
      [[own.name, false]],
    );
    assert.deepEqual(told(held), ['settings-not-here no-effect 1:2', 'locked-setting no-effect 1:14']);
    const row = traceOf(held, own.name);
    assert.deepEqual(
      [row.inForce.value, row.locked, who(row)],
      [false, true, ['/etc/prompt-airlock/policy.json:1']],
    );
    assert.deepEqual(
      row.overrides.map(({ value, from }) => [value.value, from.by]),
      [[true, 'user']],
    );
    const alone = inForceOf({ ...NONE, settings: [own] }, [repository]);
    assert.deepEqual([alone.locked.size, who(traceOf(alone, own.name))], [0, ['user']]);
  });

  it('are traced to who demands them, with what they override', () => {
    const held = inForceOf(
      { requirements: { retentionDays: 30, training: 'never' }, kinds: { email: 'low' } },
      [
        policy('{\n"requirements": {\n"retentionDays": 7},\n"kinds": {\n"email": "high"}}', '/w/a'),
        policy({ requirements: { retentionDays: 7 } }),
      ],
    );
    const retention = traceOf(held, 'retentionDays');
    assert.deepEqual(who(retention), ['/etc/prompt-airlock/policy.json:1', 'w/a/.promptairlock.json:3']);
    assert.deepEqual(
      retention.overrides.map(({ value, from }) => [value.value, from.by]),
      [[30, 'user']],
    );
    assert.ok(retention.locked);
    assert.deepEqual([who(traceOf(held, 'training')), traceOf(held, 'training').locked], [['user'], false]);
    assert.deepEqual(
      [who(traceOf(held, 'ownership')), traceOf(held, 'ownership').inForce.value],
      [[], undefined],
    );
    const email = traceOf(held, 'email');
    assert.deepEqual(who(email), ['w/a/.promptairlock.json:5']);
    assert.deepEqual(
      email.overrides.map(({ value, from }) => [value.value, from.by]),
      [['low', 'user']],
    );
  });

  it('pass on rules about paths with the file and the folder they are of, the outermost first', () => {
    const held = inForceOf(NONE, [
      policy({ paths: ['c'] }, '/w/a/b'),
      policy({ paths: ['b'] }, '/w/a'),
      policy({ terms: ['Falcon'] }, '/w/c'),
      policy({ paths: ['a'] }),
    ]);
    assert.deepEqual(
      held.paths.map(({ source, rules }) => [source.folder, rules.map(({ glob }) => glob.written)]),
      [
        ['', ['a']],
        ['/w/a', ['b']],
        ['/w/a/b', ['c']],
      ],
    );
  });

  it('are not sent while a file stops it, and the rest of it holds all the same', () => {
    const held = inForceOf(NONE, [
      policy('{"requirements": {"training": "never"}, "trems": []}', '/w/a'),
      policy({}, '/w/b'),
    ]);
    assert.deepEqual(held.stoppedBy, [sourceIn('/w/a')]);
    assert.deepEqual(held.requirements, { training: 'never' });
  });
});

const anyKinds: fc.Arbitrary<KindSettings> = fc.dictionary(
  fc.constantFrom(...KINDS),
  fc.constantFrom(...LEVELS),
);
const anyLists = fc.array(fc.constantFrom('openai/*', 'ollama/*', '*', '*/gpt-5', 'dry-run'), {
  maxLength: 3,
});
const anyOwn = fc.record(
  { requirements: anyClauses, kinds: anyKinds, destinations: anyLists },
  { requiredKeys: ['requirements', 'kinds'] },
);
/** A value of a file, sound or not. */
const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const anyFile: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.record({ requirements: anyClauses, kinds: anyKinds, destinations: anyLists }, { requiredKeys: [] }),
    fc.record({ requirements: anyValue, kinds: anyValue, destinations: anyValue, settings: anyValue }),
    anyClauses,
  )
  .map(([sound, odd]) => ({
    ...sound,
    ...Object.fromEntries(Object.entries(odd).filter(([, value]) => value !== undefined)),
  }));
const FOLDERS = [undefined, '/w/a', '/w/b', '/w/a/sub', '/w/b/sub'];
const anyPolicies: fc.Arbitrary<readonly TeamPolicy[]> = fc
  .uniqueArray(fc.tuple(fc.nat(FOLDERS.length - 1), anyFile), {
    selector: ([folder]) => folder,
    maxLength: 4,
  })
  .map((files) => files.map(([folder, file]) => policy(file, FOLDERS[folder])));

function levelOf(kinds: KindSettings, kind: string): number {
  return LEVELS.indexOf(kinds[kind] ?? kindOf(kind).severity);
}

describe('whatever files say', () => {
  it('what is in force is never milder than the user’s own', () => {
    let tightened = 0;
    fc.assert(
      fc.property(anyOwn, anyPolicies, (own, policies) => {
        const held = inForceOf(own, policies);
        for (const clause of CLAUSES) {
          assert.ok(
            own.requirements[clause] === undefined || held.requirements[clause] !== undefined,
            clause,
          );
          assert.ok(!isMilder(clause, held.requirements, own.requirements), clause);
        }
        for (const kind of KINDS) assert.ok(levelOf(held.kinds, kind) >= levelOf(own.kinds, kind), kind);
        const alone = inForceOf(own, []);
        for (const one of DESTINATIONS)
          if (excludingList(one, alone)) assert.ok(excludingList(one, held), one);
        if (JSON.stringify(held.requirements) !== JSON.stringify(own.requirements)) tightened++;
      }),
      { numRuns: 1_000 },
    );
    assert.ok(tightened > 300, `${tightened} were tightened`);
  });

  it('each file’s own demands hold as well', () => {
    fc.assert(
      fc.property(anyOwn, anyPolicies, (own, policies) => {
        const held = inForceOf(own, policies);
        for (const { requirements, kinds } of policies) {
          assert.deepEqual(
            canonical(stricterClauses(held.requirements, requirements)),
            canonical(held.requirements),
          );
          for (const { kind, level } of kinds)
            assert.ok(levelOf(held.kinds, kind) >= LEVELS.indexOf(level), kind);
        }
      }),
    );
  });

  it('it is the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        anyOwn,
        anyPolicies.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        (own, [one, other]) => {
          assert.deepEqual(inForceOf(own, other), inForceOf(own, one));
        },
      ),
    );
  });
});

function canonical({ regions, ...rest }: TeamInForce['requirements']): unknown {
  return { ...rest, regions: regions && [...new Set(regions)].sort() };
}
