/**
 * Runs of three characters that stand often in code and prose, as counted over some published packages. A literal is
 * better found by any other three of its characters.
 */
export const COMMON_TRIGRAMS: ReadonlySet<string> = new Set(
  [
    'ion com the ode tio ons --- con ent ing ith .co nod ttp htt :// ps: tps s:/ git thu hub ub. nst',
    '/gi //g thi res sta ate his str -no val m/o tur i/o ret ter par cti mit urn etu lin int are for',
    'tri /co alu and lue ect ine nte typ omm is. rea ype pro men rin all es/ per ati e/c tra end nde',
    'ted ort unc ues art ame est war cha mmi tat ers nct fun iss cod ont it/ ind ext por tor def lic',
    'nam wit tes tar exp === nse nce igh out err che ult nts ght rig pti ice ite ile ess pre rom age',
    'sof oft opt twa ftw ain pla pat len her inc ../ fil ssu use eve sue cop let ble /is e/i tho ase',
    'arr not ant ref sin nti mpl col ren ten ara omp ive ces eat rra ser rec att ath ner ran iti fro',
    'eme ver ist ngt abl eng act get var gth tru but ore rro ali tem esp ens run der han /re rat ...',
    'ull sio ror orm lse era set mar ass tin ert ins ven ne: fin new pon jec ema ere mat olu ele ssi',
    'rem dex din tit ies har src ail ram ark ize nal ses tex umn lum cla pos les efa arg mod ace ide',
    'ity ern nge our dat tan opy arb aul ack ure reg rop mn: fau lit rce ang key low ead sub spo ire',
    'cen tch bje nta ray als doc imp ary ste /.. v4. ume ./. efi one ach und eso eal lat mer tic ini',
    'ove cal nit wor rib ook ime ink tim ute dir ast',
  ].flatMap((line) => line.split(' ')),
);
