import * as cn from 'stdnum/lib/cjs/cn/index.js';
import * as id from 'stdnum/lib/cjs/id/index.js';
import * as india from 'stdnum/lib/cjs/in/index.js';
import * as jp from 'stdnum/lib/cjs/jp/index.js';
import * as lk from 'stdnum/lib/cjs/lk/index.js';
import * as sg from 'stdnum/lib/cjs/sg/index.js';
import * as tw from 'stdnum/lib/cjs/tw/index.js';
import * as vn from 'stdnum/lib/cjs/vn/index.js';
import { verhoeff } from './arithmetic.ts';
import {
  aadhaar, chineseResident, emirates, hongKong, indonesian, israeli, korean, koreanBusiness, malaysian, myNumber, pakistani, pan,
  saudi, singaporean, taiwanese, thai, vietnamese,
} from './checks-world.ts'; // prettier-ignore
import { bank, firm, groups, health, type NumberFormat, paper, personal, tax } from './format.ts';
import { by } from './stdnum.ts';

/** India, and the east of Asia. */
export const ASIA: readonly NumberFormat[] = [
  personal({
    id: 'in-aadhaar', name: 'Indian Aadhaar number',
    shape: groups(4, 4, 4), check: aadhaar, alone: ['9999 9999 9999', '9999-9999-9999'],
    near: ['aadhaar', 'aadhar', 'adhaar', 'aadhaar card', 'uidai', 'uid', 'uid number', 'आधार'],
  }),
  tax({
    id: 'in-pan', name: 'Indian PAN',
    shape: String.raw`[A-Z]{5}\d{4}[A-Z]`, check: pan, alone: ['AAAAA9999A'],
    near: ['pan', 'pan card', 'pan number', 'pan no', 'permanent account', 'income tax', 'पैन'],
  }),
  firm({
    id: 'in-gstin', name: 'Indian GST number',
    shape: String.raw`\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]`, check: by(india.gstin), alone: ['99AAAAA9999AXXX'],
    near: ['gstin', 'gst', 'gst number', 'gst no', 'gst in'],
  }),
  paper({
    id: 'in-voter', name: 'Indian voter number',
    shape: String.raw`[A-Z]{3}\d{7}`, check: (compact) => /^[A-Z]{3}\d{7}$/.test(compact), close: true,
    near: ['voter', 'voter id', 'epic', 'epic no', 'election card', 'electoral'],
  }),
  personal({ id: 'in-vid', name: 'Indian virtual id', shape: groups(4, 4, 4, 4), check: verhoeff, near: ['virtual id', 'aadhaar vid', 'vid'] }),
  bank({
    id: 'in-ifsc', name: 'Indian bank branch code', severity: 'low',
    shape: String.raw`[A-Z]{4}0[A-Z\d]{6}`, near: ['ifsc', 'ifsc code'],
  }),
  personal({
    id: 'cn-resident-id', name: 'Chinese resident id',
    shape: String.raw`\d{6} ?\d{8} ?\d{3}[\dX]`, check: chineseResident, alone: ['99999999999999999X'],
    near: ['身份证', '身份证号', '身份证号码', '公民身份号码', 'resident id', 'resident identity', 'id card', 'shenfenzheng', 'sfz', 'idcard', 'chinese id', 'id number', '证件号'],
  }),
  firm({
    id: 'cn-uscc', name: 'Chinese social credit code',
    shape: String.raw`[1-9A-GY][1-59]\d{6}[0-9A-HJ-NPQRTUWXY]{10}`, check: by(cn.uscc),
    near: ['统一社会信用代码', '社会信用代码', '信用代码', 'uscc', 'social credit', '税号', '纳税人识别号'],
  }),
  personal({
    id: 'tw-national-id', name: 'Taiwanese identity number',
    shape: String.raw`[A-Z][1289]\d{8}`, check: taiwanese, alone: ['A999999999'],
    near: ['身分證', '身份證', '身分證字號', '統一證號', '居留證', 'taiwan id', 'national id', 'taiwanese id', 'roc id', 'arc number'],
  }),
  firm({ id: 'tw-ubn', name: 'Taiwanese business number', shape: String.raw`\d{8}`, check: by(tw.ubn), near: ['統一編號', '統編', 'ubn', 'gui number', 'tax id'] }),
  personal({
    id: 'hk-hkid', name: 'Hong Kong identity card number',
    shape: String.raw`[A-Z]{1,2} ?\d{6} ?(?:\([\dA]\)|[\dA])`, check: hongKong, alone: ['A999999(9)', 'A999999(A)', 'AA999999(9)', 'AA999999(A)'],
    near: ['hkid', 'hk id', '香港身份證', '身份證', '身份證號碼', 'hong kong id', 'hong kong identity', 'id card', 'identity card'],
  }),
  personal({
    id: 'jp-my-number', name: 'Japanese My Number',
    shape: groups(4, 4, 4), check: myNumber, near: ['マイナンバー', '個人番号', 'my number', 'kojin bango', 'individual number', '個人番号カード'],
  }),
  firm({ id: 'jp-corporate-number', name: 'Japanese corporate number', shape: String.raw`T?\d(?:-?\d{4}){3}`, check: (compact) => by(jp.cn)(compact.replace(/^T/, ''), ''), near: ['法人番号', 'corporate number', 'インボイス', '登録番号', '適格請求書'] }),
  paper({ id: 'jp-licence', name: 'Japanese driving licence number', shape: String.raw`\d{12}|\d{4} \d{4} \d{4}`, near: ['運転免許証', '免許証番号', '運転免許', '免許証', '免許番号'] }),
  health({ id: 'jp-insured', name: 'Japanese insured person’s number', shape: String.raw`\d{5,12}`, near: ['被保険者番号', '保険証番号', '保険者番号', '被保険者証'] }),
  personal({
    id: 'kr-rrn', name: 'Korean resident number',
    shape: String.raw`\d{6}[ -]?[1-8]\d{6}`, check: korean, alone: ['999999-9999999'],
    near: ['주민등록번호', '주민번호', '외국인등록번호', '주민등록', 'rrn', 'resident registration', 'foreigner registration', 'alien registration', 'korean id', 'jumin'],
  }),
  firm({
    id: 'kr-brn', name: 'Korean business number',
    shape: groups(3, 2, 5), check: koreanBusiness, near: ['사업자등록번호', '사업자번호', '사업자 등록번호', 'brn', 'business registration', 'biz no', 'biz reg'],
  }),
  personal({
    id: 'sg-nric', name: 'Singapore NRIC or FIN',
    shape: String.raw`[STFGM]-?\d{7}-?[A-Z]`, check: singaporean, alone: ['A9999999A'],
    near: ['nric', 'fin', 'nric/fin', 'nric no', 'fin number', 'singapore id', 'identity card'],
  }),
  firm({ id: 'sg-uen', name: 'Singapore business number', shape: String.raw`\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]`, check: by(sg.uen), near: ['uen', 'unique entity', 'gst reg', 'acra'] }),
  personal({
    id: 'th-citizen', name: 'Thai citizen number',
    shape: groups(1, 4, 5, 2, 1), check: thai, alone: ['9-9999-99999-99-9', '9 9999 99999 99 9'],
    near: ['บัตรประชาชน', 'เลขประจำตัวประชาชน', 'เลขบัตรประชาชน', 'thai id', 'citizen id', 'national id', 'thai national', 'tnin', 'เลขประจำตัว'],
  }),
  personal({
    id: 'my-nric', name: 'Malaysian NRIC',
    shape: groups(6, 2, 4), check: malaysian, alone: ['999999-99-9999'],
    near: ['nric', 'mykad', 'kad pengenalan', 'no. kp', 'no kp', 'ic number', 'ic no', 'no. ic', 'no ic', 'nokp', 'malaysian ic'],
  }),
  personal({
    id: 'id-nik', name: 'Indonesian NIK',
    shape: String.raw`\d{16}|\d{4} \d{4} \d{4} \d{4}`, check: indonesian,
    near: ['nik', 'ktp', 'nomor induk', 'nik ktp', 'no ktp', 'no. ktp', 'nomor ktp', 'kartu tanda penduduk', 'e-ktp', 'kartu keluarga', 'no. kk'],
  }),
  tax({ id: 'id-npwp', name: 'Indonesian tax number', shape: groups(2, 3, 3, 1, 3, 3), check: by(id.npwp), alone: ['99.999.999.9-999.999'], near: ['npwp', 'nomor pokok wajib pajak'] }),
  personal({
    id: 'vn-citizen', name: 'Vietnamese citizen number',
    shape: String.raw`\d{12}`, check: vietnamese, close: true,
    near: ['cccd', 'căn cước', 'căn cước công dân', 'cmnd', 'cmnd/cccd', 'chứng minh nhân dân', 'số cccd', 'can cuoc'],
  }),
  firm({ id: 'vn-mst', name: 'Vietnamese tax number', shape: String.raw`\d{10}(?:-\d{3})?`, check: by(vn.mst), near: ['mã số thuế', 'mst', 'ma so thue'] }),
  tax({ id: 'ph-tin', name: 'Philippine tax number', shape: String.raw`\d{3}-?\d{3}-?\d{3}(?:-?\d{3,5})?`, near: ['tin', 'tin no', 'tin number', 'tin id', 'bir tin', 'philippine tin'] }),
  personal({ id: 'ph-sss', name: 'Philippine social security number', shape: String.raw`\d{2}-?\d{7}-?\d`, near: ['sss', 'sss no', 'sss number', 'gsis', 'umid', 'crn'] }),
  personal({
    id: 'pk-cnic', name: 'Pakistani identity card number',
    shape: String.raw`\d{5}-?\d{7}-?\d`, check: pakistani, close: true, alone: ['99999-9999999-9'], near: ['cnic', 'nicop', 'snic', 'cnic no', 'nadra', 'شناختی کارڈ'],
  }),
  personal({ id: 'lk-nic', name: 'Sri Lankan identity card number', shape: String.raw`\d{9}[VX]|\d{12}`, check: by(lk.nic), near: ['nic number', 'nic no', 'sri lankan nic', 'nic:', 'national identity card', '"nic"'] }),
  personal({ id: 'bd-nid', name: 'Bangladeshi identity number', shape: String.raw`\d{10}|\d{13}|\d{17}`, near: ['nid', 'nid no', 'nid number', 'জাতীয় পরিচয়পত্র', 'bangladesh nid'] }),
  personal({ id: 'il-id', name: 'Israeli identity number', shape: String.raw`\d{8}-?\d`, check: israeli, near: ['תעודת זהות', 'מספר זהות', 'ת.ז', 'ת"ז', 'ת״ז', 'teudat zehut', 'mispar zehut', 'israeli id', 'israel id', 'teudat'] }),
  personal({ id: 'ae-emirates-id', name: 'Emirates id', shape: groups(3, 4, 7, 1), check: emirates, alone: ['784-9999-9999999-9'], near: ['emirates id', 'eid', 'eida', 'uae id', 'الهوية', 'رقم الهوية'] }),
  personal({ id: 'sa-national-id', name: 'Saudi identity number', shape: String.raw`[12]\d{9}`, check: saudi, near: ['iqama', 'national id', 'saudi id', 'رقم الهوية', 'الهوية الوطنية', 'رقم الإقامة', 'absher'] }),
]; // prettier-ignore
