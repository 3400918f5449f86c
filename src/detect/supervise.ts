import { type Finding, type Scan, ScanFailure, type ScanFailureReason } from './finding.ts';
import { assertScannable } from './limits.ts';
import type { ScanReply, ScanRequest } from './serve.ts';

/** A scanner that runs where it cannot hold us up: a worker thread, a web worker. */
export interface RemoteScanner {
  post(request: ScanRequest): void;
  onReply(listener: (reply: ScanReply) => void): void;
  /** The listener is called once when the scanner ends, for whatever reason, on its own. */
  onExit(listener: () => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** What a supervisor needs from outside. */
export interface SupervisorOptions {
  /** Starts a scanner. */
  readonly spawn: () => RemoteScanner;
  /** Longest time for one request, in milliseconds, given its size in UTF-16 code units. */
  readonly deadline?: (codeUnits: number) => number;
}

/** A scan that always comes to an end, and what it takes to let go of it. */
export interface SupervisedScan {
  readonly scan: Scan;
  /** Answers what was asked and then ends; asks for nothing more. */
  retire(): void;
  /** Ends at once: what was asked is rejected. */
  dispose(): void;
}

interface Job {
  readonly texts: readonly string[];
  readonly resolve: (findings: readonly (readonly Finding[])[]) => void;
  readonly reject: (failure: ScanFailure) => void;
}

/** Generous, since the first scan loads the engine: what is over it hangs. */
const DEADLINE = (codeUnits: number): number => 5_000 + codeUnits / 500;

/**
 * Runs scans one after another in a scanner of its own. One that hangs past its deadline, or dies, is replaced:
 * the scan under way is rejected with a `ScanFailure` (`deadline`, `scanner-died`), the next one gets a fresh one.
 */
export function superviseScanner({ spawn, deadline = DEADLINE }: SupervisorOptions): SupervisedScan {
  const queue: Job[] = [];
  let scanner: RemoteScanner | undefined;
  let current: { job: Job; id: number; timer: ReturnType<typeof setTimeout> } | undefined;
  let lastId = 0;
  let closed = false;

  function start(): RemoteScanner {
    const fresh = spawn();
    fresh.onReply((reply) => {
      if (fresh === scanner) settle(reply);
    });
    fresh.onExit(() => {
      if (fresh !== scanner) return;
      scanner = undefined;
      fail('scanner-died');
    });
    return fresh;
  }

  function next(): void {
    if (current) return;
    const job = queue.shift();
    if (!job) {
      if (closed) replace();
      return;
    }
    const id = ++lastId;
    const codeUnits = job.texts.reduce((sum, text) => sum + text.length, 0);
    const timer = setTimeout(() => {
      replace();
      fail('deadline');
    }, deadline(codeUnits));
    current = { job, id, timer };
    try {
      scanner ??= start();
      scanner.post({ id, texts: job.texts });
    } catch {
      replace();
      fail('scanner-died');
    }
  }

  function replace(): void {
    const old = scanner;
    scanner = undefined;
    old?.kill();
  }

  function settle(reply: ScanReply): void {
    const done = current;
    if (!done || done.id !== reply.id) return;
    current = undefined;
    clearTimeout(done.timer);
    if ('findings' in reply && reply.findings.length === done.job.texts.length) {
      done.job.resolve(reply.findings);
    } else {
      const failure = 'failure' in reply ? reply : { failure: 'rule-failed' as const };
      done.job.reject(new ScanFailure(failure.failure, 'size' in failure ? failure.size : undefined));
    }
    next();
  }

  function fail(reason: ScanFailureReason): void {
    const failed = current;
    current = undefined;
    if (failed) {
      clearTimeout(failed.timer);
      failed.job.reject(new ScanFailure(reason));
    }
    next();
  }

  return {
    async scan(texts) {
      if (closed) throw new ScanFailure('scanner-died');
      for (const text of texts) assertScannable(text);
      if (texts.length === 0) return [];
      return new Promise((resolve, reject) => {
        queue.push({ texts, resolve, reject });
        next();
      });
    },
    retire() {
      closed = true;
      next();
    },
    dispose() {
      closed = true;
      replace();
      for (const job of queue.splice(0)) job.reject(new ScanFailure('scanner-died'));
      fail('scanner-died');
    },
  };
}
