import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readTeamPolicy } from '../../../../src/airlock/team-policy.ts';
import { LONGEST_POLICY, MOST_FAULTS, type TeamPolicy } from '../../../../src/decide/team/policy-file.ts';
import { STRICTEST } from '../../../../src/policy/read-clauses.ts';
import { cpuTime } from '../../../provision/cpu-time.ts';
import { policy, sourceIn, told } from './written.ts';

const REPO = '/work/shop';

/** Each rule about paths: its effect and its glob. */
function paths({ paths: rules }: TeamPolicy): string[] {
  return rules.map(({ glob, effect }) => `${effect.does} ${glob.written}`);
}

describe('a policy file', () => {
  it('is read with all it demands', () => {
    const salt = randomBytes(16).toString('base64');
    const hash = randomBytes(32).toString('base64');
    const read = policy(
      {
        $schema: './schema.json',
        terms: ['Project Falcon'],
        domains: ['Corp.Example'],
        internalPatterns: [{ name: 'ticket', pattern: 'FAL-\\d+' }],
        secretPatterns: [{ name: 'pass', pattern: 'fp_[a-z]{20}', severity: 'critical' }],
        requirements: { training: 'never' },
        paths: ['secrets/**', '!secrets/README.md', { path: 'customers/**', rule: 'redact' }],
        kinds: { email: 'high' },
        destinations: ['openai/*', ' ollama/* '],
        testValues: { salt, hashes: [hash] },
      },
      REPO,
    );
    assert.deepEqual(told(read), []);
    assert.ok(!read.stops);
    assert.deepEqual(read.terms, ['Project Falcon']);
    assert.deepEqual(read.domains, ['corp.example']);
    assert.deepEqual(read.internalPatterns, [{ name: 'ticket', pattern: 'FAL-\\d+', severity: 'high' }]);
    assert.deepEqual(
      read.secretPatterns.map(({ severity }) => severity),
      ['critical'],
    );
    assert.deepEqual(read.requirements, { training: 'never' });
    assert.deepEqual(paths(read), ['deny secrets/**', 'allow secrets/README.md', 'redact customers/**']);
    assert.deepEqual(
      read.kinds.map(({ kind, level }) => [kind, level]),
      [['email', 'high']],
    );
    assert.deepEqual(
      read.destinations.map(({ globs }) => globs),
      [['openai/*', 'ollama/*']],
    );
    assert.deepEqual([read.testValues?.salt.length, read.testValues?.hashes.length], [16, 1]);
    assert.deepEqual(told(policy('{}', REPO)), []);
  });

  it('is read on over a comment and a comma too many, which are told of', () => {
    const read = policy('{\n  // own names\n  "terms": ["Falcon",],\n}', REPO);
    assert.deepEqual(told(read), [
      'comment read-on 2:3',
      'trailing-comma read-on 3:21',
      'trailing-comma read-on 3:23',
    ]);
    assert.deepEqual([read.stops, read.terms], [false, ['Falcon']]);
  });

  it('stops all sending where what it demands is not known', () => {
    const cases: readonly [written: unknown, told: string][] = [
      ['', 'empty stops 1:1'],
      ['{"terms": ["Falcon"', 'needs-comma stops 1:20'],
      [[], 'not-an-object stops 1:1'],
      [null, 'not-an-object stops 1:1'],
      [{ term: ['Falcon'] }, 'unknown-field stops 1:2'],
      ['{"__proto__": {"terms": []}}', 'unknown-field stops 1:2'],
      [{ constructor: 1 }, 'unknown-field stops 1:2'],
      [{ terms: 'Falcon' }, 'not-a-list stops 1:10'],
      [{ terms: ['Falcon', 7] }, 'not-a-term stops 1:20'],
      [{ terms: ['ab'] }, 'not-a-term stops 1:11'],
      [{ domains: ['https://corp.example'] }, 'not-a-domain stops 1:13'],
      [{ secretPatterns: [{ name: 'pass' }] }, 'not-a-pattern stops 1:20'],
      [{ secretPatterns: [{ name: 'pass', pattern: '(a+)+' }] }, 'bad-pattern stops 1:20'],
      [{ internalPatterns: [{ name: 'pass', pattern: '(' }] }, 'bad-pattern stops 1:22'],
      [{ internalPatterns: {} }, 'not-a-list stops 1:21'],
      [{ kinds: { emial: 'high' } }, 'not-a-kind stops 1:11'],
      ['{"kinds": {"__proto__": "high"}}', 'not-a-kind stops 1:12'],
      [{ kinds: { email: 'higher' } }, 'not-a-severity stops 1:19'],
      [{ kinds: [] }, 'not-kinds stops 1:10'],
      [{ requirements: { trainig: 'never' } }, 'unknown-clause stops 1:18'],
      [{ terms: Array.from({ length: 2_001 }, (_, i) => `term${i}`) }, 'too-many stops'],
    ];
    for (const [written, expected] of cases) {
      const read = policy(written, REPO);
      assert.ok(read.stops, expected);
      assert.equal(read.faults.length, 1);
      assert.ok(told(read)[0]?.startsWith(expected), told(read)[0]);
    }
    const twice = policy('{"secretPatterns": [{"name": "pass", "pattern": "abc", "pattern": "x"}]}', REPO);
    assert.ok(twice.stops);
    assert.deepEqual(twice.secretPatterns, []);
  });

  it('stops all sending where it is there and cannot be read', () => {
    const long = new Uint8Array(LONGEST_POLICY + 1).fill(0x20);
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
    for (const [content, problem] of [
      [long, 'too-large'],
      [' '.repeat(LONGEST_POLICY + 1), 'too-large'],
      [utf16, 'not-utf-8'],
      [{ unread: 'unreadable' }, 'unreadable'],
      [{ unread: 'not-administrators' }, 'not-administrators'],
    ] as const) {
      const read = readTeamPolicy(content, sourceIn(REPO));
      assert.ok(read.stops);
      assert.deepEqual(told(read), [`${problem} stops 1:1`]);
    }
    const marked = new TextEncoder().encode('\ufeff{"terms": ["Fälcon"]}');
    assert.deepEqual(readTeamPolicy(marked, sourceIn(REPO)).terms, ['Fälcon']);
  });

  it('demands the strictest where a demand is wrong', () => {
    const read = policy({ requirements: { retentionDays: '30' }, destinations: 'openai/*' }, REPO);
    assert.deepEqual(told(read), ['wrong-clause strictest 1:34', 'not-a-list strictest 1:55']);
    assert.deepEqual(
      [read.requirements.retentionDays, read.destinations[0]?.globs, read.stops],
      [0, [], false],
    );
    assert.deepEqual(policy({ requirements: 3 }, REPO).requirements, STRICTEST);
    const partly = policy({ destinations: ['openai/*', 7, ''] }, REPO);
    assert.deepEqual(partly.destinations[0]?.globs, ['openai/*']);
    assert.deepEqual(told(partly), ['not-a-destination strictest 1:29', 'not-a-destination strictest 1:31']);
  });

  it('denies the files of a rule whose effect cannot be read, and all where its path cannot', () => {
    const cases: readonly [rule: unknown, read: readonly string[], reading: string][] = [
      [{ path: 'a/**', rule: 'dney' }, ['deny a/**'], 'denied'],
      [{ path: 'a/**' }, ['deny a/**'], 'denied'],
      [{ path: 'a/**', destinations: 'ollama/*' }, ['deny a/**'], 'denied'],
      [{ path: 'a/**', rule: 'redact', note: '' }, ['deny a/**'], 'denied'],
      [{ path: 'a/**', rule: 'redact', destinations: ['x/*'] }, ['deny a/**'], 'denied'],
      [{ path: '!a/**', rule: 'redact' }, ['deny a/**'], 'denied'],
      [{ path: 7, rule: 'redact' }, ['deny **'], 'all-denied'],
      [{ path: '', rule: 'redact' }, ['deny **'], 'all-denied'],
      [{ rule: 'redact' }, ['deny **'], 'all-denied'],
      ['', ['deny **'], 'all-denied'],
      [7, ['deny **'], 'all-denied'],
      [null, ['deny **'], 'all-denied'],
      ['!', [], 'no-effect'],
    ];
    for (const [rule, expected, reading] of cases) {
      const read = policy({ paths: ['b', rule, '!b'] }, REPO);
      const others = ['deny b', 'allow b'];
      assert.deepEqual(
        paths(read).filter((one) => !others.includes(one)),
        expected,
        JSON.stringify(rule),
      );
      assert.deepEqual(
        read.faults.map((fault) => fault.reading),
        [reading],
      );
      assert.equal(read.stops, false);
      // What is denied because nobody knows what was meant is not taken back by what follows.
      if (reading === 'all-denied') assert.equal(paths(read).at(-1), 'deny **');
    }
    assert.deepEqual(paths(policy({ paths: {} }, REPO)), ['deny **']);
    const many = policy({ paths: Array.from({ length: 201 }, (_, i) => `f${i}`) }, REPO);
    assert.equal(paths(many).at(-1), 'deny **');
    assert.ok(many.paths.at(-1)?.glob.matches('any/where/file.ts'));
    const twice = policy('{"paths": [{"path": "a", "path": "b", "rule": "redact"}]}', REPO);
    assert.deepEqual(paths(twice), ['deny a', 'deny b']);
  });

  it('holds the stricter of what contradicts', () => {
    const cases: readonly [rules: readonly unknown[], read: readonly string[], faults: readonly string[]][] =
      [
        [['a', { path: 'A', rule: 'redact' }], ['deny a', 'deny A'], ['path-contradiction stricter']],
        [[{ path: './a', rule: 'redact' }, 'a'], ['deny ./a', 'deny a'], ['path-contradiction stricter']],
        [
          [
            { path: 'a', rule: 'local' },
            { path: 'a', rule: 'redact' },
          ],
          ['deny a', 'deny a'],
          ['path-contradiction stricter'],
        ],
        [['a', '!a', { path: 'a', rule: 'redact' }], ['deny a', 'allow a', 'redact a'], []],
        [['a', 'a'], ['deny a', 'deny a'], []],
        [['a/**', { path: 'a/b', rule: 'redact' }], ['deny a/**', 'redact a/b'], []],
      ];
    for (const [rules, expected, faults] of cases) {
      const read = policy({ paths: rules }, REPO);
      assert.deepEqual(paths(read), expected);
      assert.deepEqual(
        told(read).map((one) => one.replace(/ [\d:]+$/, '')),
        faults,
      );
    }
    const lines = policy('{"paths": [\n"a",\n{"path": "a", "rule": "redact"}]}', REPO);
    const [fault] = lines.faults;
    assert.ok(fault?.problem.id === 'path-contradiction');
    assert.deepEqual([fault.problem.line, fault.at.start.line], [2, 3]);
    assert.ok(policy('{"paths": ["a"], "paths": [{"path": "a", "rule": "redact"}]}', REPO).stops);
  });

  it('holds as both where a field is there twice', () => {
    const read = policy(
      '{"terms": ["Falcon"], "terms": ["Osprey"], "destinations": ["a/*"], "destinations": ["b/*"],' +
        '"requirements": {"retentionDays": 0}, "requirements": {"retentionDays": 9}, "kinds": {"email": "low", "email": "high"}}',
      REPO,
    );
    assert.deepEqual(read.terms, ['Falcon', 'Osprey']);
    assert.deepEqual(
      read.destinations.map(({ globs }) => globs),
      [['a/*'], ['b/*']],
    );
    assert.equal(read.requirements.retentionDays, 0);
    assert.deepEqual(
      read.kinds.map(({ level }) => level),
      ['low', 'high'],
    );
    assert.ok(told(read).every((one) => one.startsWith('twice stricter')));
    assert.equal(read.faults.length, 4);
  });

  it('tells of an exception that has nothing of its own to take back', () => {
    const idle = (...rules: unknown[]): boolean =>
      policy({ paths: rules }, REPO).faults.some(({ problem }) => problem.id === 'nothing-to-take-back');
    assert.ok(idle('!.env'));
    assert.ok(idle('!.env', '.env'));
    assert.ok(idle('*.pem', '!.env.example'));
    assert.ok(idle('secrets/*.key', '!*.md'));
    assert.ok(!idle('.env*', '!.env.example'));
    assert.ok(!idle('secrets/**', '!**/*.md'));
    assert.ok(!idle('secrets/', '!secrets/README.md'));
    assert.ok(!idle('a*b', '!*a?b'));
    assert.ok(!idle('*.{pem,key}', '!test.pem'));
    assert.ok(!idle('secrets', '!secrets/README.md'));
    assert.ok(!idle('a*', '!a/../'));
  });

  it('finds whatever an exception takes back', () => {
    const glob = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '**', '/**/', '.'), {
      minLength: 1,
      maxLength: 5,
    });
    const path = fc.array(fc.constantFrom('a', 'b', '/', '.', 'ab'), { minLength: 1, maxLength: 5 });
    let both = 0;
    fc.assert(
      fc.property(glob, glob, path, (denied, exception, parts) => {
        const read = policy({ paths: [denied.join(''), `!${exception.join('')}`] }, REPO);
        const [first, second] = read.paths;
        if (!first || second?.effect.does !== 'allow') return;
        if (!first.glob.matches(parts.join('')) || !second.glob.matches(parts.join(''))) return;
        both++;
        assert.deepEqual(told(read), []);
      }),
      { numRuns: 5_000 },
    );
    assert.ok(both > 100, `${both} took something back`);
  });

  it('declares test values by what can be read of them only', () => {
    const salt = randomBytes(20).toString('base64');
    const hash = randomBytes(32).toString('base64');
    const cases: readonly [values: unknown, hashes: number | undefined, problem: string][] = [
      [{ salt, hashes: [hash, 'abc'] }, 1, 'not-a-hash'],
      [{ salt: 'abcd', hashes: [hash] }, undefined, 'not-a-salt'],
      [{ hashes: [hash] }, undefined, 'not-a-salt'],
      [{ salt, hashes: hash }, undefined, 'not-test-values'],
      [{ salt, hashes: [], extra: 1 }, undefined, 'not-test-values'],
      [[{ salt, hashes: [hash] }], undefined, 'not-test-values'],
      [{ salt, hashes: Array.from({ length: 501 }, () => hash) }, 500, 'too-many'],
    ];
    for (const [testValues, hashes, problem] of cases) {
      const read = policy({ testValues }, REPO);
      assert.equal(read.testValues?.hashes.length, hashes, problem);
      assert.deepEqual(
        read.faults.map((fault) => [fault.problem.id, fault.reading]),
        [[problem, 'no-effect']],
      );
    }
    const once = JSON.stringify({ salt, hashes: [hash] });
    const thrice = [1, 2, 3].map(() => `"testValues": ${once}`).join();
    assert.equal(policy(`{${thrice}}`, REPO).testValues, undefined);
    const ofOrganisation = policy({ testValues: { salt, hashes: [hash] } });
    assert.deepEqual([ofOrganisation.testValues, told(ofOrganisation).length], [undefined, 1]);
  });

  it('locks settings of an organisation alone, to nothing milder', () => {
    const settings = {
      'promptAirlock.chat.restore': false,
      'promptAirlock.destination': 'ollama/llama3.3',
      'promptAirlock.redaction.style': 'surrogate',
      'promptAirlock.secrets.allowed': [],
    };
    const read = policy({ settings });
    assert.deepEqual(told(read), []);
    assert.deepEqual(Object.fromEntries(read.settings.map(({ name, value }) => [name, value])), settings);
    assert.deepEqual(told(policy({ settings }, REPO)), ['settings-not-here no-effect 1:2']);
    const cases: readonly [name: string, value: unknown, problem: string, locked: readonly unknown[]][] = [
      ['promptAirlock.chat.restore', true, 'wrong-setting strictest', [false]],
      ['promptAirlock.ledger.required', 'yes', 'wrong-setting strictest', [true]],
      ['promptAirlock.secrets.allowed', ['x'], 'wrong-setting strictest', [[]]],
      ['promptAirlock.destination', 7, 'wrong-setting stops', []],
      ['promptAirlock.redaction.style', 'none', 'wrong-setting stops', []],
      ['promptAirlock.requirements', {}, 'has-own-field stops', []],
      ['promptAirlock.rules', [], 'not-lockable stops', []],
      ['editor.fontSize', 12, 'not-lockable stops', []],
      ['constructor', 12, 'not-lockable stops', []],
    ];
    for (const [name, value, problem, locked] of cases) {
      const one = policy({ settings: { [name]: value } });
      assert.ok(told(one)[0]?.startsWith(problem), `${name}: ${told(one)[0]}`);
      assert.deepEqual(
        one.settings.map((setting) => setting.value),
        locked,
      );
    }
    assert.ok(
      policy('{"settings": {"promptAirlock.destination": "a/b", "promptAirlock.destination": "c/d"}}').stops,
    );
    assert.ok(policy({ settings: [] }).stops);
  });

  it('tells of so many faults, those first that stop all sending, and quotes no value', () => {
    const read = policy(
      { paths: Array.from({ length: 150 }, () => 7), terms: ['Falcon', '\u{1f985}'] },
      REPO,
    );
    assert.equal(read.faults.length, MOST_FAULTS);
    assert.ok(read.stops && read.faults.some(({ reading }) => reading === 'stops'));
    const field = 'x\n\u202e'.repeat(100);
    const [fault] = policy({ [field]: 1 }, REPO).faults;
    assert.ok(fault?.problem.id === 'unknown-field');
    assert.ok(fault.problem.field.length <= 60 && !/[\n\u202e]/.test(fault.problem.field));
  });

  it('never throws, and takes time that grows with the text only', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void policy(JSON.stringify(value), REPO)));
    const fields = [
      'terms',
      'paths',
      'kinds',
      'requirements',
      'destinations',
      'testValues',
      'settings',
      'secretPatterns',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()), (value) => {
        policy(JSON.stringify(value), REPO);
        policy(JSON.stringify(value));
      }),
    );
    const star = 'a*'.repeat(99);
    const hostile = [
      JSON.stringify({ paths: Array.from({ length: 200 }, (_, i) => (i < 100 ? `${star}b` : `!${star}c`)) }),
      JSON.stringify({
        paths: Array.from({ length: 200 }, (_, i) => `${i < 100 ? 'b' : '!c'}${'/**/*'.repeat(39)}`),
      }),
      `{${'"a":1,'.repeat(40_000)}"a":1}`,
      `{"paths":[${'{},'.repeat(60_000)}{}]}`,
      `{"terms":[${'0,'.repeat(120_000)}0]}`,
      `{"kinds":{${'"email":"low",'.repeat(18_000)}"email":"low"}}`,
      `{"requirements":{"regions":[${'"EU",'.repeat(50_000)}"EU"]}}`,
    ];
    for (const text of hostile) {
      const started = cpuTime();
      policy(text, REPO);
      assert.ok(cpuTime() - started < 3_000, `${text.slice(0, 30)}: ${cpuTime() - started}`);
    }
  });
});
