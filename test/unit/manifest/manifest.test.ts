import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import {
  COMMANDS,
  EDITOR_MENU,
  EXTENSION,
  PARTICIPANT,
  PREVIEW,
  PROPOSAL,
  SETTINGS,
  VIEWS,
} from '../../../src/editor/ids.ts';
import { UserRule } from '../../../src/decide/user-rules.ts';
import { parseDestination } from '../../../src/policy/destination.ts';
import { REGIONS } from '../../../src/policy/places.ts';

const ROOT = join(import.meta.dirname, '../../..');

const Manifest = v.looseObject({
  name: v.string(),
  publisher: v.string(),
  version: v.string(),
  engines: v.object({ vscode: v.string() }),
  devDependencies: v.record(v.string(), v.string()),
  dependencies: v.optional(v.record(v.string(), v.string())),
  scripts: v.record(v.string(), v.string()),
  contributes: v.looseObject({
    viewsContainers: v.record(v.string(), v.array(v.looseObject({ id: v.string(), icon: v.string() }))),
    views: v.record(v.string(), v.array(v.looseObject({ id: v.string(), type: v.string() }))),
    commands: v.array(v.looseObject({ command: v.string(), title: v.string(), category: v.string() })),
    chatParticipants: v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        fullName: v.string(),
        description: v.string(),
        isSticky: v.boolean(),
        commands: v.array(v.object({ name: v.string(), description: v.string() })),
      }),
    ),
    submenus: v.array(v.object({ id: v.string(), label: v.string() })),
    menus: v.record(
      v.string(),
      v.array(
        v.object({
          command: v.optional(v.string()),
          submenu: v.optional(v.string()),
          when: v.optional(v.string()),
          group: v.optional(v.string()),
        }),
      ),
    ),
    configuration: v.object({
      title: v.string(),
      properties: v.record(v.string(), v.looseObject({ scope: v.string(), default: v.unknown() })),
    }),
  }),
});

const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
const manifest = v.parse(Manifest, JSON.parse(text));
const nls = v.parse(
  v.record(v.string(), v.string()),
  JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')),
);
const { commands, views, submenus, menus, viewsContainers, configuration } = manifest.contributes;

describe('package.json', () => {
  it('contributes the commands the code registers, and no others', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(COMMANDS).sort());
  });

  it('offers in menus only commands and menus there are', () => {
    const known = new Set<string>([...Object.values(COMMANDS), EDITOR_MENU]);
    assert.deepEqual(
      Object.values(menus)
        .flat()
        .filter(({ command, submenu }) => !known.has(command ?? submenu ?? '')),
      [],
    );
  });

  it('has one menu of its own, and shows it in the editor', () => {
    assert.deepEqual(
      submenus.map(({ id }) => id),
      [EDITOR_MENU],
    );
    assert.ok((menus[EDITOR_MENU]?.length ?? 0) > 2);
    assert.deepEqual(
      menus['editor/context']?.flatMap(({ submenu }) => submenu ?? []),
      [EDITOR_MENU],
    );
  });

  it('adds to the chat from every menu of something that can be added', () => {
    const { attachFile, attachSelection, attachTerminal } = COMMANDS;
    const offered = (menu: string): string[] => (menus[menu] ?? []).flatMap(({ command }) => command ?? []);
    for (const menu of ['editor/context', 'explorer/context', 'editor/title/context'])
      assert.ok(offered(menu).includes(attachFile), menu);
    assert.ok(offered('editor/context').includes(attachSelection));
    assert.ok(offered('terminal/context').includes(attachTerminal));
  });

  it('offers what can be done about a preview and a proposed change beside them', () => {
    assert.deepEqual(menus['editor/title'], [
      { command: COMMANDS.redactFile, when: `resourceScheme == ${PREVIEW}`, group: 'navigation' },
      {
        command: COMMANDS.applyProposal,
        when: `resourceScheme == ${PROPOSAL}`,
        group: 'navigation@1',
      },
      {
        command: COMMANDS.discardProposal,
        when: `resourceScheme == ${PROPOSAL}`,
        group: 'navigation@2',
      },
    ]);
  });

  it('contributes the views the code fills, in a container of its own in the secondary side bar', () => {
    assert.deepEqual(
      Object.values(views)
        .flat()
        .map(({ id }) => id)
        .sort(),
      Object.values(VIEWS).sort(),
    );
    assert.deepEqual(
      Object.keys(views),
      viewsContainers['secondarySidebar']?.map(({ id }) => id),
    );
  });

  it('has the participant of the Chat that the code answers for, one that does not stay in the prompt', () => {
    const [one, ...others] = manifest.contributes.chatParticipants;
    assert.deepEqual(others, []);
    assert.deepEqual(
      {
        id: one?.id,
        name: one?.name,
        commands: one?.commands.map(({ name }) => name),
        sticky: one?.isSticky,
      },
      { ...PARTICIPANT, sticky: false },
    );
  });

  it('has the settings the code reads, and no others', () => {
    const { section, ...keys } = SETTINGS;
    assert.deepEqual(
      Object.keys(configuration.properties).sort(),
      Object.values(keys)
        .map((key) => `${section}.${key}`)
        .sort(),
    );
  });

  it('lets no workspace, folder or container set anything', () => {
    for (const [key, { scope }] of Object.entries(configuration.properties))
      assert.equal(scope, 'application', key);
  });

  it('offers the regions that can be demanded', () => {
    const Offered = v.object({
      properties: v.object({ regions: v.object({ items: v.object({ enum: v.array(v.string()) }) }) }),
    });
    const setting = configuration.properties[`${SETTINGS.section}.${SETTINGS.requirements}`];
    assert.deepEqual(v.parse(Offered, setting).properties.regions.items.enum, REGIONS);
  });

  it('offers for a rule what the code knows of one', () => {
    const Offered = v.object({ items: v.object({ properties: v.record(v.string(), v.unknown()) }) });
    const setting = configuration.properties[`${SETTINGS.section}.${SETTINGS.rules}`];
    assert.deepEqual(
      Object.keys(v.parse(Offered, setting).items.properties).sort(),
      Object.keys(UserRule.pipe[0].entries).sort(),
    );
  });

  it('begins with the dry run', () => {
    const first = configuration.properties[`${SETTINGS.section}.${SETTINGS.destination}`]?.default;
    assert.equal(first, 'dry-run');
    assert.ok(parseDestination('dry-run').ok);
  });

  it('has a text for every key, and a key for every text', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(nls).sort());
  });

  it('is the extension the code says it is', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, EXTENSION);
  });

  it('promises the editor whose types it was checked with', () => {
    assert.equal(
      `^${manifest.devDependencies['@types/vscode']?.replace(/\.\d+$/, '.0')}`,
      manifest.engines.vscode,
    );
  });

  it('pins every dependency, and ships none beside its bundles', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it('has a script for every command that the documents name', () => {
    const documents = globSync('*.md', { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), 'utf8'));
    const named = documents.flatMap((document) =>
      [...document.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
    );
    assert.ok(documents.length > 0);
    assert.deepEqual(
      named.filter((script) => !(script in manifest.scripts)),
      [],
    );
  });
});
