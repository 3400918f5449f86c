/** The variable that says at which port of this machine the tests listen. */
export const portVariable = 'AIRLOCK_STAGE_PORT';

/** What a workbench is asked, a line of JSON each; it is done in this order. */
export interface Job {
  /** Closes every editor; what was changed in one is not saved. */
  readonly closeEditors?: boolean;
  /** User settings; one without a value is the default again. */
  readonly settings?: readonly { readonly key: string; readonly value?: unknown }[];
  /** Waits until this extension is active. */
  readonly awaits?: string;
  /** Commands without arguments. */
  readonly commands?: readonly string[];
}

/** What came of a job: nothing where it is done. */
export interface Done {
  readonly error?: string;
}
