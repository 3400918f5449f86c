/**
 * Where an organisation's policy lies: in folders that only administrators write to. No environment variable has a part
 * in it. On Windows that is not `ProgramData`, where every user may make a folder.
 */
const PATHS: Readonly<Record<string, string>> = {
  win32: 'C:\\Program Files\\Prompt Airlock\\policy.json',
  darwin: '/Library/Application Support/PromptAirlock/policy.json',
};
const ELSEWHERE = '/etc/prompt-airlock/policy.json';

/** The path on a platform, as Node names it. */
export function organisationPath(platform: string): string {
  return (Object.hasOwn(PATHS, platform) ? PATHS[platform] : undefined) ?? ELSEWHERE;
}
