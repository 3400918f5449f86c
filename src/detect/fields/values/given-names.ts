/*
 * Given names that are frequent where the nine languages are spoken, in small letters without marks. Words that are
 * frequent in code or prose as well (Mark, Will, Grace, Rose) are left out.
 */
const NAMES = `
aaron abigail adam adrian aidan alan albert alex alexander alexandra alice alison amanda amelia amy andrea andrew angela
anna anne anthony antonia arthur ashley barbara benjamin bernard beth betty brandon brenda brian bridget callum cameron
carl carla carol caroline catherine charles charlotte cheryl christian christina christine christopher claire clara colin
craig cynthia daniel danielle david deborah denise dennis derek diana donald donna dorothy douglas duncan dylan edith
edward eileen elaine eleanor elena elizabeth ella ellen emily emma eric erin ethan eva evelyn fiona frances francis frank
gareth gary gemma george georgia gerald gillian gordon graham gregory hannah harold harriet harry heather helen henry
hilary howard hugh ian imogen isabel isabella isla jacob jacqueline jake james jamie jane janet janice jasmine jason
jean jeffrey jennifer jeremy jessica jill joan joanna joanne joe joel john jonathan jordan joseph josephine joshua joyce
judith julia julian julie justin karen kate katherine kathleen kathryn katie keith kelly kenneth kerry kevin kimberly
kirsty kyle larry laura lauren laurence leah leonard leslie lewis liam linda lisa logan louise lucas lucy luke lydia lynn
malcolm marcus margaret maria marie marilyn marion martha martin mary matthew maureen megan melissa michael michelle
mildred miranda mohammed muhammad molly monica nancy naomi natalie natasha nathan neil nicholas nicola nicole nigel noah
norman oliver olivia oscar owen pamela patricia patrick paul paula pauline peter philip phyllis rachel ralph raymond
rebecca richard robert robin roger ronald rosemary russell ruth ryan samantha samuel sandra sarah scott sean
sharon sheila shirley simon sophia sophie stacey stanley stella stephanie stephen steven stuart susan suzanne sylvia
tamara teresa theodore theresa thomas timothy tina toby todd tracy trevor tyler valerie vanessa vera veronica victor
victoria vincent virginia vivian walter wendy wesley william winifred yvonne zachary zoe priya rahul arjun ananya deepak
fatima aisha omar yusuf ahmed ali hassan hussein ibrahim mei olga ivan dmitri natalia svetlana sergei tatiana agnieszka
katarzyna krzysztof piotr pawel magdalena malgorzata tomasz aleksandra
achim agnes albrecht alfred alois amelie anette angelika anja anke annegret annette annika anton antje armin arne astrid
axel barbel bastian beate benedikt bernd bernhard bettina birgit bjorn brigitte britta burkhard carina carsten christa
christel christiane christoph claudia clemens conrad cornelia dagmar detlef dieter dietmar dirk dominik doris eberhard
eckhard edeltraud elfriede elisabeth elke emil erich erika ernst erwin eugen evelin fabian felix ferdinand florian frauke
franziska frieda friederike friedrich fritz gabriele georg gerda gerhard gertrud gisela gottfried greta gudrun gunter
gunther hannelore hans harald hartmut hedwig heike heiko heinrich heinz helene helga helmut hendrik henning herbert
hermann hildegard holger horst hubert hugo ida ilona ilse ines inga inge ingeborg ingo ingrid irene iris irmgard isabell
jakob jan jana janina jens joachim jochen johann johanna johannes jonas jorg josef juliane jurgen jutta kai karin karl
karsten katharina kathrin katja katrin kerstin kirsten klara klaus konrad kristina kurt lars lena leon leonie leopold lieselotte
lothar ludwig luisa lukas maike maja manfred manuela marcel margarete margit margot marianne marko markus marlene
marlies martina mathias matthias max maximilian melanie mia miriam mirko moritz nadine nadja nicolas niklas nils norbert
olaf oskar otto petra philipp rainer ralf regina reinhard reinhold renate rene rita roland rolf rosemarie rudiger rudolf
sabine sabrina sascha sebastian siegfried sigrid silke silvia simone sonja stefan stefanie susanne svenja swen tanja
theo thorsten til tilman tobias torsten ulf ulrich ulrike ursula ute uwe volker waltraud werner wilfried wilhelm wilhelmine
wolfgang yannick
adele adeline agathe aime alain alexandre alexis alix amandine ambre anais andre anouk antoine apolline armand arnaud
aude audrey aurelie aurelien axelle baptiste bastien beatrice benoit berenice bertrand blandine brigitte bruno camille
capucine catherine cecile celine chantal chloe christelle christophe clarisse claude clement clementine clotilde colette
corentin corinne cyril damien delphine denis didier dominique edouard elodie eloise emilie emmanuel emmanuelle
estelle etienne eugenie fabien fabienne fabrice fanny florence florent francine franck francois francoise frederic
gabrielle gael gaelle gaspard gaston genevieve georges geraldine gerard germain ghislaine gilbert gilles ginette gregoire
guillaume guy gwenaelle helene henri herve honorine hortense hugues ines isabelle jacques jeanne jeremie jerome joelle
josephine josette jules juliette justine laetitia laure laurent leo lionel lise loic lou louis luc lucie lucien
lucienne ludivine ludovic madeleine mael maelys manon marc marcel margaux marguerite marine marthe mathieu mathilde
mathis maud maurice maxime melanie michel mireille monique morgane muriel myriam nadege nathalie nicolas noemie noelle
octave odette odile oceane olivier pascal pascale patrice philippe pierre quentin raphael raymonde regis remi rene
renaud robin rodolphe romain rosalie roselyne sabine sebastien serge severine simone solange solene stephane suzette
sylvain sylvie theophile thibault thibaut thierry tristan valentin valentine veronique viviane xavier yann yannick yves yvette
agustin alba alberto alejandra alejandro alfonso alfredo alicia alonso alvaro amparo ana andres angel angeles anselmo
antonio araceli arturo asuncion aurora beatriz begona belen benito blanca borja candela carlos carmen carolina catalina
cesar clara claudio concepcion consuelo cristian cristina cristobal daniela dario diego dolores domingo eduardo elvira
emilio encarnacion enrique ernesto esteban esther eugenia eugenio eulalia eva fabiola federico felipe fernanda fernando
fermin francisca francisco gabriela gerardo gloria gonzalo graciela guadalupe guillermo gustavo hector hernan hugo
ignacio inmaculada irene isabel isidro ismael itziar ivan jaime javier jesus jimena joaquin jorge jose josefa josefina
juan juana julio lautaro leandro leocadia leticia lorena lorenzo lourdes lucia luis luisa macarena manuel manuela
marcela marcelo marcos margarita mariano maribel marisol marta mateo matias mauricio mercedes miguel milagros
montserrat nerea nicolas nieves noelia nuria octavio oscar pablo paloma patricio pedro pilar rafael ramiro ramon raquel
raul remedios ricardo rigoberto roberto rocio rodrigo rosario ruben salvador santiago sergio silvia sofia soledad susana
teodoro tomas trinidad valentina venancio vicente ximena yolanda
abramo adriana adriano agata agostino alberta alessandra alessandro alessia alessio alfonsina ambra amedeo angela angelo
annalisa antonella antonino arianna arnaldo arturo aurora benedetta bianca bruna calogero camilla carlo carlotta caterina
cesare chiara cinzia claudia corrado cosimo cristiano damiano daniele dario davide debora diego domenico donatella edoardo
elena eleonora elisa elisabetta emanuela emanuele enrica enrico enzo ermenegildo ettore eugenia ezio fabio fabrizio
federica federico fiammetta filippo flavia flavio francesca francesco franco gabriella gaetano gennaro giacomo gianluca
gianni gilda ginevra gioia giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe giuseppina
grazia gualtiero guglielmo guido ilaria irene isabella ivana ivano jacopo lamberto laura leonardo letizia lidia
livia loredana lorenza lorenzo luca lucia luciana luciano ludovica luigi luisa maddalena manlio marcello marco margherita
mariagrazia marina mario martina massimiliano massimo matilde matteo maurizio michela michele mirella monica nadia nicola
nicoletta noemi nunzia orazio oreste ornella ottavia ottavio paola paolo patrizia piero pierluigi pietro raffaele
raffaella renata renato riccardo rita roberta roberto rocco romeo rosa rosanna rosaria rossella ruggero sabrina salvatore
samuele sara sergio settimio silvana silvio simona simone stefania stefano teresa tiziana tommaso ugo umberto valentina
valerio vincenzo vito vittoria vittorio viviana
abilio adelaide adelino afonso alana alcides aline amadeu ana anabela anderson andreia aparecida armando artur augusto
aurea baltazar barbara beatriz belmiro benedita bernardo bianca breno bruna caetano caio camila carlos cassia catarina
celeste celia cesar clarice claudio conceicao cristiano custodio dalila debora deolinda dinis diogo domingos duarte edson
eduarda eduardo elaine eliane elisa elza emilia estela evandro fabiana fabio fatima felipe fernanda fernando filipa
filipe flavia francisca francisco gabriel gilberto gisele giovana goncalo graca guilherme gustavo heitor helena helio henrique herminia
hugo igor ines inacio iolanda isabela isabel isadora isaura ivete ivone jacinto jacira janaina joana joao joaquim jorge
jose juliana julio jussara karina laercio lais larissa laura leandro leonor leticia lidia lindomar lourenco lucas luciana
luciano lucia luis luisa luiz luiza mafalda manuel manuela marcela marcelo marcia marcio marcos margarida mariana marlene marta
mateus matilde mauricio miguel milton moacir monica murilo nadia natalia neusa nuno odete olivia osvaldo otavio patricia
paula paulo pedro rafael rafaela raimundo raquel raul regina renata renato ricardo rita roberto rodrigo rogerio rosangela rui
ruy salvador sandra sebastiao sergio silvia simone sofia sonia susana tania tatiana telma teresa thiago tiago tomas
valdemar valeria vanessa vasco vera vicente vinicius vitor vitoria viviane wagner wellington yara zelia
adriaan aart anneke annemarie anouk arie arjan bart bas berend bernadette boudewijn bram carolien cees cor coen daan
daphne diederik dick dirk ed eefje els elsbeth emma eveline evert femke fenna ferry fleur floor floris frans freek frits
geert gerard gerben gerbrand gerrit gijs greetje guus han hanneke hans harm hein henk henny herman hilde hilke huub ilse
ineke ingrid irma jaap jacco jacob jacoba jan janneke jantje jasper jelle jeroen jesse jet jetske johan johanna jolanda
joop joost jop joris joyce jos judith juul karel karin kees klaas koen koos laurens leen lieke liesbeth lonneke loes
lotte maaike maarten machteld marcel margriet marieke marijke marit marja marjan marleen martijn mathijs matthijs meike
menno merel mieke mirjam myrthe nico nienke niels noor olaf paulien peter pien piet pieter pim pleun reinier remco renske
richard rik rinus rob roel roelof roos ruben rutger ruud sander sanne saskia sebastiaan siem sjaak sjoerd sophie stef
stijn suzanne sven sybren teun theo thijs tijn tineke tjeerd toos trijntje truus twan wessel wiebe wilco willem willemijn
wim wouter yvonne
akane akira asuka ayaka ayumi chiyo daichi daisuke emi haruka haruki hideo hiroko hiroshi hiroto kana kaori kazuki
kazuo keiko kenji kenta kiyoshi kumiko makoto mariko masaru mayumi megumi michiko midori minoru misaki miyuki naoki naoko
noriko reiko rika riku ryota sakura satoshi sayaka shigeru shinji shota takashi takeshi takumi tomoko tomomi toshio
yasuko yoko yosuke yui yuka yuki yukiko yumi yusuke yuto
`;

/** Given names, folded. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
