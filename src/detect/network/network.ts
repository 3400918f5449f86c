import type { RuleDefinition } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { coordinates } from './coordinates.ts';
import { coordinatesInDegrees } from './coordinates-in-degrees.ts';
import { deviceId } from './device-id.ts';
import { internalHost, privateAddress } from './internal-host.ts';
import { ipv4 } from './ipv4.ts';
import { ipv6 } from './ipv6.ts';
import { labelledMac, macAddress } from './mac-address.ts';
import { iccid, imei, imsi } from './mobile-ids.ts';
import { labelledVin } from './vin.ts';

/** Identifiers of networks and devices that are found on walks of their own. */
export const NETWORK_RULES: readonly RuleDefinition[] = [ipv4, macAddress, coordinatesInDegrees];

/** Identifiers of networks, devices, vehicles and places that begin at a word the engine looks for. */
export const NETWORK_STRUCTURES: readonly Structure[] = [
  ipv6,
  labelledMac,
  imei,
  imsi,
  iccid,
  labelledVin,
  coordinates,
  deviceId,
  internalHost,
  privateAddress,
];
