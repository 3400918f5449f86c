/** Whether a value that was parsed from JSON, or is to be written as such, is an object and no list. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
