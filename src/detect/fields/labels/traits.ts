import type { Field } from '../field.ts';

/** Fields of what somebody is, and of companies that are customers. */
export const TRAIT_FIELDS: readonly Field[] = [
  {
    id: 'nationality',
    kind: 'nationality',
    check: 'nationality',
    strength: 'strong',
    labels: {
      en: 'nationality; citizenship; country of citizenship; citizen of; ethnicity; ethnic origin; nationality at birth',
      de: 'staatsangehörigkeit; staatsbürgerschaft; nationalität; staatsangehoerigkeit; staatsang.; staatsangeh.; nationalitaet',
      fr: 'nationalité; citoyenneté; nationalité(s); nationalité actuelle',
      es: 'nacionalidad; ciudadanía; nacionalidad(es)',
      it: 'nazionalità; cittadinanza; nazionalita',
      pt: 'nacionalidade; cidadania',
      nl: 'nationaliteit; staatsburgerschap; nationaliteit(en)',
      ja: '国籍; 国籍・地域; 国籍／地域',
      zh: '国籍; 國籍; 民族; 公民身份; 国籍/地区',
    },
  },
  {
    id: 'trait',
    kind: 'personal-detail',
    check: 'trait',
    strength: 'strong',
    labels: {
      en: 'gender; sex; marital status; civil status; gender identity; relationship status; family status; pronouns',
      de: 'geschlecht; familienstand; personenstand; zivilstand; konfession; religionszugehörigkeit',
      fr: 'sexe; situation familiale; état civil; situation matrimoniale; genre; statut marital; civilité; situation de famille; état matrimonial',
      es: 'sexo; estado civil; género; situación familiar',
      it: 'sesso; stato civile; genere',
      pt: 'sexo; estado civil; gênero; género',
      nl: 'geslacht; burgerlijke staat; gehuwde staat; burgerlijke stand',
      ja: '性別; 婚姻状況; 配偶者; 婚姻; 配偶者の有無; 婚姻区分; 未婚・既婚; 血液型',
      zh: '性别; 性別; 婚姻状况; 婚姻狀況; 婚姻; 婚否; 婚姻状态; 婚况; 政治面貌; 血型',
    },
  },
  {
    id: 'company',
    kind: 'customer-organisation',
    check: 'company',
    strength: 'weak',
    labels: {
      en: 'company; company name; customer company; employer; organization; organisation; client company; business name; firm; account; organization name; organisation name; employer name; name of company; name of employer; legal entity; trading name; customer organisation; customer organization; workplace; vendor; supplier; vendor name; supplier name',
      de: 'firma; firmenname; unternehmen; arbeitgeber; kundenfirma; auftraggeber firma; name der firma; unternehmensname; lieferant; name des unternehmens; name des arbeitgebers; betrieb; organisation; vertragspartner',
      fr: "société; entreprise; raison sociale; employeur; nom de la société; nom de l'entreprise; nom de l’entreprise; dénomination sociale; fournisseur; nom de l'employeur; organisme; nom société; nom entreprise",
      es: 'empresa; razón social; compañía; empleador; nombre de la empresa; sociedad; proveedor; empresa cliente; denominación social; nombre comercial; nombre empresa; centro de trabajo',
      it: 'azienda; ragione sociale; società; ditta; datore di lavoro; nome azienda; denominazione; impresa; fornitore; nome dell’azienda; denominazione sociale; nome ditta',
      pt: 'empresa; razão social; firma; entidade patronal; empregador; nome da empresa; fornecedor; denominação social; nome fantasia; entidade empregadora; sociedade',
      nl: 'bedrijf; bedrijfsnaam; werkgever; naam bedrijf; organisatie; onderneming; leverancier; naam werkgever; handelsnaam; firma; naam organisatie; vennootschap',
      ja: '会社名; 企業名; 勤務先; 勤務先名; 御社名; 貴社名; 法人名; 取引先名; 得意先名; 勤務先名称; 団体名; 会社; 所属; 取引先会社名; 事業者名; 店舗名; 請求先会社名; 組織名',
      zh: '公司; 公司名称; 单位; 单位名称; 企业名称; 工作单位; 客户公司; 公司名稱; 企业; 客户名称; 客户单位; 雇主; 所在单位; 供应商; 供应商名称; 客戶名稱; 发票抬头; 甲方名称; 就职单位; 所属公司; 单位全称',
    },
  },
];
