/** A picture that goes with a message. */
export interface WireImage {
  /** Such as `image/png`. */
  readonly mediaType: string;
  readonly base64: string;
}

/** A tool that a model wants called. */
export interface ToolCall {
  /** What its result refers to. */
  readonly id: string;
  readonly name: string;
  /** JSON, as the model wrote it. */
  readonly arguments: string;
}

/** A tool that a model may call. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** A JSON schema of its arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One message as it goes over the wire, whatever its format makes of it. */
export type WireMessage =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string; readonly images?: readonly WireImage[] }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ToolCall[] }
  /** What a tool answered to the call of that id. */
  | { readonly role: 'tool'; readonly content: string; readonly callId: string; readonly failed?: boolean };
