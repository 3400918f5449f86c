/** Diseases, conditions and findings, English and German; whole words, in small letters. */
export const CONDITIONS = `
diabetes;type 1 diabetes;type 2 diabetes;gestational diabetes;diabetes mellitus;diabetes typ 1;diabetes typ 2;hypertension;high blood pressure;asthma;asthma bronchiale;
copd;epilepsy;depression;major depression;postpartum depression;anxiety disorder;panic attacks;panic disorder;
bipolar disorder;schizophrenia;adhd;autism;asperger;ptsd;ocd;anorexia;bulimia;eating disorder;alcoholism;
addiction;burnout;dementia;alzheimer;alzheimer's;alzheimer's disease;parkinson's;parkinson's disease;multiple sclerosis;
breast cancer;lung cancer;prostate cancer;colon cancer;skin cancer;cancer;leukemia;leukaemia;lymphoma;melanoma;tumor;
tumour;chemotherapy;alcohol withdrawal;rehab;kidney stones;gout;glaucoma;bulimia nervosa;hysterectomy;ivf;a stroke;heart attack;heart failure;atrial fibrillation;angina;thrombosis;pulmonary embolism;anemia;
anaemia;her stroke;his stroke;hemophilia;haemophilia;hiv;hiv-positive;hiv positive;hepatitis;hepatitis b;hepatitis c;tuberculosis;syphilis;
chlamydia;gonorrhea;herpes;covid-19;long covid;crohn's;crohn's disease;ulcerative colitis;coeliac disease;
celiac disease;irritable bowel;gastritis;kidney failure;dialysis;cirrhosis;endometriosis;pcos;infertility;miscarriage;
abortion;pregnant;pregnancy;erectile dysfunction;psoriasis;eczema;lupus;rheumatoid arthritis;arthritis;fibromyalgia;
migraine;migraines;chronic pain;slipped disc;hypothyroidism;hyperthyroidism;obesity;insomnia;sleep apnea;pneumonia;
down syndrome;cerebral palsy;paraplegic;blindness;hearing loss;self-harm;suicidal;suicide attempt;nervous breakdown;
hiv-positiv;alkoholentzug;entzugsklinik;alkoholkrank;depressiv;gicht;grauer star;krampfadern;gürtelrose;reha;diabetiker;diabetikerin;bluthochdruck;hypertonie;asthmatiker;epilepsie;depressionen;depressive episode;angststörung;
panikattacken;schizophrenie;bipolare störung;adhs;autismus;magersucht;bulimie;essstörung;alkoholismus;alkoholabhängig;
drogenabhängig;suchterkrankung;burn-out;demenz;parkinson;multiple sklerose;brustkrebs;lungenkrebs;
prostatakrebs;darmkrebs;hautkrebs;krebs;leukämie;lymphom;melanom;chemotherapie;schlaganfall;herzinfarkt;
herzinsuffizienz;vorhofflimmern;thrombose;lungenembolie;anämie;hiv-infektion;aids;tuberkulose;
long-covid;morbus crohn;colitis ulcerosa;zöliakie;nierenversagen;niereninsuffizienz;leberzirrhose;
endometriose;unfruchtbarkeit;fehlgeburt;schwangerschaftsabbruch;schwanger;schwangerschaft;psoriasis;schuppenflechte;
neurodermitis;rheuma;arthrose;fibromyalgie;migräne;bandscheibenvorfall;schilddrüsenunterfunktion;adipositas;
schlafstörungen;schlafapnoe;lungenentzündung;querschnittsgelähmt;schwerbehindert;suizidal;suizidversuch;
nervenzusammenbruch;borderline;multipler sklerose;psychotherapie;psychose;zwangsstörung;ptbs;panikstörung;persönlichkeitsstörung;belastungsstörung;essstörungen;lungenemphysem;posttraumatische belastungsstörung;
wochenbettdepression;hirntumor;magenkrebs;hodenkrebs;blasenkrebs;nierenkrebs;schilddrüsenkrebs;eierstockkrebs;gebärmutterhalskrebs;
bauchspeicheldrüsenkrebs;strahlentherapie;schilddrüsenüberfunktion;hashimoto;mukoviszidose;hämophilie;syphilis;chlamydien;
hepatitis-c-infektion;blinddarmentzündung;gallensteine;nierensteine;herzfehler;herzschrittmacher;herzrhythmusstörungen;herzkrank;
osteoporose;skoliose;polyarthritis;gehörlos;sehbehindert;hörgeschädigt;pflegegrad;legasthenie;tourette-syndrom;spielsüchtig;spielsucht;
drogensucht;alkoholsucht;alkoholiker;alkoholikerin;suchtkrank;drogenentzug;selbstverletzung;kaiserschnitt;abtreibung;totgeburt;risikoschwangerschaft;
künstliche befruchtung;impotenz;erektile dysfunktion;geschlechtskrankheit;nierentransplantation;lebertransplantation;dialyse;
hirnhautentzündung;divertikulitis;bauchspeicheldrüsenentzündung;magengeschwür;reizdarm;multiple-sklerose-patient;ms-kranke;angstzustände;
brain tumor;brain tumour;ovarian cancer;cervical cancer;pancreatic cancer;stomach cancer;testicular cancer;thyroid cancer;bowel cancer;
bladder cancer;cystic fibrosis;sickle cell disease;hodgkin's lymphoma;osteoporosis;scoliosis;pacemaker;wheelchair user;dyslexia;
tourette's;tourette syndrome;drug addiction;opioid addiction;gambling addiction;menopause;vasectomy;caesarean;stillbirth;
preeclampsia;postnatal depression;psychosis;psychotherapy;radiotherapy;radiation therapy;kidney transplant;liver transplant;
antiretroviral therapy;antiretroviral;meningitis;gallstones;stomach ulcer;sepsis;appendicitis;diverticulitis;pancreatitis;bronchitis;tonsillitis;encephalitis;osteoarthritis;hernia;varicose veins;shingles;measles;
mononucleosis;malaria;lyme disease;cataracts;macular degeneration;hysterectomies;mastectomy;colostomy;cancer treatment;bone marrow transplant;
schizoaffective disorder;alcohol abuse;drug abuse;substance abuse;nerve damage;concussion;whiplash;hypoglycaemia;anaphylaxis;peanut allergy;
emphysema;angina pectoris;neuropathy;hypoglycemia;panic disorder;personality disorder;autistic;epileptic;schizophrenic;bipolar;asthmatic;dyslexic;infertile;alcoholic;anorexic;anxiety;deaf;paralysed;paralyzed;
autistisch;epileptikerin;epileptiker;schizophren;magersüchtig;bulimisch;gelähmt;depressionserkrankung;krebskrank;krebserkrankung;nierenkrank;leberkrank;zuckerkrank;
seizures;a seizure;vertigo;sciatica;hay fever
`;

