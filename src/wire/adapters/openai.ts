/** OpenAI's two formats, which share a client: one file, loaded when the first of them is needed. */
export { chatCompletions } from './chat-completions.ts';
export { responses } from './responses.ts';
