import { LIKELY, MAYBE, NO, SURE, type Verdict } from './verdict.ts';

/** Chinese family names that cover more than nine of ten people; those of two characters behind. */
const ONE = `王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于余蒋蔣蔡
杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔
邵万萬钱錢严嚴覃武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞庞颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮
柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农司卓古吉缪简簡车車项項连連
芦麦麥褚娄窦戚岑景党宫费费卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵苟邬边邊卞姬师师和仇栾隋商刁沙荣榮巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝`;
const TWO =
  '欧阳歐陽上官皇甫司马司馬诸葛諸葛司徒尉迟东方東方独孤慕容令狐长孙宇文公孙夏侯端木百里南宫轩辕呼延贺兰';

/** Characters and ends that names of people do not have, but of places, companies and things. */
const NO_NAME =
  /[0-9０-９部課科室省市区區县縣町村丁番号號店社]$|(?:会社|公司|名称|名稱|番号|番號|编号|編號|住所|地址|氏名|姓名|未定|不明|不详|未知|なし|無し|暂无|必填|必須|任意|入力|输入|請輸入|请输入|選択|选择|管理|用户|ユーザ|システム|システム|系统|系統|测试|測試|テスト|サンプル|示例|記入|字符串|文字列|会员|会員|客户|顧客|数据|データ|字段|匿名|列表|信息|詳細|详情|设置|设定|設定|模块|模塊|说明|説明|類型|类型|一覧)/;
const SPACES = /[ 　・·=＝]/g;
const HONORIFIC = /(?:様|さん|氏|殿|先生|女士|小姐|经理|老师)$/;
const HAN = /^[\u4e00-\u9fff\u3005\u3400-\u4dbf]+$/;
const KANA = /^[\u3041-\u30ff\uff66-\uff9fー\u4e00-\u9fff\u3005]+$/;
const ANY = /[\u3040-\u30ff\u3400-\u9fff\u3005\uff66-\uff9f]/;

/** Whether a value is written in Chinese or Japanese letters. */
export function isEastAsian(value: string): boolean {
  return ANY.test(value);
}

/** How much a value in those letters looks like a person's name. */
export function eastAsianName(value: string): Verdict {
  if (value.length > 24 || NO_NAME.test(value)) return NO;
  const named = value
    .replace(/[(（][ァ-ヶーぁ-ん ]{2,16}[)）]$/, '')
    .replace(HONORIFIC, '')
    .trim();
  const plain = named.replace(SPACES, '');
  if (plain.length === 0) return NO;
  if (HAN.test(plain)) return judgeHan(plain, named.length > plain.length);
  if (!KANA.test(plain) || plain.length > 16) return NO;
  // Katakana is what foreign words are written in as well: two parts make a name of it.
  return plain.length < 2
    ? NO
    : named.length > plain.length || plain.length < 8
      ? named.length > plain.length
        ? LIKELY
        : MAYBE
      : NO;
}

function judgeHan(plain: string, parted: boolean): Verdict {
  if (plain.length > 6) return NO;
  if (parted && plain.length >= 2) return SURE;
  if (plain.length < 2) return MAYBE;
  const chinese = (ONE.includes(plain.charAt(0)) && plain.length < 4) || isOfTwo(plain);
  return chinese ? (plain.length === 3 || isOfTwo(plain) ? SURE : LIKELY) : plain.length < 6 ? LIKELY : MAYBE;
}

function isOfTwo(plain: string): boolean {
  const at = TWO.indexOf(plain.slice(0, 2));
  return at >= 0 && at % 2 === 0 && plain.length > 2 && plain.length < 5;
}