/** Medicines by their substance or the name they are sold by; whole words, in small letters. */
export const MEDICINES = `
metformin;insulin;lisinopril;ramipril;amlodipine;amlodipin;metoprolol;bisoprolol;atenolol;losartan;candesartan;
valsartan;hydrochlorothiazide;furosemide;torasemid;simvastatin;atorvastatin;rosuvastatin;warfarin;marcumar;
phenprocoumon;apixaban;rivaroxaban;xarelto;eliquis;clopidogrel;levothyroxine;levothyroxin;l-thyroxin;prednisone;
prednisolone;prednisolon;cortisone;cortison;albuterol;salbutamol;sertraline;sertralin;fluoxetine;fluoxetin;citalopram;
escitalopram;paroxetine;venlafaxine;venlafaxin;duloxetine;mirtazapine;mirtazapin;bupropion;amitriptyline;amitriptylin;
lithium;quetiapine;quetiapin;olanzapine;olanzapin;risperidone;risperidon;aripiprazole;haloperidol;lorazepam;tavor;
diazepam;valium;xanax;alprazolam;zolpidem;clonazepam;methylphenidate;methylphenidat;medikinet;elvanse;concerta;cymbalta;zoloft;prozac;lexapro;wellbutrin;synthroid;lipitor;ritalin;adderall;
lisdexamfetamine;gabapentin;pregabalin;lyrica;lamotrigine;lamotrigin;levetiracetam;keppra;valproate;carbamazepine;
tramadol;oxycodone;oxycodon;morphine;morphin;fentanyl;tilidin;methadone;methadon;buprenorphine;ibuprofen;diclofenac;
paracetamol;naproxen;metamizol;novalgin;sumatriptan;omeprazole;omeprazol;pantoprazole;pantoprazol;amoxicillin;
penicillin;doxycycline;ciprofloxacin;tamoxifen;letrozole;methotrexate;methotrexat;adalimumab;humira;ozempic;
semaglutide;wegovy;truvada;biktarvy;viagra;sildenafil;antidepressants;antidepressiva;chemo;finasteride;
estradiol;testosterone;naltrexone;disulfiram;donepezil;levodopa;tecfidera;ocrelizumab
`;

