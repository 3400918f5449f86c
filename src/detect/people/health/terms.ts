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
seizures;a seizure;vertigo;sciatica;hay fever;
graves' disease;addison's disease;cushing's syndrome;hashimoto's;huntington's disease;chest pain;chest pains;shortness of breath;palpitations;
night sweats;chronic fatigue;chronic fatigue syndrome;influenza;the flu;atrial flutter;arrhythmia;gastric ulcer;gastric ulcers;stomach ulcers;
mini-stroke;learning disability;learning difficulties;tinnitus;visually impaired;hearing impaired;carpal tunnel;carpal tunnel syndrome;
pre-eclampsia;rosacea;hiv status;sleep apnoea;iron deficiency;iron deficiency anaemia;iron deficiency anemia;low blood pressure;heart murmur;
heart disease;coronary artery disease;coronary heart disease;aneurysm;deep vein thrombosis;peripheral neuropathy;restless legs;seizure disorder;
post-traumatic stress;post-traumatic stress disorder;generalized anxiety disorder;social anxiety;borderline personality disorder;manic episode;
hallucinations;suicidal thoughts;suicidal ideation;panic attack;gluten intolerance;lactose intolerance;lactose intolerant;nut allergy;
shellfish allergy;latex allergy;penicillin allergy;food poisoning;gastroenteritis;acid reflux;haemorrhoids;hemorrhoids;kidney disease;
chronic kidney disease;kidney infection;urinary tract infection;bladder infection;incontinence;ovarian cyst;ovarian cysts;
polycystic ovary syndrome;fibroids;ectopic pregnancy;premature birth;c-section;breast lump;lumpectomy;biopsy;colonoscopy;blood transfusion;
torn ligament;torn acl;rotator cuff;herniated disc;herniated disk;back pain;neck pain;spinal stenosis;spina bifida;muscular dystrophy;
motor neurone disease;amputee;amputation;prosthetic leg;cochlear implant;hearing aid;hearing aids;detached retina;diabetic retinopathy;
chickenpox;mumps;rubella;whooping cough;glandular fever;norovirus;genital warts;heroin;cocaine addiction;overdose;withdrawal symptoms;
alcohol dependence;drinking problem;binge eating;overweight;obese;vitamin d deficiency;thyroid disease;underactive thyroid;overactive thyroid;
diabetic;prediabetes;high cholesterol;sarcoidosis;scleroderma;shoulder surgery;knee surgery;hip surgery;back surgery;heart surgery;
bypass surgery;brain surgery;eye surgery;spinal surgery;hip replacement;knee replacement;broken hip;broken leg;broken arm;broken ankle;
broken wrist;cleft lip;kidney transplantation;heart transplant;heart condition;mental breakdown;terminally ill;palliative care;hospice
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
estradiol;testosterone;naltrexone;disulfiram;donepezil;levodopa;tecfidera;ocrelizumab;
fluvoxamine;oseltamivir;tamiflu;nifedipine;digoxin;spironolactone;propranolol;carvedilol;enalapril;perindopril;olmesartan;telmisartan;
irbesartan;indapamide;bumetanide;pravastatin;ezetimibe;dabigatran;pradaxa;ticagrelor;heparin;enoxaparin;liothyronine;carbimazole;
methimazole;dexamethasone;hydrocortisone;budesonide;fluticasone;montelukast;singulair;tiotropium;symbicort;ventolin;formoterol;cetirizine;
loratadine;epipen;desvenlafaxine;vortioxetine;trazodone;nortriptyline;clomipramine;buspirone;hydroxyzine;clozapine;ziprasidone;lurasidone;
paliperidone;abilify;seroquel;zyprexa;risperdal;temazepam;zopiclone;ambien;atomoxetine;strattera;vyvanse;guanfacine;modafinil;topiramate;
topamax;oxcarbazepine;phenytoin;lacosamide;depakote;baclofen;tizanidine;cyclobenzaprine;rizatriptan;hydrocodone;vicodin;oxycontin;
percocet;codeine;suboxone;celecoxib;meloxicam;colchicine;allopurinol;lansoprazole;esomeprazole;nexium;famotidine;ondansetron;loperamide;
mesalazine;mesalamine;azathioprine;infliximab;remicade;etanercept;enbrel;rituximab;stelara;cosentyx;dupixent;ocrevus;copaxone;natalizumab;
azithromycin;clarithromycin;nitrofurantoin;trimethoprim;vancomycin;cephalexin;metronidazole;fluconazole;aciclovir;acyclovir;valacyclovir;
descovy;dolutegravir;paxlovid;anastrozole;trastuzumab;herceptin;pembrolizumab;keytruda;imatinib;tadalafil;cialis;clomiphene;progesterone;
levonorgestrel;mounjaro;tirzepatide;liraglutide;dulaglutide;trulicity;empagliflozin;jardiance;sitagliptin;gliclazide;glipizide;
insulin glargine;lantus;humalog;memantine;rivastigmine;ropinirole;pramipexole;tamsulosin;oxybutynin;alendronate;hydroxychloroquine;
leflunomide
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
