/** What leaves is written down: a line before the first byte of each request, and one once it has ended. */
import type { AnswerEvent } from '../wire/answer-event.ts';
import { faultOfStatus, WireFault } from '../wire/fault.ts';
import type { OutgoingRequest, Transport } from '../wire/gate.ts';
import type { Ledger, Outcome } from '../wire/ledger/ledger.ts';
import { requestIdOf } from '../wire/ledger/request-id.ts';
import type { Receipt } from '../wire/receipt.ts';

/** What a recorder works with. */
export interface RecorderOptions {
  readonly transport: Transport;
  /** Where there is none, nothing is written down. */
  readonly ledger: Ledger | undefined;
  readonly now: () => Date;
  readonly receiptOf: (request: OutgoingRequest) => Receipt;
  /** Whether a text holds a value that was redacted. */
  readonly holdsVaultValue: (text: string) => boolean;
}

/** Writes down the requests that one send makes: a retry is a request of its own. */
export interface Recorder {
  /** To be used in place of the transport. */
  readonly transport: Transport;
  /** The receipt of the newest request. */
  readonly receipt: Receipt | undefined;
  /** Passes the events on, and writes down how the last request ended, whatever happens. */
  watch<T extends AnswerEvent>(events: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T>;
}

interface Attempt {
  readonly receipt: Receipt;
  handedOver: boolean;
  /** Why nothing came back of it. */
  fault?: WireFault;
  response?: { readonly ok: boolean; readonly status: number; readonly requestId: string | undefined };
}

/** Opens a recorder for one send. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { ledger, now, receiptOf, holdsVaultValue } = options;
  let attempt: Attempt | undefined;
  let receipt: Receipt | undefined;

  async function close(how: Outcome['how'], fault?: WireFault): Promise<void> {
    const ended = attempt;
    attempt = undefined;
    if (ended === undefined) return;
    const { handedOver, response } = ended;
    const known = fault ?? ended.fault;
    // One that was tried again is known by its status alone.
    const refused = how === 'failed' && response && !response.ok && faultOfStatus(response.status, null);
    const reason = known?.reason ?? (refused ? refused.reason : undefined);
    await ledger?.end(ended.receipt.id, {
      at: now().getTime(),
      how,
      ...(reason !== undefined && { reason }),
      sent: !handedOver ? 'no' : response !== undefined ? 'yes' : (known?.sent ?? 'unknown'),
      ...(response && { status: response.status }),
      ...(response?.requestId !== undefined && { requestId: response.requestId }),
    });
  }

  const transport: Transport = async (request, signal) => {
    // One that was tried again has failed.
    await close('failed');
    receipt = receiptOf(request);
    await ledger?.begin(receipt);
    attempt = { receipt, handedOver: false };
    signal?.throwIfAborted();
    attempt.handedOver = true;
    const response = await options.transport(request, signal).catch((error: unknown) => {
      if (error instanceof WireFault && attempt) attempt.fault = error;
      throw error;
    });
    const requestId = requestIdOf(response.headers, request, holdsVaultValue);
    attempt.response = { ok: response.ok, status: response.status, requestId };
    return response;
  };

  async function* watch<T extends AnswerEvent>(
    events: AsyncIterable<T>,
    signal: AbortSignal,
  ): AsyncGenerator<T> {
    // Whoever stops listening has stopped it.
    let how: Outcome['how'] = 'stopped';
    let fault: WireFault | undefined;
    try {
      for await (const event of events) {
        if (event.type === 'end') {
          how = event.reason;
          await close(how);
        }
        yield event;
      }
    } catch (error) {
      how = signal.aborted ? 'stopped' : 'failed';
      if (error instanceof WireFault) fault = error;
      throw error;
    } finally {
      await close(how, fault);
    }
  }

  return {
    transport,
    get receipt() {
      return receipt;
    },
    watch,
  };
}
