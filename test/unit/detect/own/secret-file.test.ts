import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { keepsSecret } from '../../../../src/detect/own/keeps-secret.ts';
import { entriesOf } from '../../../../src/detect/own/secret-file.ts';

/** A file, and the values of it that are worth finding again. */
const FILES: readonly { name: string; text: string; kept: readonly string[] }[] = [
  {
    name: '.env',
    text: `# comment
NODE_ENV=development
PORT=3000
HOST=localhost
DB_PASSWORD=wintergarten-am-see
export API_TOKEN="zR4!quiet#harbour" # rotated
MULTI_KEY="first line of it
second line of it"
DATABASE_URL=postgres://shop:Nebel%21kraehe7@db.brightparcel.io:5432/shop
EMPTY=
SHORT=abc
REF=\${OTHER_VALUE}
PUBLIC_URL=https://shop.brightparcel.io/start
LOG_FORMAT=yyyy-MM-dd HH:mm:ss
COMPANY_PIN_CODE=lighthouse keeper jar
`,
    kept: [
      'wintergarten-am-see',
      'zR4!quiet#harbour',
      'first line of it\nsecond line of it',
      'postgres://shop:Nebel%21kraehe7@db.brightparcel.io:5432/shop',
      'Nebel!kraehe7',
      'lighthouse keeper jar',
    ],
  },
  {
    name: 'appsettings.Production.json',
    text: `{
  // as deployed
  "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
  "AllowedHosts": "*",
  "ConnectionStrings": { "Shop": "Server=sql01;Database=shop;User Id=app;Password=Moor-Kranich-44;Encrypt=true" },
  "Mail": { "ApiKey": "blau-gruen-kupfer-zehn", "From": "shop@brightparcel.io", },
}`,
    kept: [
      'Server=sql01;Database=shop;User Id=app;Password=Moor-Kranich-44;Encrypt=true',
      'Moor-Kranich-44',
      'blau-gruen-kupfer-zehn',
    ],
  },
  {
    name: 'application-prod.yml',
    text: `spring:
  datasource:
    url: jdbc:postgresql://db:5432/shop
    driver-class-name: org.postgresql.Driver
    password: 'Kiesel#bach#12'
  jackson:
    time-zone: Europe/Berlin
server:
  port: 8080
jwt:
  secret: >-
    an-old-oak-by-the-river
key:
  pem: |
    -----BEGIN X-----
    b25seSBhIHNhbXBsZQ
    -----END X-----
`,
    kept: [
      'Kiesel#bach#12',
      'an-old-oak-by-the-river',
      '-----BEGIN X-----\nb25seSBhIHNhbXBsZQ\n-----END X-----',
    ],
  },
  {
    name: '.npmrc',
    text: 'registry=https://npm.brightparcel.io/\n//npm.brightparcel.io/:_authToken=kupfer.dach.9931\n',
    kept: ['kupfer.dach.9931'],
  },
  {
    name: '.netrc',
    text: 'machine git.brightparcel.io\n  login deploy-bot\n  password torf-moos-8812\n',
    kept: ['torf-moos-8812'],
  },
  {
    name: 'prod.tfvars',
    text: 'region = "eu-central-1"\ndb_password = "heide.wacholder.3"\ninstance_count = 3\n',
    kept: ['heide.wacholder.3'],
  },
  {
    name: 'credentials',
    text: '[default]\naws_access_key_id = AKIAY3F5QWERTZUIOPAB\naws_secret_access_key = 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\n',
    kept: ['AKIAY3F5QWERTZUIOPAB', 'qJ8w/Zp+42mLxV9TfB3nKsR7hYdC0eGu1aIoWx5k'],
  },
  {
    name: 'kubeconfig',
    text: 'users:\n- name: admin\n  user:\n    token: nebel-fluss-ufer-sand\n    client-key-data: c2FtcGxlIGtleSBkYXRhIG9ubHk=\n',
    kept: ['nebel-fluss-ufer-sand', 'c2FtcGxlIGtleSBkYXRhIG9ubHk='],
  },
  {
    name: 'secrets.xml',
    text: '<settings><password>Birke-und-Erle</password><add key="Vault" value="rot.kehl.chen.5"/></settings>',
    kept: ['Birke-und-Erle', 'rot.kehl.chen.5'],
  },
];

describe('files that keep secrets', () => {
  for (const { name, text, kept } of FILES) {
    it(`are read: ${name}`, () => {
      assert.deepEqual(
        entriesOf(name, text)
          .filter(keepsSecret)
          .map(({ value }) => value),
        kept,
      );
    });
  }

  it('keep the key of each value', () => {
    assert.deepEqual(
      entriesOf('.env', 'A_TOKEN=one-two-three\nB="x y z 1"').map(({ key }) => key),
      ['A_TOKEN', 'B'],
    );
  });

  for (const value of [
    'development',
    'localhost:5432',
    'postgres',
    '12345678',
    '2026-01-01',
    'true',
    'a1b2c3d',
    'com.brightparcel.shop.Main',
    './keys/server.pem',
    'eu-central-1',
    'info@brightparcel.io',
    'your-token-here',
    '${VAULT_TOKEN}',
    '{{ .Values.token }}',
    'application/json',
    'production database',
  ]) {
    it(`hold what is common: ${value}`, () => assert.equal(keepsSecret({ key: 'SETTING', value }), false));
  }

  it('hold as a secret what its key says is one, whatever it looks like', () => {
    assert.ok(keepsSecret({ key: 'DB_PASSWORD', value: 'blaue.wolke' }));
    assert.ok(keepsSecret({ key: 'DB_PASSWORD', value: '48291734' }));
    assert.ok(!keepsSecret({ key: 'DB_PASSWORD', value: 'database' }));
    assert.ok(!keepsSecret({ key: 'TOKEN_URL', value: 'https://login.brightparcel.io/token' }));
  });
});
