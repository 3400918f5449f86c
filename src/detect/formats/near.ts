import type { Format } from './format.ts';
import { NEAR_A } from './near-a.ts';
import { NEAR_B } from './near-b.ts';
import { NEAR_C } from './near-c.ts';
import { NEAR_CM_TO_D } from './near-cm-d.ts';
import { NEAR_E_TO_F } from './near-e-f.ts';
import { NEAR_G_TO_H } from './near-g-h.ts';
import { NEAR_IDS } from './near-ids.ts';
import { NEAR_I_TO_K } from './near-i-k.ts';
import { NEAR_L_TO_M } from './near-l-m.ts';
import { NEAR_N_TO_O } from './near-n-o.ts';
import { NEAR_P_TO_Q } from './near-p-q.ts';
import { NEAR_R_TO_S } from './near-r-s.ts';
import { NEAR_SH_TO_S } from './near-sh-s.ts';
import { NEAR_T_TO_U } from './near-t-u.ts';
import { NEAR_V_TO_Z } from './near-v-z.ts';

/** Every format that has nothing of its own to be known by, and is known by a context word beside it. */
export const NEAR_FORMATS: readonly Format[] = [
  ...NEAR_A,
  ...NEAR_B,
  ...NEAR_C,
  ...NEAR_CM_TO_D,
  ...NEAR_E_TO_F,
  ...NEAR_G_TO_H,
  ...NEAR_I_TO_K,
  ...NEAR_L_TO_M,
  ...NEAR_N_TO_O,
  ...NEAR_P_TO_Q,
  ...NEAR_R_TO_S,
  ...NEAR_SH_TO_S,
  ...NEAR_T_TO_U,
  ...NEAR_V_TO_Z,
  ...NEAR_IDS,
];
