/** Addresses that everybody knows or copies, by number and street in small letters: they are nobody's home. */
const KNOWN =
  /^(?:(?:1|12|42|123|1234) (?:main|any|fake|example|sample|test|elm|oak|maple|street)\b|12345? |1600 amphitheatre|1600 pennsylvania|1 infinite|1 apple park|221b? baker|742 evergreen|10 downing|4 privet|51 franklin|59 temple|675 mass|171 second|559 nathan|345 park ave|500 oracle|4150 network|901 san antonio|1 microsoft|one microsoft|1 hacker way|410 terry|42 wallaby|350 fifth ave|1 wall st|123 )|musterstr|beispielstr|musterweg|musterallee|teststr|hauptstraße 123|sesam|platz der republik 1\b|unter den linden 77|willy-brandt-stra(?:ß|ss)e 1\b/i;
const PLACEHOLDER =
  /musterstadt|musterhausen|anytown|springfield|12345 |99999|00000|anywhere|somewhere|sometown/i;

/** Whether an address is a landmark, a licence's, or made up for a form. */
export function isKnownAddress(address: string): boolean {
  return KNOWN.test(address) || PLACEHOLDER.test(address);
}
