/** The longest address the extension is asked to open, in code units. */
const LONGEST = 4096;

/**
 * Whether a link of an answer may be offered: a whole http or https address without a name or password in it, which
 * have no use but to look like another host.
 */
export function isOpenable(address: string): boolean {
  if (address.length > LONGEST || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, href } = new URL(address);
  return (
    (protocol === 'https:' || protocol === 'http:') &&
    username === '' &&
    password === '' &&
    href.length <= LONGEST
  );
}
