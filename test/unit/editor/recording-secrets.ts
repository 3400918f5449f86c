import type { Secrets } from '../../../src/editor/key-store.ts';

/** A secret storage in memory that remembers what was asked of it. */
export class RecordingSecrets implements Secrets {
  readonly kept = new Map<string, string>();
  readonly asked: string[] = [];

  async get(name: string): Promise<string | undefined> {
    this.asked.push(`get ${name}`);
    return this.kept.get(name);
  }

  async store(name: string, value: string): Promise<void> {
    this.asked.push(`store ${name}`);
    this.kept.set(name, value);
  }

  async delete(name: string): Promise<void> {
    this.asked.push(`delete ${name}`);
    this.kept.delete(name);
  }
}
