export const delta = (fields: object, finish: string | null = null): object => ({
  choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
export const calls = (...tool_calls: readonly object[]): object => delta({ tool_calls });
export const part = (
  index: number | undefined,
  fields: { id?: string; name?: string; json?: string | object },
): object => ({
  ...(index !== undefined && { index }),
  ...(fields.id !== undefined && { id: fields.id, type: 'function' }),
  function: {
    ...(fields.name !== undefined && { name: fields.name }),
    ...(fields.json !== undefined && { arguments: fields.json }),
  },
});
export const whole = (message: object, finish?: string): string =>
  JSON.stringify({ choices: [{ index: 0, message, ...(finish && { finish_reason: finish }) }] });
