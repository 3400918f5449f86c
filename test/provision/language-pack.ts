import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lets an editor speak a language without a language pack from the marketplace: extensions speak it with the messages
 * they bring, and the editor's own words stay English, so that its commands are still found by them.
 *
 * @param userFolder where the editor's server keeps the user's things.
 * @param language as a BCP 47 tag in small letters.
 */
export function putLanguagePack(userFolder: string, language: string): void {
  const messages = join(userFolder, `messages.${language}.json`);
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(messages, JSON.stringify({ contents: {} }));
  const by = { extensionIdentifier: { id: `made-up.language-pack-${language}` }, version: '0.0.1' };
  const pack = { hash: 'made-up', extensions: [by], translations: { vscode: messages }, label: language };
  writeFileSync(join(userFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
