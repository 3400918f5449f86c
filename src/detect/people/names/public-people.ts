/**
 * People that texts for developers name all the time, people that stand for anybody, and the brands and places of
 * lists that are named like people. Naming them tells nothing
 * about a user or a customer. Full names, one a line, in small letters without marks.
 */
const PUBLIC = `
ada lovelace;alan turing;alan kay;alan cox;alan cooper;albert einstein;alonzo church;anders hejlsberg;andrew ng;
andrew tanenbaum;andrew tridgell;andrej karpathy;barbara liskov;bertrand meyer;bertrand russell;bill gates;bill joy;
bjarne stroustrup;blaise pascal;bob martin;brad fitzpatrick;bram cohen;bram moolenaar;brendan eich;brendan gregg;
brian kernighan;bruce schneier;butler lampson;carl friedrich gauss;carl sagan;charles babbage;charles darwin;
charles dickens;chris lattner;claude shannon;dan abramov;dan bernstein;daniel stenberg;david heinemeier hansson;
david hilbert;david huffman;david flanagan;dennis ritchie;donald knuth;donald trump;doug lea;douglas adams;
douglas crockford;douglas engelbart;douglas hofstadter;edgar codd;edsger dijkstra;edward snowden;elon musk;eric evans;
eric raymond;erich gamma;evan you;evan wallace;evan czaplicki;frances allen;fred brooks;galileo galilei;gary bernhardt;
geoffrey hinton;george boole;george orwell;george washington;gottfried leibniz;gottfried wilhelm leibniz;
gordon moore;grace hopper;graham dumpleton;greg kroah-hartman;guido van rossum;guillermo rauch;harry potter;
haskell curry;henry ford;hermione granger;immanuel kant;isaac asimov;isaac newton;jack dorsey;jake archibald;james bond;
james clerk maxwell;james gosling;jane austen;jeff bezos;jeff dean;jeff atwood;jeremy ashkenas;joe armstrong;joel spolsky;
johann sebastian bach;johann wolfgang von goethe;john carmack;john carpenter;john backus;john conway;john lennon;
john mccarthy;john ousterhout;john resig;john tukey;john von neumann;john wick;jon postel;jon skeet;jordan walke;
joshua bloch;julius caesar;karl marx;kathy sierra;kelsey hightower;ken thompson;kent beck;kevin mitnick;kurt godel;
larry page;larry wall;lea verou;leonard euler;leonhard euler;leonardo da vinci;leslie lamport;linus torvalds;
linus pauling;ludwig van beethoven;luke skywalker;margaret hamilton;marc andreessen;marie curie;mark twain;
mark zuckerberg;martin fowler;martin kleppmann;martin luther;martin luther king;martin odersky;max planck;
michael feathers;michael jackson;michael jordan;michael nygard;mickey mouse;miguel de icaza;mitchell hashimoto;
moxie marlinspike;napoleon bonaparte;nelson mandela;neil armstrong;nikola tesla;niklaus wirth;noam chomsky;
oliver steele;paul graham;paul irish;peter norvig;peter parker;philip wadler;ralph johnson;ralph waldo emerson;
raymond hettinger;rich harris;rich hickey;richard feynman;richard gabriel;richard helm;richard stallman;
richard stevens;rob pike;robert cecil martin;robert floyd;robert martin;robert tarjan;roger penrose;ron rivest;
roy fielding;ruth bader ginsburg;ryan dahl;salvatore sanfilippo;sam altman;santa claus;sebastian mckenzie;
sergey brin;sherlock holmes;simon peyton jones;simon willison;solomon hykes;stephen hawking;stephen wolfram;
stephen kleene;steve jobs;steve wozniak;stuart russell;taylor otwell;taylor swift;theo de raadt;thomas bayes;
thomas edison;tim berners-lee;tim bray;tim cook;tim sweeney;tom preston-werner;tony hoare;tony stark;tracy kidder;
uncle bob;vincent van gogh;vint cerf;vitalik buterin;walter isaacson;ward cunningham;werner heisenberg;whitfield diffie;
will smith;william gibson;william shakespeare;winston churchill;yann lecun;yehuda katz;yukihiro matsumoto;
marco polo;julia lang;luther king;calvin klein;tim peters;ronald reagan;jimmy wales;aaron swartz;thomas jefferson;abraham lincoln;benjamin franklin;alexander hamilton;tommy hilfiger;hugo boss;ralph lauren;karl lagerfeld;levi strauss;jack daniels;mary sue;peter jackson;stephen king;agatha christie;joe biden;barack obama;bernie sanders;angela merkel;olaf scholz;friedrich merz;emmanuel macron;boris johnson;
friedrich gauss;morris pratt;carl gauss;homer simpson;bart simpson;lisa simpson;marge simpson;bruce wayne;clark kent;frodo baggins;bilbo baggins;ron weasley;
erika mustermann;max mustermann;maria mustermann;john doe;jane doe;john smith;jane smith;johnny appleseed;
john appleseed;joe bloggs;joe public;john public;john q public;john galt;mary major;richard roe;jane roe;joe average;
jan kowalski;jan novak;mario rossi;juan perez;jean dupont;juan garcia;fulano de tal;joao silva;maria silva;
hans muster;anna muster;otto normalverbraucher;lieschen muller;alice smith;bob smith;alice johnson;bob johnson;
bob jones;alice jones;john johnson;alice doe;bob doe;jim doe;joe doe;jill doe;sam doe;test user;alice liddell;
john deere;leroy merlin;harley davidson;michael kors;louis vuitton;christian dior;marc jacobs;kate spade;paul smith;
philip morris;charles schwab;morgan stanley;wells fargo;mary kay;eddie bauer;thomas cook;wolfram mathematica;
sierra leone;diego garcia;lucinda grande;tristan da cunha;tristan de acuna;fernando de noronha;georgie du sud;charlotte amalie;isla norfolk;isla bouvet;isla reunion;
isla mujeres;isla margarita;isla navidad;isla man;bobby tables;bob ross;jane q public;foo bar;lorem ipsum;peter pan;kevin bacon;chuck norris;joe smith;bob dylan
`;

const NAMES: ReadonlySet<string> = new Set(PUBLIC.split(/[;\n]+/).filter((name) => name !== ''));

/** Surnames of people that stand for anybody. */
const ANYBODY: ReadonlySet<string> = new Set([
  'doe',
  'mustermann',
  'musterfrau',
  'muster',
  'bloggs',
  'example',
]);

/** Whether a full name, folded and with single blanks, is that of somebody everybody knows or nobody is. */
export function isPublic(name: string): boolean {
  return NAMES.has(name) || ANYBODY.has(name.slice(name.lastIndexOf(' ') + 1));
}