/** What a person believes, whom they love, where they come from, what they were convicted of. */
export const SENSITIVE = `
muslim;muslima;moslem;jüdin;jude;muslimin;katholikin;katholik;protestantin;ig metall;verdi-mitglied;freikirche;muslimisch;jewish;jüdisch;catholic;katholisch;protestant;evangelisch;hindu;buddhist;sikh;atheist;
mormon;jehovah's witness;jehovah's witnesses;zeuge jehovas;zeugin jehovas;konfessionslos;orthodox christian;alevitisch;
gay;lesbian;lesbisch;homosexual;homosexuell;schwul;bisexual;bisexuell;transgender;transsexuell;non-binary;queer;asexual;
trade union;union member;shop steward;gewerkschaftsmitglied;gewerkschaftsmitgliedschaft;gewerkschafter;gewerkschafterin;betriebsrat;
hispanic;latino;latina;african american;afro-american;caucasian;roma;sinti;black;asian;kurdish;kurdisch;
republican;democrat;communist;socialist;labour party;afd;cdu;npd;die linke;conservative party;green party;
spd;fdp;csu;bsw;die grünen;bündnis 90;ver.di;verdi;labour;conservatives;liberal democrats;tory;kommunist;kommunistin;sozialist;
sunni;shia;sunnit;gewerkschaft;alevit;alevitin;schiit;jeside;jesidin;jesidisch;moslemin;buddhistin;buddhistisch;hinduistisch;atheistin;russisch-orthodox;
zeugen jehovas;mormone;pansexual;pansexuell;intersex;nichtbinär;transsexual;transidentität;asylum seeker;asylbewerber;asylbewerberin;
criminal record;felony;vorbestraft;vorstrafe;vorstrafen
`;

/** What somebody was convicted of; only behind or before a word that says so. */
export const CRIMES = `
fraud;theft;assault;burglary;robbery;drunk driving;dui;manslaughter;drug possession;tax evasion;embezzlement;perjury;stalking;
diebstahls;diebstahl;betrugs;betrug;körperverletzung;steuerhinterziehung;unterschlagung;trunkenheit am steuer;raub;raubes;
mordes;vergewaltigung;brandstiftung;erpressung;geldwäsche;fahrerflucht;sachbeschädigung;hehlerei;bestechung;häuslicher gewalt;
shoplifting;arson;forgery;blackmail;money laundering;insider trading;domestic violence;sexual assault;murder;bribery;
totschlags;drogenbesitzes;nötigung;stalking;urkundenfälschung
`;
