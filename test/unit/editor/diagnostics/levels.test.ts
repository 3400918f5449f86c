import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepsVariables, levelOf, loudestFirst } from '../../../../src/editor/diagnostics/levels.ts';
import { ruleForFile } from '../../../../src/editor/diagnostics/rule-for-file.ts';
import { userRuleFor } from '../../../../src/decide/user-rules.ts';
import type { Severity } from '../../../../src/detect/finding.ts';
import { KIND_IDS, kindOf } from '../../../../src/detect/kinds.ts';

const level = (kind: string, setting: 'all' | 'secrets' | 'off' = 'all', isKept = false): unknown =>
  levelOf({ kind, severity: kindOf(kind).severity }, setting, isKept);

describe('how loudly a finding is shown', () => {
  it('warns of what opens something, and of what the user named', () => {
    for (const kind of [
      'github-token',
      'password',
      'known:DB|.env',
      'own-term',
      'custom-internal:low:ticket',
    ])
      assert.equal(level(kind), 'warning', kind);
  });

  it('informs of regulated identifiers and of secrets that open little', () => {
    assert.equal(level('iban'), 'information');
    assert.equal(level('stripe-test-key'), 'information');
    const severity: Severity = 'low';
    assert.equal(levelOf({ kind: 'github-token', severity }, 'all', false), 'information');
  });

  it('hints at what ordinary files are full of', () => {
    assert.equal(level('email'), 'hint');
    assert.equal(level('aws-account-id'), 'hint');
  });

  it('hints alone where a file keeps secrets anyway', () => {
    for (const kind of KIND_IDS) {
      const shown = level(kind, 'all', true);
      assert.ok(shown === 'hint' || shown === undefined, kind);
    }
  });

  it('shows secrets alone, or nothing, as the setting has it', () => {
    assert.equal(level('github-token', 'secrets'), 'warning');
    for (const kind of ['email', 'iban', 'own-term']) assert.equal(level(kind, 'secrets'), undefined, kind);
    for (const kind of KIND_IDS) assert.equal(level(kind, 'off'), undefined, kind);
  });

  it('has the loudest first, and each in its place', () => {
    const findings = ['email', 'github-token', 'iban', 'denied-file', 'phone', 'password'].map((kind) => ({
      kind,
      severity: kindOf(kind).severity,
    }));
    assert.deepEqual(
      loudestFirst(findings, 'all', false).map(([of, { kind }]) => `${of} ${kind}`),
      ['warning github-token', 'warning password', 'information iban', 'hint email', 'hint phone'],
    );
  });

  it('says nothing of what is no piece of a text', () => {
    assert.equal(level('denied-file'), undefined);
  });
});

describe('a file that secrets belong into', () => {
  it('is known by its name, the examples that are passed on left out', () => {
    for (const path of ['.env', 'a/.env', '.env.local', '.env.production', 'a/prod.env', '.envrc', 'A/.ENV'])
      assert.ok(keepsVariables(path), path);
    for (const path of [
      '.env.example',
      '.env.sample',
      '.env.template',
      'env.ts',
      'a/.environment',
      'example.env',
    ])
      assert.ok(!keepsVariables(path), path);
  });
});

describe('the rule for a kind in one file', () => {
  const finding = (path: string) => {
    const file = { path, whole: [`/home/maria/work/${path}`] };
    return {
      class: 'secret',
      kind: 'github-token',
      severity: 'high',
      from: { within: [file], touched: [file] },
    } as const;
  };
  const applies = (rulePath: string, path: string): boolean => {
    const rule = ruleForFile('github-token', rulePath);
    assert.ok(rule);
    return userRuleFor(finding(path), 'openai/x', [rule], (glob, text) => glob === text) !== undefined;
  };

  it('is about that file alone', () => {
    assert.ok(applies('src/config.ts', 'src/config.ts'));
    assert.ok(!applies('src/config.ts', 'other/src/config.ts'));
    assert.ok(!applies('src/config.ts', 'src/config.test.ts'));
    assert.ok(applies('config.ts', 'config.ts'));
    assert.ok(!applies('config.ts', 'src/config.ts'));
  });

  it('is about that file alone whatever is in its name', () => {
    for (const path of [
      'app/[id]/(x)/page.tsx',
      'src/*.ts',
      'src/a?.ts',
      '{a,b}',
      '!(a)|@(b)',
      '[z-a',
      'x y/{1..9}',
    ])
      assert.ok(applies(path, path), path);
    assert.ok(!applies('app/[id]/page.tsx', 'app/i/page.tsx'));
    assert.ok(!applies('src/*.ts', 'src/a.ts'));
    assert.ok(!applies('{a,b}', 'a'));
  });

  it('is none for a name that no rule can hold', () => {
    for (const path of ['', 'a\\b', 'a/'.repeat(150)])
      assert.equal(ruleForFile('github-token', path), undefined, path);
  });
});
