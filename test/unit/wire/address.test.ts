import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseAddress, readAddress } from '../../../src/wire/address.ts';

describe('an address to send to', () => {
  for (const text of [
    'https://api.example.test',
    'https://api.example.test/v1',
    'https://API.Example.test/v1/openai',
    'https://api.example.test:8443/v1',
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080',
    'http://[::1]:1234/v1',
    'https://xn--bcher-kva.example/v1',
  ]) {
    it(`is read: ${text}`, () => assert.equal(parseAddress(text).href, new URL(text).href));
  }

  const refused: Readonly<Record<string, string>> = {
    'a dot at the end of the host': 'https://api.example.test./v1',
    'loopback in octal': 'http://0177.0.0.1/v1',
    'loopback as one number': 'http://2130706433/v1',
    'loopback in hexadecimal': 'http://0x7f.1/v1',
    'loopback cut short': 'http://127.1/v1',
    'loopback of IPv6 written out': 'http://[0:0:0:0:0:0:0:1]/v1',
    'loopback of IPv4 within IPv6': 'http://[::ffff:127.0.0.1]/v1',
    'letters of another script': 'https://аpi.example.test/v1',
    'letters that are folded to others': 'https://ａpi.example.test/v1',
    'a percent in the host': 'https://api%2eexample.test/v1',
    'a user': 'https://user@api.example.test/v1',
    'a user and a password': 'https://user:word@api.example.test/v1',
    'a query': 'https://api.example.test/v1?key=x',
    'an empty query': 'https://api.example.test/v1?',
    'a fragment': 'https://api.example.test/v1#x',
    'a backslash': 'https://api.example.test\\@evil.test/v1',
    'a newline': 'https://api.example.test\n.evil.test/v1',
    'a tab': 'https://api.example\t.test/v1',
    'blanks around it': ' https://api.example.test/v1 ',
    'one slash': 'https:/api.example.test/v1',
    'another scheme': 'ftp://api.example.test/v1',
    'no scheme': 'api.example.test/v1',
    'no host': 'https:///v1',
    'a port that is none': 'https://api.example.test:99999/v1',
    nothing: '',
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`is refused with ${what}`, () => {
      assert.equal(readAddress(text), undefined);
      assert.throws(() => parseAddress(text), { reason: 'malformed-address', sent: 'no' });
    });
  }

  for (const text of [
    'http://api.example.test/v1',
    'http://10.0.0.5/v1',
    'http://localhost.example.test/v1',
  ]) {
    it(`is refused without TLS: ${text}`, () => {
      assert.throws(() => parseAddress(text), { reason: 'no-tls', sent: 'no' });
    });
  }
});
