import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findingRows, MOST_LISTED } from '../../../../src/editor/redaction/finding-rows.ts';
import { carryOut, planFor, type Planning } from '../../../../src/editor/redaction/plan.ts';
import type { Replacement } from '../../../../src/redact/redact.ts';
import { Vault } from '../../../../src/redact/vault.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { open } from '../../airlock/opened.ts';
import { EMAIL, githubToken } from '../../made-up.ts';

const TOKEN = githubToken(12);
const OTHER = 'jonas.weber@brightparcel.io';

function openPlanning(): Planning {
  const airlock = open();
  return { airlock, conversation: airlock.newConversation() };
}

const all = (whole: string): { readonly start: number; readonly end: number }[] => [
  { start: 0, end: whole.length },
];

function replaced(whole: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight(
    (text, { start, end, standIn }) => text.slice(0, start) + standIn.name + text.slice(end),
    whole,
  );
}

describe('a plan of what is redacted', () => {
  it('issues nothing, and is carried out with the names it foresaw', async () => {
    const planning = openPlanning();
    const whole = `${EMAIL} ${TOKEN} ${OTHER} ${EMAIL}`;
    const plan = await planFor(planning, whole, all(whole));
    assert.deepEqual(planning.conversation.vault.standIns(), []);
    assert.deepEqual(
      plan.replacements.map(({ standIn }) => standIn.name),
      ['EMAIL_1', 'GITHUB_TOKEN_1', 'EMAIL_2', 'EMAIL_1'],
    );
    assert.equal(replaced(whole, await carryOut(planning, plan)), 'EMAIL_1 GITHUB_TOKEN_1 EMAIL_2 EMAIL_1');
  });

  it('keeps the other names where something is left out, and takes it for sensitive no more than before', async () => {
    const planning = openPlanning();
    const whole = `${EMAIL} ${TOKEN} ${OTHER}`;
    const plan = await planFor(planning, whole, all(whole));
    const leftOut = new Set(plan.replacements.slice(0, 1));
    assert.equal(replaced(whole, await carryOut(planning, plan, leftOut)), `${EMAIL} GITHUB_TOKEN_1 EMAIL_2`);
    assert.equal(planning.conversation.vault.holding(EMAIL), undefined);
  });

  it('keeps them in the other style too', async () => {
    const { airlock } = openPlanning();
    const planning: Planning = {
      airlock,
      conversation: { vault: new Vault({ styleOf: () => 'surrogate' }) },
    };
    const whole = `${EMAIL} ${TOKEN} ${OTHER}`;
    const plan = await planFor(planning, whole, all(whole));
    const [, ...others] = plan.replacements.map(({ standIn }) => standIn.name);
    assert.ok(others[0]?.startsWith('ghp_') && others[1]?.includes('@example.com'));
    const leftOut = new Set(plan.replacements.slice(0, 1));
    assert.equal(replaced(whole, await carryOut(planning, plan, leftOut)), `${EMAIL} ${others.join(' ')}`);
  });

  it('leaves out the one place that was meant, also of a value that was redacted before', async () => {
    const planning = openPlanning();
    const whole = `${EMAIL} ${EMAIL}`;
    await planning.airlock.redact(planning.conversation, [EMAIL]);
    const plan = await planFor(planning, whole, all(whole));
    const leftOut = new Set(plan.replacements.slice(1));
    assert.equal(replaced(whole, await carryOut(planning, plan, leftOut)), `EMAIL_1 ${EMAIL}`);
  });

  it('keeps to the pieces, and replaces whole what they hold a part of', async () => {
    const planning = openPlanning();
    const whole = `${EMAIL} ${OTHER} ${EMAIL}`;
    const start = EMAIL.length - 2;
    const plan = await planFor(planning, whole, [{ start, end: start + 1 }]);
    assert.equal(replaced(whole, await carryOut(planning, plan)), `EMAIL_1 ${OTHER} ${EMAIL}`);
  });

  it('gives a name that only looks like a stand-in one of its own, so that it comes back as it was', async () => {
    const planning = openPlanning();
    await planning.airlock.redact(planning.conversation, [EMAIL]);
    const whole = `EMAIL_1 is ${EMAIL}`;
    const plan = await planFor(planning, whole, all(whole));
    assert.equal(findingRows(plan, english).length, 1);
    assert.match(replaced(whole, await carryOut(planning, plan)), /^LITERAL_1 is EMAIL_1$/);
  });
});

describe('the rows of a plan', () => {
  it('say what, where, what comes instead and why, and never the value', async () => {
    const planning = openPlanning();
    const whole = `first line\r\n😀 ${EMAIL} and ${TOKEN}\n${OTHER}`;
    const rows = findingRows(await planFor(planning, whole, all(whole)), english);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} | ${description}`),
      [
        '$(person) E-mail address | •••• → EMAIL_1 · line 2, column 4',
        `$(key) GitHub token | ••••${TOKEN.slice(-4)} → GITHUB_TOKEN_1 · line 2, column 36`,
        '$(person) E-mail address | •••• → EMAIL_2 · line 3, column 1',
      ],
    );
    assert.match(
      rows[1]?.detail ?? '',
      /^reads and writes repositories · its check digits are right · revoke it at /,
    );
    const written = JSON.stringify(
      rows.map(({ label, description, detail }) => [label, description, detail]),
    );
    for (const value of [EMAIL, TOKEN, OTHER, TOKEN.slice(-8)]) assert.ok(!written.includes(value));
  });

  it('say of a value that was redacted before that it is known', async () => {
    const planning = openPlanning();
    const value = 'wolkenbruch-im-mai';
    await planning.airlock.redact(planning.conversation, [`password = "${value}"`]);
    const whole = `it was ${value}, it was`;
    const rows = findingRows(await planFor(planning, whole, all(whole)), english);
    assert.deepEqual(
      rows.map(({ detail }) => detail.includes('the same value stands there')),
      [true],
    );
  });

  it('are no more than a person could go through; what is not listed is replaced', async () => {
    const planning = openPlanning();
    const lines = MOST_LISTED + 5;
    const whole = Array.from({ length: lines }, (_, i) => `mail person${i}@brightparcel.io\n`).join('');
    const plan = await planFor(planning, whole, all(whole));
    const rows = findingRows(plan, english);
    assert.equal(rows.length, MOST_LISTED);
    const leftOut = new Set(rows.map(({ replacement }) => replacement));
    assert.equal((await carryOut(planning, plan, leftOut)).length, 5);
  });
});
