import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Origins } from '../../../../src/editor/redaction/origins.ts';
import { lostNames, standInsIn } from '../../../../src/editor/redaction/stand-ins.ts';
import { open } from '../../airlock/opened.ts';
import { EMAIL, githubToken } from '../../made-up.ts';

const TOKEN = githubToken(13);

describe('stand-ins in a document', () => {
  it('are found where they stand free, in order', async () => {
    const airlock = open();
    const { vault } = airlock.newConversation();
    await airlock.redact({ vault }, [`${EMAIL} ${TOKEN}`]);
    const text = 'a EMAIL_1, EMAIL_11, xEMAIL_1 and "GITHUB_TOKEN_1" 😀 EMAIL_1';
    assert.deepEqual(
      standInsIn(text, vault).map(({ start, end, standIn }) => [text.slice(start, end), standIn.value]),
      [
        ['EMAIL_1', EMAIL],
        ['GITHUB_TOKEN_1', TOKEN],
        ['EMAIL_1', EMAIL],
      ],
    );
  });

  it('are lost where this window has no value for them; other names are nobody’s', async () => {
    const airlock = open();
    const { vault } = airlock.newConversation();
    await airlock.redact({ vault }, [`EMAIL_7 is a column; ${EMAIL}`]);
    const text = 'EMAIL_1 EMAIL_2 GITHUB_TOKEN_9 EMAIL_7 HTTP_404 EMAIL_3_2 email_4';
    assert.deepEqual(
      lostNames(text, vault).map(({ name, start, end }) => [name, text.slice(start, end) === name]),
      [
        ['EMAIL_2', true],
        ['GITHUB_TOKEN_9', true],
        ['EMAIL_3_2', true],
      ],
    );
  });
});

describe('where the values of stand-ins came from', () => {
  const token = { name: 'GITHUB_TOKEN_1', kind: 'github-token', value: TOKEN };
  const email = { name: 'EMAIL_1', kind: 'email', value: EMAIL };

  it('holds secrets to their files, and others not', () => {
    const origins = new Origins();
    origins.add([token, email], 'file:///a');
    assert.deepEqual(origins.foreign([token, email], 'file:///a'), []);
    assert.deepEqual(origins.foreign([token, email, token], 'file:///b'), [token]);
    origins.add([token], 'file:///b');
    assert.deepEqual(origins.foreign([token, email], 'file:///b'), []);
  });
});
