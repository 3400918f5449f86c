import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Airlock, createAirlock } from '../../../../src/airlock.ts';
import type { UserRule } from '../../../../src/decide/user-rules.ts';
import { type Scan, ScanFailure } from '../../../../src/detect/finding.ts';
import { check, type Source, type Sources } from '../../../../src/editor/participant/check.ts';
import { checkAnswer } from '../../../../src/editor/participant/check-answer.ts';
import { targetOf } from '../../../../src/editor/participant/target.ts';
import type { Clauses } from '../../../../src/policy/requirements.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { catalogue, catalogued, plainScan } from '../../airlock/opened.ts';
import { AWS_SECRET, CARD, DATABASE_URL, EMAIL, githubToken } from '../../made-up.ts';
import { CATALOGUE } from '../../policy/ask.ts';
import { HOSTILE, readAnswer, shownAs, strange } from './hostile.ts';

const TOKENS = [githubToken(3), githubToken(4), githubToken(5)];
const VALUES = [...TOKENS, AWS_SECRET, CARD, DATABASE_URL, EMAIL];
const SOURCES = Object.values(CATALOGUE.sources).flatMap(({ url }) => url ?? []);

interface Over {
  readonly written?: string;
  readonly scan?: Scan;
  readonly rules?: readonly UserRule[];
  readonly requirements?: Clauses;
  readonly asked?: string[];
}

function open({ scan = plainScan, rules = [], requirements = {}, asked = [] }: Over): Airlock {
  return createAirlock({
    scan,
    catalogue,
    transport: () => Promise.reject(new Error('nothing is to be sent')),
    demands: () => ({ requirements, rules }),
    askLocal: async (host) => {
      asked.push(host);
      return 'itself';
    },
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: () => Promise.reject(new Error('nothing is to be sent')),
  });
}

async function answer(sources: Partial<Sources>, over: Over = {}): Promise<ReturnType<typeof readAnswer>> {
  const airlock = open(over);
  const { written = 'openai/gpt-5' } = over;
  const route = { ok: true, name: 'The destination', route: catalogued(written) } as const;
  const target = targetOf(
    { vendor: 'prompt-airlock', id: written, name: '' },
    { airlock, route: () => route, routeOfModel: () => route },
  );
  const all = { given: [], notLooked: [], inEditor: false, ...sources };
  return readAnswer(checkAnswer(await check(all, target, airlock, english), english));
}

const file = (name: string, text: string, more: Partial<Source> = {}): Source => ({
  name,
  text,
  pieces: undefined,
  file: { path: name, whole: [`/home/mia/${name}`] },
  ...more,
});

