import { contact, internal, type Kind } from '../kind.ts';

/** Kinds of identifiers of networks, devices, vehicles and places, and of the company's own hosts. */
export const NETWORK_KINDS = {
  'ip-address': {
    ...contact('low', 'IP_ADDRESS', 'public IP address', 'may name a person’s connection or a host'),
    signsTell: true,
  },
  'mac-address': contact('low', 'MAC_ADDRESS', 'MAC address', 'names one network adapter'),
  imei: contact('medium', 'IMEI', 'IMEI of a phone', 'names one handset'),
  imsi: contact('medium', 'IMSI', 'IMSI of a subscriber', 'names a mobile subscriber'),
  iccid: contact('medium', 'ICCID', 'ICCID of a SIM card', 'names a SIM card'),
  vin: contact('medium', 'VIN', 'vehicle identification number', 'names one vehicle, and its keeper'),
  coordinates: {
    ...contact('medium', 'COORDINATES', 'precise coordinates', 'tell where somebody is'),
    signsTell: true,
  },
  'device-id': contact('low', 'DEVICE_ID', 'device or advertising id', 'recognises somebody’s device'),
  'internal-host': internal(
    'medium',
    'INTERNAL_HOST',
    'internal host',
    'tells how the company’s network is laid out',
  ),
} as const satisfies Record<string, Kind>;
