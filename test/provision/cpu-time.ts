/**
 * The time this process was at work, in milliseconds: unlike the clock it stands still while others have the machine, so
 * that times of one run can be compared on a busy one. It moves in steps of some milliseconds.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