describe('@airlock /check', () => {
  const settings = [
    '# settings',
    `GITHUB_TOKEN=${TOKENS[0]}`,
    `DATABASE_URL=${DATABASE_URL}`,
    `token = "${TOKENS[1]}", "${TOKENS[2]}"`,
    `mail: ${EMAIL}`,
  ].join('\n');

  it('says by class and kind how many there are, in which lines and by which rule, and never a value', async () => {
    const { text, markdown, links } = await answer({ given: [file('config/.env', settings)] });
    assert.match(text, /config\/\.env5 found · 4 secrets, 1 personal/);
    assert.match(text, /3 × GitHub token, lines 2, 4 @prompt-airlock\/secrets/);
    assert.match(text, /Database URL with a password, line 3 @prompt-airlock\/credential-url/);
    assert.match(text, /E-mail address, line 5 @prompt-airlock\/email/);
    for (const value of VALUES) assert.ok(!text.includes(value) && !markdown.includes(value));
    assert.deepEqual(strange(links, SOURCES), []);
  });

  it('says what would be decided at the destination and why, with the cited fact once', async () => {
    const { text } = await answer({ given: [file('.env', settings)] });
    assert.match(text, /At The destination: May go redacted/);
    const reasons = text.match(/would go to a host that keeps it for a time and does not train/g);
    assert.equal(reasons?.length, 1);
    assert.match(text, /Redacted: .*3 × GitHub token.* and an e-mail address would go to .*\(20\d\d-/);
    assert.match(text, /Redacted it may go/);
  });

  it('says what is blocked and what redacted where they differ, and leads to other destinations', async () => {
    const { text, links } = await answer(
      { given: [file('.env', settings)] },
      { written: 'deepseek/deepseek-chat' },
    );
    assert.match(text, /Blocked: .*GitHub token.* would go to a host that may use it to improve models/);
    assert.match(text, /Redacted: An e-mail address would go/);
    assert.match(text, /Have it redacted, or choose a destination that fits/);
    assert.ok(links.includes('command:promptAirlock.compareProviders'));
  });

  it('looks at a selection with what stands around it, and says its lines as those of the file', async () => {
    const from = settings.indexOf('token =');
    const pieces = [{ start: from, end: from + 20 }];
    const { text } = await answer({ given: [file('config/.env', settings, { pieces })], inEditor: true });
    assert.match(text, /config\/\.env, line 4/);
    assert.match(text, /1 found · 1 secret/);
    assert.match(text, /GitHub token, line 4/);
    assert.doesNotMatch(text, /E-mail/);
  });

  it('says that a rule denies a file, whatever is in it', async () => {
    const { text } = await answer(
      { given: [file('secrets/notes.md', 'plain words')] },
      { rules: [{ path: 'secrets/**', action: 'block' }] },
    );
    assert.match(text, /1 found · 1 file rule/);
    assert.match(text, /your rule 1 \(path `secrets\/\*\*`\) denies the whole file/);
    assert.match(text, /Leave the file out/);
  });

  it('says that a requirement is missed although nothing is in it', async () => {
    const { text } = await answer(
      { given: [file('a.md', 'plain words')] },
      { requirements: { retentionDays: 0 } },
    );
    assert.match(text, /Nothing sensitive found/);
    assert.match(text, /Blocked: You require that nothing is kept/);
    assert.match(text, /choose a destination that fits/);
  });

  it('says a table in one line', async () => {
    const people = [
      'name,email',
      ...[1, 2, 3, 4].map((n) => `Maria Lopez,maria.lopez${n}@brightparcel.io`),
    ].join('\n');
    const { text } = await answer({ given: [file('people.csv', people)] });
    assert.match(text, /2 columns, 4 people/);
    assert.ok(!text.includes('brightparcel'));
  });

  it('counts lines that are too many to be listed', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `key ${githubToken(n)}`).join('\n');
    const { text } = await answer({ given: [file('many.txt', many)] });
    assert.match(text, /40 × GitHub token, lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 28 more/);
  });

  it('names what it did not look at and why, and promises nothing of it', async () => {
    const scan: Scan = async (texts) => {
      if (texts.some((text) => text.includes('endless'))) throw new ScanFailure('deadline');
      return plainScan(texts);
    };
    const { text } = await answer(
      {
        given: [file('ok.txt', 'plain words'), file('slow.txt', 'endless')],
        notLooked: [
          { name: 'photo.png', why: 'no-text' },
          { name: 'src', why: 'folder' },
          { name: 'huge.log', why: new ScanFailure('too-large', 20 * 1024 * 1024) },
        ],
      },
      { scan },
    );
    assert.match(text, /photo\.png: It holds no text/);
    assert.match(text, /src: It is a folder/);
    assert.match(text, /huge\.log: It has 20 MB, and at most 10 MB/);
    assert.match(text, /slow\.txt: Looking through it took too long/);
    assert.match(text, /This says nothing of what was not looked at/);
  });

  it('looks at what was typed behind the command, and speaks of it only where something is in it', async () => {
    const typed = (text: string): Source => file('What you typed', text, { file: undefined, isTyped: true });
    const given = [file('a.md', 'plain words')];
    assert.doesNotMatch(
      (await answer({ given: [...given, typed('what is in it?')] })).text,
      /What you typed/,
    );
    const { text } = await answer({ given: [...given, typed(`is ${EMAIL} one?`)] });
    assert.match(text, /What you typed1 found · 1 personal/);
    assert.ok(!text.includes(EMAIL));
  });

  it('says that there is nothing to look at', async () => {
    assert.match((await answer({})).text, /There is nothing to look at/);
  });

  it('shows names of files as they are', async () => {
    for (const hostile of HOSTILE) {
      const { text, links } = await answer(
        { given: [file(`n${hostile}n`, EMAIL)], notLooked: [{ name: `m${hostile}m`, why: 'folder' }] },
        { rules: [{ path: '**', action: 'block' }] },
      );
      assert.ok(text.includes(shownAs(`n${hostile}n`)), hostile);
      assert.ok(text.includes(shownAs(`m${hostile}m`)), hostile);
      assert.deepEqual(strange(links, SOURCES), []);
    }
  });

  it('offers to copy and to preview redacted what is open in the editor', async () => {
    const open = await answer({ given: [file('.env', settings)], inEditor: true });
    assert.ok(open.links.includes('command:promptAirlock.copyRedacted'));
    const attached = await answer({ given: [file('.env', settings)] });
    assert.ok(!attached.links.includes('command:promptAirlock.copyRedacted'));
  });

  it('asks no server, that of this machine neither', async () => {
    const asked: string[] = [];
    const { text } = await answer({ given: [file('.env', settings)] }, { written: 'ollama/llama3.3', asked });
    assert.deepEqual(asked, []);
    assert.match(text, /At The destination: Blocked/);
  });
});
