import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { catalogueFaults } from '../../../src/policy/catalogue-faults.ts';
import { rule, host, kept } from './made-up-host.ts';
import { SOURCES } from './made-up.ts';

describe('catalogueFaults', () => {
  it('names every fault, not only the first', () => {
    const entry = host([
      rule('r', { plan: ['Gold'] }),
      rule('s', { feature: ['x'] }, { cites: [{ src: 'gone' }] }),
    ]);
    const lines = catalogueFaults({
      sources: SOURCES,
      providers: { 'some-host': entry, other: { id: 'other' } },
    });
    for (const part of ['rules.0.when.plan', 'rules.1.when.feature', 'rules.1.cites.0', 'other.json: name']) {
      assert.ok(
        lines.some((line) => line.includes(part)),
        part,
      );
    }
  });

  it('names the line and column of the field, where the text is there', () => {
    const entry = host([rule('r', {}), rule('s', { plan: ['Gold'] })]);
    const text = JSON.stringify(entry, null, 2);
    const [fault = ''] = catalogueFaults({ sources: SOURCES, providers: { 'some-host': entry } }, (file) =>
      file === 'some-host.json' ? text : undefined,
    );
    const [, line, column] =
      /^src\/policy\/catalogue\/some-host\.json:(\d+):(\d+): rules\.1\.when\.plan /.exec(fault) ?? [];
    assert.match((text.split('\n')[Number(line) - 1] ?? '').slice(Number(column) - 1), /^"plan": \[$/, fault);
  });

  it('names the line of a rule that never has an effect, and of a name that is there twice', () => {
    const entry = host([rule('r', {}, kept('none')), rule('s', {}, kept('unknown'))]);
    const text = JSON.stringify(entry, null, 2).replace('"name"', '"id": "some-host",\n  "name"');
    const faults = catalogueFaults({ sources: SOURCES, providers: { 'some-host': entry } }, () => text);
    const lines = text.split('\n');
    const at = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line)) + 1;
    const twice = lines.findIndex((line, i) => line.includes('"id": "some-host"') && i > at(/"id"/) - 1) + 1;
    assert.ok(
      faults.includes(`src/policy/catalogue/some-host.json:${twice}:3: id is there twice`),
      faults.join('\n'),
    );
    // A text that cannot be trusted to say where things are names no line of them.
    assert.ok(faults.some((fault) => fault.startsWith('src/policy/catalogue/some-host.json: rules.0 ')));
    const sound = catalogueFaults({ sources: SOURCES, providers: { 'some-host': entry } }, () =>
      JSON.stringify(entry, null, 2),
    );
    assert.ok(
      sound.some((fault) => /some-host\.json:\d+:5: rules\.0 \(rule "r"\)/.test(fault)),
      sound.join('\n'),
    );
  });
});
