/** Names the file with the settings of the machine that the extension host runs on. */
export const machineSettingsVariable = 'AIRLOCK_TEST_MACHINE_SETTINGS';
