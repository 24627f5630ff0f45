import type { LedgerAround, LedgerDefinition, LedgerValues } from '../definition.ts';

/** 持证人员: who holds which certificate, and until when. */
export const certificates: LedgerDefinition = {
  key: 'certificates',
  table: 'certificate',
  name: '持证人员',
  unit: '人',
  path: '/certificates',
  section: '基层力量',
  keywords: 'czry chizheng zhengshu xiaofangsheshicaozuoyuan zhucexiaofanggongchengshi peixun',
  intro: '这里登记持有消防证书的人员：证书种类、编号、有效期、培训学时，证书快到期时提示。',
  levels: ['city', 'county', 'township'],
  title: 'person',
  unique: ['kind', 'number'],
  searched: ['unit', 'number'],
  filters: ['kind'],
  files: '证书和材料',
  columns: [
    {
      key: 'person',
      name: '姓名',
      words: '持证人 人员姓名 持证人员',
      kind: 'line',
      limit: 30,
      required: true,
      width: 90,
    },
    {
      key: 'unit',
      name: '所在单位',
      words: '单位 工作单位 单位名称 聘用单位',
      kind: 'line',
      limit: 60,
      width: 160,
      givesWay: true,
    },
    {
      key: 'kind',
      name: '证书种类',
      words: '种类 证书名称 证书类别 资格 资格名称 证书',
      kind: 'term',
      isCounted: true,
      required: true,
      width: 140,
    },
    {
      key: 'number',
      name: '证书编号',
      words: '编号 证号 证书号 证书号码',
      kind: 'line',
      limit: 40,
      width: 150,
      givesWay: true,
    },
    { key: 'issuedOn', name: '发证日期', words: '发证时间 取证日期 取得日期', kind: 'day' },
    {
      key: 'expiresOn',
      name: '有效期至',
      words: '有效期 到期日期 有效期限 失效日期 到期时间',
      kind: 'day',
      hint: '长期有效的不填。',
    },
    {
      key: 'hours',
      name: '培训学时',
      words: '学时 培训课时 课时',
      kind: 'whole',
      min: 0,
      max: 10_000,
      width: 96,
      givesWay: true,
    },
    { key: 'site', name: '重点单位', words: '消防安全重点单位', kind: 'site' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  due: {
    name: '证书',
    heading: '有效期至',
    on: ({ expiresOn }) => (typeof expiresOn === 'string' ? expiresOn : null),
    soonDays: 60,
  },
  checks({ issuedOn, expiresOn }, { today }) {
    if (typeof issuedOn === 'string' && issuedOn > today)
      return [{ severity: 'error', field: 'issuedOn', text: '发证日期还没有到，请核对' }];
    if (typeof issuedOn === 'string' && typeof expiresOn === 'string' && expiresOn <= issuedOn)
      return [{ severity: 'error', field: 'expiresOn', text: '有效期在发证日期以前，请核对' }];
    return [];
  },
  measures: [
    { key: 'valid', name: '持证人员(证书有效)', unit: '人', kind: 'count', of: isValid },
    {
      key: 'hours',
      name: '持证人员培训学时',
      unit: '学时',
      kind: 'count',
      of: ({ hours }) => (typeof hours === 'number' ? hours : 0),
    },
    { key: 'rate', name: '证书有效率', unit: '%', kind: 'share', part: 'valid', whole: 'count' },
  ],
};

/** The last day itself still counts. */
function isValid({ expiresOn }: LedgerValues, { today }: LedgerAround): number {
  return Number(typeof expiresOn !== 'string' || expiresOn >= today);
}
