import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { handArguments, type ToolArguments } from '../../../../src/editor/models/tool-arguments.ts';
import { createRestorer } from '../../../../src/redact/restore.ts';
import { restoreWhole } from '../../../../src/redact/restore-whole.ts';
import type { StandIn } from '../../../../src/redact/stand-in.ts';
import { Vault } from '../../../../src/redact/vault.ts';

const VAULT = Vault.of([
  { name: 'EMAIL_1', kind: 'email', value: 'ada@brightparcel.io' },
  { name: '9000001', kind: 'customer-id', value: '4711234' },
  { name: '9000017', kind: 'customer-id', value: '12345678901234567890' },
  { name: 'GITHUB_TOKEN_1', kind: 'github-token', value: 'made-up-token-value' },
]);

const asked: string[] = [];

function tools(more: Partial<ToolArguments<string>> = {}): ToolArguments<string> {
  return {
    restore: (text, kept) => restoreWhole(text, VAULT, 'exact', kept),
    standInsIn: (text) => {
      const restorer = createRestorer(VAULT);
      return [...restorer.push(text), ...restorer.end()].flatMap((segment): StandIn[] =>
        'standIn' in segment ? [segment.standIn] : [],
      );
    },
    areEditors: true,
    inWorkspace: (path) => (path.startsWith('/w/') ? path : undefined),
    keptFrom: async (standIns, file) => {
      asked.push(`${file}: ${standIns.map(({ name }) => name).join()}`);
      return new Set();
    },
    ...more,
  };
}

const call = (name: string, input: unknown): { name: string; arguments: string } => ({
  name,
  arguments: JSON.stringify(input),
});

describe('the arguments a tool is handed', () => {
  it('are the real ones where the editor’s own writes a file of the workspace', async () => {
    const handed = await handArguments(
      call('create_file', { filePath: '/w/a.txt', content: 'to EMAIL_1', lines: 3 }),
      tools(),
    );
    assert.deepEqual(handed, {
      input: { filePath: '/w/a.txt', content: 'to ada@brightparcel.io', lines: 3 },
      kept: [],
      unknown: [],
    });
  });

  it('are so for every change of a tool that makes several', async () => {
    const replacements = [
      { filePath: '/w/a', oldString: 'EMAIL_1', newString: 'x' },
      { filePath: '/w/b', oldString: 'y', newString: 'EMAIL_1' },
    ];
    const { input, kept } = await handArguments(
      call('multi_replace_string_in_file', { replacements }),
      tools(),
    );
    assert.equal(JSON.stringify(input).includes('EMAIL_1'), false);
    assert.deepEqual(kept, []);
  });

  const KEPT: readonly (readonly [
    why: string,
    name: string,
    input: object,
    more?: Partial<ToolArguments<string>>,
  ])[] = [
    ['a terminal', 'run_in_terminal', { command: 'mail EMAIL_1' }],
    ['a browser', 'open_browser_page', { url: 'https://e.com/?EMAIL_1' }],
    ['a tool of a server', 'mcp_mail_send', { to: ['EMAIL_1'] }],
    ['a tool with nearly the name of one', 'Create_File', { filePath: '/w/a', content: 'EMAIL_1' }],
    ['a name that only an object has', 'constructor', { filePath: '/w/a', content: 'EMAIL_1' }],
    [
      'another extension’s tool of that name',
      'create_file',
      { filePath: '/w/a', content: 'EMAIL_1' },
      { areEditors: false },
    ],
    ['a file that is not in the workspace', 'create_file', { filePath: '/etc/a', content: 'EMAIL_1' }],
    ['a call without a path', 'create_file', { content: 'EMAIL_1' }],
    ['a path that is no text', 'create_file', { filePath: ['/w/a'], content: 'EMAIL_1' }],
    [
      'several files, one of which is elsewhere',
      'multi_replace_string_in_file',
      {
        replacements: [
          { filePath: '/w/a', newString: 'EMAIL_1' },
          { filePath: '/etc/b', newString: 'x' },
        ],
      },
    ],
  ];
  for (const [why, name, input, more] of KEPT) {
    it(`keep stand-ins for ${why}`, async () => {
      const handed = await handArguments(call(name, input), tools(more));
      assert.deepEqual(handed, { input, kept: ['EMAIL_1'], unknown: [] });
    });
  }

  it('keep a secret out of a file it did not come from', async () => {
    const { input, kept } = await handArguments(
      call('create_file', { filePath: '/w/a', content: 'GITHUB_TOKEN_1 EMAIL_1' }),
      tools({ keptFrom: async () => new Set(['GITHUB_TOKEN_1']) }),
    );
    assert.deepEqual(input, { filePath: '/w/a', content: 'GITHUB_TOKEN_1 ada@brightparcel.io' });
    assert.deepEqual(kept, ['GITHUB_TOKEN_1']);
  });

  it('are stand-ins wholly where the path would be another than the one that was looked at', async () => {
    const input = { filePath: '/w/GITHUB_TOKEN_1', content: 'EMAIL_1' };
    const handed = await handArguments(
      call('create_file', input),
      tools({ keptFrom: async () => new Set(['GITHUB_TOKEN_1']) }),
    );
    assert.deepEqual(handed.input, input);
    assert.deepEqual([...handed.kept].toSorted(), ['EMAIL_1', 'GITHUB_TOKEN_1']);
  });

  it('are refused where something in them stands for nothing', async () => {
    const { unknown } = await handArguments(
      call('create_file', { filePath: '/w/a', content: 'EMAIL_1 EMAIL_7' }),
      tools(),
    );
    assert.deepEqual(unknown, ['EMAIL_7']);
  });

  it('are not refused for a tool that writes nothing', async () => {
    const { unknown } = await handArguments(call('read_file', { filePath: '/w/EMAIL_7' }), tools());
    assert.deepEqual(unknown, []);
  });

  it('are an object whatever the model wrote', async () => {
    for (const written of ['', 'null', '3', '"x"', '{"a":'])
      assert.deepEqual((await handArguments({ name: 'x', arguments: written }, tools())).input, {});
  });

  it('are numbers where those that stand in for them are', async () => {
    const content = { filePath: '/w/a.json', content: 'x', ids: [9000001, 3, -0.5, null, { of: 9000001 }] };
    const handed = await handArguments(call('create_file', content), tools());
    const input = { ...content, ids: [4711234, 3, -0.5, null, { of: 4711234 }] };
    assert.deepEqual(handed, { input, kept: [], unknown: [] });
  });

  it('hold as a text what is longer than a number can be', async () => {
    const handed = await handArguments(call('create_file', { filePath: '/w/a', id: 9000017 }), tools());
    assert.deepEqual(handed.input, { filePath: '/w/a', id: '12345678901234567890' });
  });

  it('say of a number that it is kept where one is', async () => {
    const handed = await handArguments(call('mcp_mail_send', { id: 9000001, of: 7 }), tools());
    assert.deepEqual(handed, { input: { id: 9000001, of: 7 }, kept: ['9000001'], unknown: [] });
  });

  it('ask about no file where there is nothing to put back', async () => {
    asked.length = 0;
    await handArguments(call('run_in_terminal', { command: 'ls' }), tools());
    assert.deepEqual(asked, []);
  });
});
