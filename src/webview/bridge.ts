import * as v from 'valibot';
import { type FromPanel, ToPanel } from '../protocol.ts';

/** Says something to the extension. */
export type Post = (message: FromPanel) => void;

// Of what the editor hands out only this is wanted: a webview's own state (`setState`) would outlive the window.
declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void };

/**
 * Opens the line to the extension. Whatever comes in is parsed; what is not of the protocol is dropped.
 *
 * @returns how to say something to the extension.
 */
export function connect(receive: (message: ToPanel) => void): Post {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(ToPanel, data);
    if (message.success) receive(message.output);
  });
  return (message) => api.postMessage(message);
}
