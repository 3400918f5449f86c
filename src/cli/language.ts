import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config, t as translated } from '@vscode/l10n';
import type { Translate } from '../sentences/translate.ts';

/** Messages for the person at the terminal. What is for a program to read stays in English. */
export const t: Translate = (message, ...args) => translated(message, ...args);

const BUNDLE = /^bundle\.l10n\.([a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3})\.json$/;

/** The languages there are messages in; English is what they are written in. */
export function languages(): readonly string[] {
  return ['en', ...filesOf().flatMap((file) => BUNDLE.exec(file)?.[1] ?? [])];
}

/**
 * Speaks a language from now on; English where there are no messages in it.
 * @param wanted as a BCP 47 tag or a locale of the system: `de`, `de-AT`, `de_DE.UTF-8`.
 * @returns whether it is spoken.
 */
export function speak(wanted: string): boolean {
  const language = closest(wanted, languages());
  if (language === undefined || language === 'en') return language !== undefined;
  config({ contents: readFileSync(join(folder(), `bundle.l10n.${language}.json`), 'utf8') });
  return true;
}

/** The language the system is set to. Nothing but the language of what is printed hangs on it. */
export function systemLanguage(environment: NodeJS.ProcessEnv): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '') ?? 'en';
}

/** `de_AT.UTF-8` is served by `de-at`, or else by `de`. */
function closest(wanted: string, there: readonly string[]): string | undefined {
  const parts = (/^[^.@]{0,40}/.exec(wanted)?.[0] ?? '').toLowerCase().split(/[_-]/);
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join('-');
    if (there.includes(tag)) return tag;
  }
  return undefined;
}

function filesOf(): readonly string[] {
  try {
    return readdirSync(folder()).sort();
  } catch {
    return [];
  }
}

/** Where the extension's bundles of messages lie, seen from dist/. */
function folder(): string {
  return join(__dirname, '..', 'l10n');
}
