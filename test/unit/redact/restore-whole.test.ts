import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { restoreWhole } from '../../../src/redact/restore-whole.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { findAll, redact } from './findings.ts';

const MAIL = 'ines@kornblume.example';

function conversation(own = ''): Vault {
  const vault = new Vault();
  redact(`${own} ${MAIL}`, findAll(`${own} ${MAIL}`, MAIL), vault);
  return vault;
}

describe('a text that is to stand in a file', () => {
  it('gets every value back', () => {
    assert.deepEqual(restoreWhole('to: "EMAIL_1"\n# EMAIL_1', conversation()), {
      ok: true,
      text: `to: "${MAIL}"\n# ${MAIL}`,
    });
  });

  for (const [what, text, left] of [
    ['was never issued', 'cc: EMAIL_2, EMAIL_1', ['EMAIL_2']],
    ['is a writing that was never issued', 'cc: EMAIL_1_2', ['EMAIL_1_2']],
    ['was changed', 'const a = "email_1"; // EMAIL-1', ['email_1', 'EMAIL-1']],
    ['is escaped', 'EMAIL\\_1', ['EMAIL\\_1']],
    ['was cut off', 'cc: EMAIL_', ['EMAIL_']],
  ] as const) {
    it(`is refused where a stand-in ${what}`, () => {
      assert.deepEqual(restoreWhole(text, conversation()), { ok: false, left });
    });
  }

  it('takes nothing for a stand-in that is of another kind or the person’s own', () => {
    for (const text of ['HTTP_404 and PHONE_1', 'TEMPLATE_1', 'EMAIL, EMAILS, e-mail 1']) {
      assert.deepEqual(restoreWhole(text, conversation()), { ok: true, text });
    }
    assert.deepEqual(restoreWhole('select email_1, EMAIL_7', conversation('email_1 EMAIL_7')), {
      ok: true,
      text: 'select email_1, EMAIL_7',
    });
  });

  it('in Markdown gets what was changed back where it is prose, and is refused where it is code', () => {
    assert.deepEqual(restoreWhole('Write to email_1.', conversation(), 'prose'), {
      ok: true,
      text: `Write to ${MAIL}.`,
    });
    assert.deepEqual(restoreWhole('Write to `email_1`.', conversation(), 'prose'), {
      ok: false,
      left: ['email_1'],
    });
  });
});
