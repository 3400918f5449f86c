import type { Format } from './format.ts';
import { TOKENS_1P_AU } from './tokens-1p-au.ts';
import { TOKENS_ANCHORED } from './tokens-anchored.ts';
import { TOKENS_AW_CH } from './tokens-aw-ch.ts';
import { TOKENS_CI_DE } from './tokens-ci-de.ts';
import { TOKENS_DE_EN } from './tokens-de-en.ts';
import { TOKENS_EX_GI } from './tokens-ex-gi.ts';
import { TOKENS_GI_HA } from './tokens-gi-ha.ts';
import { TOKENS_HA_LI } from './tokens-ha-li.ts';
import { TOKENS_LI_NE } from './tokens-li-ne.ts';
import { TOKENS_NE_PL } from './tokens-ne-pl.ts';
import { TOKENS_PL_RU } from './tokens-pl-ru.ts';
import { TOKENS_RU_SO } from './tokens-ru-so.ts';
import { TOKENS_SQ_TW } from './tokens-sq-tw.ts';
import { TOKENS_TY_ZU } from './tokens-ty-zu.ts';
import { TOKENS_JWT } from './tokens-jwt.ts';

/** Every format of a secret that says by its own first characters what it is. */
export const TOKEN_FORMATS: readonly Format[] = [
  ...TOKENS_1P_AU,
  ...TOKENS_AW_CH,
  ...TOKENS_CI_DE,
  ...TOKENS_DE_EN,
  ...TOKENS_EX_GI,
  ...TOKENS_GI_HA,
  ...TOKENS_HA_LI,
  ...TOKENS_LI_NE,
  ...TOKENS_NE_PL,
  ...TOKENS_PL_RU,
  ...TOKENS_RU_SO,
  ...TOKENS_SQ_TW,
  ...TOKENS_TY_ZU,
  ...TOKENS_JWT,
  ...TOKENS_ANCHORED,
];
