import { saidSecret } from '../context/said.ts';
import { saidLogin } from '../context/said-login.ts';
import {
  authorizationHeader,
  clientPassword,
  curlUser,
  keyHeader,
  schemedCredential,
  sessionCookie,
} from './authorization.ts';
import { awsCredentials, azureServicePrincipal, gcpKeyId, railsKey } from './cloud-files.ts';
import { authPassword, hashedPassword, unlockingPassword } from './call-alone.ts';
import { callPassword, callSecret, signingKey, insertedPassword, typedPassword } from './call-password.ts';
import { columnPassword } from './column-password.ts';
import { commandPassword } from './command-password.ts';
import { expectPassword, herePassword, pipedPassword, writtenSecret } from './piped-password.ts';
import { azureMarkedKey } from './azure-key.ts';
import { azureConnectionString, connectionString } from './connection-string.ts';
import { credentialUrl, goDsn, jdbcUrl } from './credential-url.ts';
import { directoryLogin } from './directory-login.ts';
import { jwk } from './jwk.ts';
import { jwt, wrappedJwt } from './jwt.ts';
import { jwtInLines } from './jwt-lines.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import {
  dockerAuth,
  gradlePassword,
  netrc,
  npmrc,
  nugetPassword,
  pgpass,
  pypirc,
  xmlPassword,
} from './login-files.ts';
import { loginOptions } from './login-options.ts';
import { namedId } from './named-id.ts';
import { ntlmHash, passwordHash } from './password-hash.ts';
import { pem, putty, wrappedPem } from './pem.ts';
import { pemTail } from './pem-tail.ts';
import { otpauth, signedUrl } from './signed-url.ts';
import { seedPhrase } from './seed-phrase.ts';
import type { Structure } from './structure.ts';
import { extendedKey, walletKey } from './wallet.ts';
import { WORDED } from './worded.ts';
import { xmlKey } from './xml-key.ts';

/** Every structure there is. */
export const STRUCTURES: readonly Structure[] = [
  pem,
  pemTail,
  wrappedPem,
  putty,
  credentialUrl,
  jdbcUrl,
  goDsn,
  connectionString,
  azureConnectionString,
  azureMarkedKey,
  authorizationHeader,
  schemedCredential,
  keyHeader,
  curlUser,
  clientPassword,
  commandPassword,
  loginOptions,
  pipedPassword,
  herePassword,
  writtenSecret,
  expectPassword,
  callPassword,
  directoryLogin,
  authPassword,
  hashedPassword,
  unlockingPassword,
  callSecret,
  signingKey,
  typedPassword,
  insertedPassword,
  columnPassword,
  saidSecret,
  saidLogin,
  sessionCookie,
  jwt,
  wrappedJwt,
  jwtInLines,
  gcpKeyId,
  awsCredentials,
  azureServicePrincipal,
  railsKey,
  kubernetesSecret,
  dockerAuth,
  npmrc,
  netrc,
  pgpass,
  pypirc,
  xmlPassword,
  nugetPassword,
  gradlePassword,
  passwordHash,
  ntlmHash,
  jwk,
  xmlKey,
  otpauth,
  signedUrl,
  extendedKey,
  walletKey,
  seedPhrase,
  namedId,
  ...WORDED,
];
