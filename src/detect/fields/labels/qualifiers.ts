/**
 * Words before a label that do not change what it means but for saying whose it is: `customer`, `billing`, `my`. In
 * small letters without marks.
 */
const OF_PERSONS =
  'customer client patient employee contact person guest passenger student teacher member owner applicant candidate ' +
  'recipient sender receiver buyer seller tenant resident citizen insured holder child parent father mother spouse ' +
  'partner wife husband nurse doctor physician driver lead visitor attendee participant subscriber beneficiary debtor ' +
  'creditor cardholder accountholder policyholder guardian emergency staff worker manager supervisor donor ' +
  'kunde kunden kundin patientin patienten mitarbeiter mitarbeiterin personen kontakt schuler schueler empfanger ' +
  'empfaenger antragsteller inhaber versicherter vater mutter kindes ehepartner mieter fahrer gast absender ' +
  'cliente clientes paciente empleado trabajador titular contacto padre madre alumno destinatario beneficiario ' +
  'paziente dipendente contatto alunno intestatario padre assicurato utente ' +
  'assure salarie employe eleve destinataire titulaire enfant pere mere conjoint beneficiaire adherent ' +
  'funcionario colaborador contato aluno pai mae destinatario segurado ' +
  'klant patient medewerker werknemer contactpersoon leerling verzekerde ontvanger vader moeder';
const OF_USES =
  'billing shipping delivery home work private primary secondary invoice mailing postal residential current permanent ' +
  'personal legal main alternate bill ship to my his her their your our the a new old previous office business daytime ' +
  'mobile cell evening rechnungs liefer privat geschaftlich meine mein seine ihre der die das des le la les du de l ' +
  'mon ma mes son sa mi su el los il lo o os seu sua meu minha mijn zijn haar het full complete updated correct ' +
  'fact factuur facturation livraison facturacion envio entrega spedizione fatturazione cobranca shipto billto sold';

/** Whether a word is one of those, and one that names a person's part. */
export const QUALIFYING: readonly string[] = `${OF_PERSONS} ${OF_USES}`.split(' ');
const QUALIFIERS: ReadonlySet<string> = new Set(QUALIFYING);
const ROLES: ReadonlySet<string> = new Set(OF_PERSONS.split(' '));

/** Words that make of a label the name of something else: a message, a setting, a part of a form. */
const TURNS: ReadonlySet<string> = new Set(
  (
    'invalid missing no max min is has show hide label placeholder error type field column default sort order filter ' +
    'format validate valid required regex pattern length index key enter select choose input edit update get on by ' +
    'file class method function property variable host domain package project table test event function tag ' +
    'module product brand font style icon button menu tool model resource group role service server bucket queue ' +
    'topic branch repo repository image container pod node cluster namespace schema database db param parameter ' +
    'argument option command script rule theme color layer template component widget page site app application'
  ).split(' '),
);

export const isQualifier = (word: string): boolean => QUALIFIERS.has(word);
export const isRole = (word: string): boolean => ROLES.has(word);
export const isTurn = (word: string): boolean => TURNS.has(word);
