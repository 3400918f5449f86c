import { readdirSync, readFileSync } from 'node:fs';

const TASKS = '/proc/self/task';

/**
 * How long the threads of this process have waited for a core so far, all together, in milliseconds: where there are fewer
 * cores than threads at work, or others are at work as well, the clock counts that too. Undefined where the system does not
 * say (Documentation/scheduler/sched-stats.rst of Linux: the second number of a task's `schedstat`, in nanoseconds).
 */
export function coreWait(): number | undefined {
  try {
    let wait = 0;
    for (const task of readdirSync(TASKS))
      wait += Number(readFileSync(`${TASKS}/${task}/schedstat`, 'utf8').split(' ')[1]);
    return Number.isNaN(wait) ? undefined : wait / 1e6;
  } catch {
    // Another system, or a thread that ended at this moment.
    return undefined;
  }
}
