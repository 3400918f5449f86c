import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namesInAddresses } from '../../../../src/editor/panel/names-in-addresses.ts';

describe('names of stand-ins in addresses of an answer', () => {
  const standIns = ['EMAIL_1', 'NAME_1', 'person1@example.com', '+1 202 555-0107'].map((name) => ({
    name,
    kind: 'email',
    value: 'v',
  }));

  const CASES: readonly (readonly [what: string, wire: string, names: readonly string[]])[] = [
    ['each once', 'https://a.b/EMAIL_1?EMAIL_1 and https://a.b/EMAIL_1', ['EMAIL_1']],
    ['of mail', 'mailto:person1@example.com', ['person1@example.com']],
    ['of a picture', '![NAME_1](https://a.b/?q=EMAIL_1)', ['EMAIL_1']],
    ['of a host', 'https://EMAIL_1.evil.example', ['EMAIL_1']],
    ['with blanks in them', '![a](<https://a.b/?q=+1 202 555-0107>)', ['+1 202 555-0107']],
    ['with blanks in them, in one that stands bare', 'https://a.b/?q=+1 202 555-0107', ['+1 202 555-0107']],
    ['in a definition', '[a]\n\n[a]: //a.b/NAME_1', ['NAME_1']],
    ['none that only begins like one', 'https://a.b/EMAIL_12', []],
    ['none beside an address', 'EMAIL_1 at https://a.b for NAME_1', []],
    ['none in code', '```\ncurl https://a.b/EMAIL_1\n```\n\n`https://a.b/EMAIL_1`', []],
  ];
  for (const [what, wire, names] of CASES) {
    it(`are ${what}`, () => assert.deepEqual(namesInAddresses(wire, standIns), names));
  }

  it('are none where none was issued', () => {
    assert.deepEqual(namesInAddresses('https://a.b/EMAIL_1', []), []);
  });
});
