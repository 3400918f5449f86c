import { CONDITIONS, MEDICINES } from '../../people/health/terms.ts';
import { folded } from '../labels/fold.ts';
import { LIKELY, NO, type Verdict } from './verdict.ts';

/** What the illnesses and medicines of the one list, English and German, are called in the other languages; folded. */
const ELSEWHERE =
  'diabete;diabete de type 1;diabete de type 2;diabete di tipo 2;diabetes tipo 1;diabetes tipo 2;asthme;asma;astma;hypertension arterielle;hipertension;ipertensione;hipertensao;' +
  'hoge bloeddruk;epilessia;epilepsia;depresion;depressione;depressao;depressie;migrana;emicrania;enxaqueca;cancer du sein;cancer;cancro;cancro al seno;tumore;tumeur;borstkanker;' +
  'kanker;cancer de mama;vih;seropositif;seropositivo;sieropositivo;hepatite;hepatite b;hepatite c;epatite;hepatitis;sclerose en plaques;esclerosis multiple;sclerosi multipla;' +
  'esclerose multipla;multiple sclerose;schizophrenie;esquizofrenia;schizofrenia;schizofrenie;autisme;autismo;demence;demencia;demenza;dementie;ansiedad;ansiedade;ansia;anxiete;angststoornis;' +
  'artritis;arthrite;artrite;reuma;insuffisance cardiaque;insuficiencia cardiaca;insuficiencia renal;insufficienza cardiaca;hartfalen;infarctus;infarto;beroerte;ictus;avc;anemia;anemie;' +
  'grossesse;enceinte;embarazo;gravidanza;gravidez;zwanger;celiaquia;celiachia;maladie coeliaque;coeliakie;hypothyroidie;hipotiroidismo;ipotiroidismo;maladie de crohn;' +
  'enfermedad de crohn;morbo di crohn;penicilline;penicilina;penicillina;arachides;arachide;cacahuetes;cacahuete;noix;nueces;noci;frutos secos;amendoim;pinda;pindas;latex;lattice;pollen;' +
  'polen;polline;graminees;gluten;glutine;lactose;lactosa;lattosio;marisco;mariscos;crostacei;crustaces;schaaldieren;insuline;insulina;metformine;metformina;paracetamolo;ibuprofene;ibuprofeno;' +
  // What people are allergic to: illnesses only behind such a label.
  'peanuts;peanut;nuts;tree nuts;shellfish;bee stings;wasp stings;dust mites;aspirin;sulfa drugs;cat hair;erdnusse;nusse;haselnusse;hausstaubmilben;hausstaub;katzenhaare;tierhaare;bienengift;' +
  'wespengift;penizillin;pollenallergie;laktose;laktoseintoleranz;glutenunvertraglichkeit;acetylsalicylsaure';

const TERMS: ReadonlySet<string> = new Set(
  `${CONDITIONS};${MEDICINES};${ELSEWHERE}`
    .split(/[;\n]+/)
    .filter((term) => term !== '')
    .map(folded),
);
const LONGEST = 80;
const MOST_WORDS = 10;
/** So many words the longest terms have. */
const MOST_OF_TERM = 4;
/** A code of ICD-10, alone or before what it stands for. */
const ICD = /^[A-TV-Z]\d\d(?:\.\d{1,4})?[GVAZ]?(?=$|[\s,;:(])/;

/** How words end that are illnesses, operations and findings whatever they begin with. */
const ENDS_AS_ILLNESS =
  /^(?!diagnosis|prognosis|hypnosis|osmosis|symbiosis|metamorphosis|academia|bohemia)[a-z-]{2,20}(?:itis|osis|algia|algie|aemia|emia|amie|ectomy|ektomie|pathy|pathie|plegia|plegie|carcinoma|karzinom|sarcoma|krebs|erkrankung|insuffizienz|allergie|intoleranz|syndrom|syndrome)$/;
const OF_ILLNESS: ReadonlySet<string> = new Set([
  'disorder',
  'syndrome',
  'syndrom',
  'cancer',
  'allergy',
  'deficiency',
  'fracture',
  'infection',
  'tumor',
  'tumour',
]);
/** How much of a medicine is taken. */
const DOSE = /(?:^|\s)\d{1,4}(?:[.,]\d{1,3})? ?(?:mg|mcg|µg|IE|IU)(?![a-z])/i;

/** How much a value looks like what somebody suffers from or takes: an illness or a medicine of the lists is in it. */
export function judgeHealth(value: string): Verdict {
  if (value.length > LONGEST || /[<>{}=$|\\@]|:\/\//.test(value)) return NO;
  if (ICD.test(value) || DOSE.test(value)) return LIKELY;
  const words = folded(value)
    .split(/[\s,;/()+.]+/)
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) return NO;
  if (words.some((word) => ENDS_AS_ILLNESS.test(word) || (words.length > 1 && OF_ILLNESS.has(word))))
    return LIKELY;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_OF_TERM); to++) {
      if (TERMS.has(words.slice(from, to).join(' '))) return LIKELY;
    }
  }
  return NO;
}
