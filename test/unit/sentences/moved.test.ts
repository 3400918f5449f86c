import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Moved, movedSentence } from '../../../src/sentences/moved.ts';
import { english } from '../../../src/sentences/translate.ts';

const said = (saved: Moved['saved'], isNew = true): string =>
  movedSentence({ file: 'api/.env', variable: 'PAY_TOKEN', isNew, saved }, english);

describe('what is said of a value that was moved', () => {
  it('names file and variable, and what is to be done', () => {
    assert.equal(
      said('saved'),
      'Moved to api/.env as PAY_TOKEN. The program has to be started with the variables of that file.',
    );
    assert.equal(
      said('saved', false),
      'api/.env has the value already, as PAY_TOKEN; it is read from there now.',
    );
  });

  it('says that the file is not saved yet, where the user had changed it or it cannot be', () => {
    assert.match(
      said('theirs'),
      /^Moved to api\/\.env as PAY_TOKEN\. You had changed .* not saved yet: save it/,
    );
    assert.match(said('failed'), /^Moved to api\/\.env as PAY_TOKEN, but the file could not be saved/);
    for (const saved of ['theirs', 'failed'] as const)
      assert.match(
        said(saved, false),
        /^api\/\.env has the value already.*changes that are not saved: save it\.$/,
      );
  });
});
