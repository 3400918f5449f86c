import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { CONTACT_RULES } from '../../../../src/detect/contact/contact.ts';
import { NETWORK_KINDS } from '../../../../src/detect/network/kinds.ts';
import { NETWORK_RULES, NETWORK_STRUCTURES } from '../../../../src/detect/network/network.ts';
import { hostsOf, OwnDomains } from '../../../../src/detect/network/own-hosts.ts';
import { casesOf, detectorsOf, valuesIn } from '../contact/marked-cases.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/network');
// Numbers of handsets and vehicles are found on the walk over runs of digits.
const digitRuns = CONTACT_RULES.filter(({ id }) => id === 'digit-runs');
const detectors = detectorsOf([...NETWORK_RULES, ...digitRuns], NETWORK_STRUCTURES);

describe('identifiers of networks and devices', () => {
  it('have a folder of cases for every kind', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(NETWORK_KINDS).sort());
  });

  for (const kind of readdirSync(FOLDER)) {
    for (const file of ['ng.txt', 'ng.blocks.txt', 'ok.txt', 'ok.blocks.txt'].filter((name) =>
      existsSync(join(FOLDER, kind, name)),
    )) {
      describe(`${kind}/${file}`, () => {
        for (const [i, { text, expected }] of casesOf(`network/${kind}/${file}`).entries()) {
          it(`case ${i + 1}`, async () => {
            assert.deepEqual(await valuesIn(text, detectors), expected);
          });
        }
      });
    }
  }

  it('look at places by themselves: the end of the text, its beginning, between letters of any script', () => {
    for (const { id, literals, findAt } of NETWORK_STRUCTURES) {
      for (const literal of literals) {
        assert.deepEqual(findAt(literal, 0), [], `${id} at ${literal}`);
        assert.deepEqual(findAt(`鍵${literal}`, 1), [], `${id} at ${literal}`);
      }
    }
  });
});

describe('hosts of own domains', () => {
  const own = [hostsOf(['acme-robotics.com', 'falcon.io'])];

  for (const [text, expected] of [
    ['curl https://build.acme-robotics.com/job/7', ['build.acme-robotics.com']],
    ['see ACME-Robotics.com.', ['ACME-Robotics.com']],
    ['db-1.eu.falcon.io:5432', ['db-1.eu.falcon.io']],
    ['https://ops@vpn.falcon.io/', ['vpn.falcon.io']],
    ['ssh deploy@web-3.falcon.io', ['web-3.falcon.io']],
    ['"*.falcon.io"', ['falcon.io']],
    ['jane@acme-robotics.com wrote', []],
    ['notacme-robotics.com and millenniumfalcon.io', []],
    ['acme-robotics.community, falcon.ios, falcon.io.example.net', []],
    ['peregrine-falcon.io', []],
  ] as const) {
    it(text, async () => {
      assert.deepEqual(await valuesIn(text, own), expected);
    });
  }

  it('take names of domains only', () => {
    assert.deepEqual(v.parse(OwnDomains, [' Acme.COM ']), ['acme.com']);
    for (const wrong of ['com', 'https://acme.com', 'acme..com', '*.acme.com', 'a b.com', '10.0.0.1']) {
      assert.ok(!v.safeParse(OwnDomains, [wrong]).success, wrong);
    }
  });
});
