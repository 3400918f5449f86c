import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentLooks, type Look } from '../../../../src/editor/diagnostics/document-looks.ts';
import { type Finding, ScanFailure } from '../../../../src/detect/finding.ts';

/** A document that is edited by hand. */
class Text {
  version = 1;
  isClosed = false;
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  getText(): string {
    return this.text;
  }
  edit(text: string): void {
    this.text = text;
    this.version += 1;
  }
}

interface Scanning {
  readonly text: string;
  readonly answer: (findings: readonly Finding[] | Error) => void;
}

const FINDING: Finding = {
  rule: 'r',
  class: 'secret',
  kind: 'password',
  severity: 'high',
  start: 0,
  end: 1,
  evidence: 'shape',
};

function opened(longest = 100) {
  const pauses = new Set<() => void>();
  const scans: Scanning[] = [];
  const told: [Text, Look][] = [];
  const failures: unknown[] = [];
  const looks = new DocumentLooks<Text>({
    scan: (texts) =>
      new Promise((resolve, reject) => {
        scans.push({
          text: texts.join(),
          answer: (found) => (found instanceof Error ? reject(found) : resolve([found])),
        });
      }),
    wait: (work) => {
      pauses.add(work);
      return { cancel: () => void pauses.delete(work) };
    },
    longest,
    onLook: (document, look) => told.push([document, look]),
    onFailure: (error) => failures.push(error),
  });
  /** All pauses that have begun are over. */
  const pass = (): void => {
    const now = [...pauses];
    pauses.clear();
    for (const work of now) work();
  };
  const answer = async (i: number, found: readonly Finding[] | Error): Promise<void> => {
    scans[i]?.answer(found);
    await new Promise(setImmediate);
  };
  return { looks, pauses, scans, told, failures, pass, answer };
}

describe('looks at documents as they are typed', () => {
  it('come after a pause, one for many changes', async () => {
    const { looks, pauses, scans, told, pass, answer } = opened();
    const text = new Text('a');
    looks.changed(text);
    text.edit('ab');
    looks.changed(text);
    assert.equal(scans.length, 0);
    assert.equal(pauses.size, 1);
    pass();
    await answer(0, [FINDING]);
    assert.deepEqual(
      scans.map((one) => one.text),
      ['ab'],
    );
    assert.deepEqual(told, [[text, { is: 'found', version: 2, findings: [FINDING] }]]);
  });

  it('are one at a time for a document, and do not count where it has changed', async () => {
    const { looks, scans, told, pass, answer } = opened();
    const text = new Text('a');
    looks.changed(text);
    pass();
    text.edit('b');
    looks.changed(text);
    pass();
    text.edit('c');
    looks.changed(text);
    pass();
    assert.equal(scans.length, 1);
    await answer(0, [FINDING]);
    assert.deepEqual(told, []);
    assert.deepEqual(
      scans.map((one) => one.text),
      ['a', 'c'],
    );
    await answer(1, []);
    assert.deepEqual(told, [[text, { is: 'found', version: 3, findings: [] }]]);
    assert.equal(scans.length, 2);
  });

  it('of several documents do not wait for each other', () => {
    const { looks, scans, pass } = opened();
    looks.changed(new Text('a'));
    looks.changed(new Text('b'));
    pass();
    assert.deepEqual(
      scans.map((one) => one.text),
      ['a', 'b'],
    );
  });

  it('do not count where other rules hold by then, and are had again', async () => {
    const { looks, scans, told, pass, answer } = opened();
    const text = new Text('a');
    looks.changed(text);
    pass();
    looks.again();
    await answer(0, [FINDING]);
    assert.equal(told.length, 0);
    pass();
    await answer(1, []);
    assert.deepEqual(
      told.map(([, look]) => look),
      [{ is: 'found', version: 1, findings: [] }],
    );
    assert.equal(scans.length, 2);
  });

  it('tell nothing of a document that was closed', async () => {
    const { looks, scans, told, pass, answer } = opened();
    const [first, second] = [new Text('a'), new Text('b')];
    looks.changed(first);
    pass();
    looks.changed(second);
    looks.forget(first);
    second.isClosed = true;
    pass();
    await answer(0, [FINDING]);
    assert.equal(scans.length, 1);
    assert.deepEqual(told, []);
    assert.ok(!looks.isWatched(first) && !looks.isWatched(second));
  });

  it('tell nothing to one that was opened again meanwhile', async () => {
    const { looks, told, pass, answer } = opened();
    const text = new Text('a');
    looks.changed(text);
    pass();
    looks.forget(text);
    looks.changed(text);
    await answer(0, [FINDING]);
    assert.deepEqual(told, []);
    pass();
    await answer(1, []);
    assert.equal(told.length, 1);
  });

  it('say that a document is too long, and scan none of it', () => {
    const { looks, scans, told, pass } = opened(3);
    const text = new Text('abcd');
    looks.changed(text);
    pass();
    assert.equal(scans.length, 0);
    assert.deepEqual(told, [[text, { is: 'too-long' }]]);
    text.edit('abc');
    looks.changed(text);
    pass();
    assert.equal(scans.length, 1);
  });

  it('that fail take back what was found, and are told once until one succeeds', async () => {
    const { looks, told, failures, pass, answer } = opened();
    const text = new Text('a');
    const failure = new ScanFailure('deadline');
    for (const [i, outcome] of [failure, failure, [FINDING], failure].entries()) {
      looks.changed(text);
      pass();
      await answer(i, outcome);
    }
    assert.deepEqual(
      told.map(([, { is }]) => is),
      ['failed', 'failed', 'found', 'failed'],
    );
    assert.deepEqual(failures, [failure, failure]);
  });

  it('go on after a failure while the document had changed', async () => {
    const { looks, scans, told, pass, answer } = opened();
    const text = new Text('a');
    looks.changed(text);
    pass();
    text.edit('b');
    looks.changed(text);
    pass();
    await answer(0, new ScanFailure('scanner-died'));
    await answer(1, [FINDING]);
    assert.equal(scans.length, 2);
    assert.deepEqual(
      told.map(([, { is }]) => is),
      ['failed', 'found'],
    );
  });

  it('stop where all are forgotten', () => {
    const { looks, pauses } = opened();
    looks.changed(new Text('a'));
    looks.changed(new Text('b'));
    looks.clear();
    assert.equal(pauses.size, 0);
  });
});
