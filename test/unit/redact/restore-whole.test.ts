import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Restored, restoreWhole } from '../../../src/redact/restore-whole.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { findAll, redact } from './findings.ts';

const MAIL = 'ines@kornblume.example';

function conversation(own = ''): Vault {
  const vault = new Vault();
  redact(`${own} ${MAIL}`, findAll(`${own} ${MAIL}`, MAIL), vault);
  return vault;
}

/** A text that got its values back, or the names that are left. */
function textOf(restored: Restored): string | readonly string[] {
  return restored.ok ? restored.text : restored.left;
}

describe('a text that is to stand in a file', () => {
  it('gets every value back', () => {
    const restored = restoreWhole('to: "EMAIL_1"\n# EMAIL_1', conversation());
    assert.equal(textOf(restored), `to: "${MAIL}"\n# ${MAIL}`);
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
      assert.deepEqual(restoreWhole(text, conversation()), { ok: true, text, standIns: [] });
    }
    assert.deepEqual(restoreWhole('select email_1, EMAIL_7', conversation('email_1 EMAIL_7')), {
      ok: true,
      text: 'select email_1, EMAIL_7',
      standIns: [],
    });
  });

  it('keeps stand-ins whose values must not get there, and says whose did', () => {
    const restored = restoreWhole('mail EMAIL_1 EMAIL_1', conversation(), 'exact', new Set(['PHONE_1']));
    assert.ok(restored.ok);
    assert.deepEqual(
      restored.standIns.map(({ name }) => name),
      ['EMAIL_1', 'EMAIL_1'],
    );
    assert.deepEqual(restoreWhole('mail EMAIL_1', conversation(), 'exact', new Set(['EMAIL_1'])), {
      ok: true,
      text: 'mail EMAIL_1',
      standIns: [],
    });
  });

  it('in Markdown gets what was changed back where it is prose, and is refused where it is code', () => {
    assert.equal(textOf(restoreWhole('Write to email_1.', conversation(), 'prose')), `Write to ${MAIL}.`);
    assert.deepEqual(restoreWhole('Write to `email_1`.', conversation(), 'prose'), {
      ok: false,
      left: ['email_1'],
    });
  });
});
