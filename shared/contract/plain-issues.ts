import * as z from 'zod';

/*
 * What the input schemas say where an operation's own words are missing: which field, and what to do, without the
 * words of programming. A page that checks its fields never comes here; what does must still be understood.
 */

const names: Readonly<Record<string, string>> = {
  atLeast: '等次的下限',
  bonus: '加分',
  bytes: '文件大小',
  changes: '改动的内容',
  cityCode: '城市',
  cityName: '城市名称',
  columnNames: '列名',
  content: '内容',
  count: '数量',
  current: '现在的密码',
  data: '文件内容',
  date: '日期',
  day: '日期',
  document: '依据文件',
  documentNumber: '文号',
  entry: '得分',
  exportFolder: '导出文件夹',
  fileName: '文件名',
  firstDay: '开始日期',
  from: '开始日期',
  groups: '分组',
  inputs: '填写的数',
  issuer: '发文单位',
  items: '内容',
  kind: '类型',
  lastDay: '结束日期',
  level: '级别',
  marks: '标记',
  method: '方式',
  name: '名称',
  note: '备注',
  notes: '说明',
  number: '编号',
  officeName: '办公室名称',
  options: '选项',
  organizationUids: '机构',
  password: '密码',
  points: '分值',
  reason: '理由',
  role: '身份',
  ruleText: '评分办法',
  rules: '评分规则',
  shortName: '简称',
  signatures: '签名栏',
  text: '文字',
  title: '标题',
  to: '结束日期',
  unit: '单位',
  userName: '姓名',
  weight: '权重',
};

/** The same words on every host: to be called before the first operation is taken. */
export function speakPlainly(): void {
  z.config({ customError: plainIssue });
}

function plainIssue(issue: z.core.$ZodRawIssue): string {
  const field = fieldOf(issue.path ?? []);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? `请填写${field}` : wrong(field);
    case 'too_big':
      return `${field}${tooBig(issue.origin, String(issue.maximum))}`;
    case 'too_small':
      return issue.origin === 'string' ? `请填写${field}` : `${field}${tooSmall(issue.origin)}`;
    default:
      return wrong(field);
  }
}

/** The innermost field that has a name, and which of several it is. */
function fieldOf(path: readonly PropertyKey[]): string {
  const place = path.findLastIndex((step) => typeof step === 'string' && Object.hasOwn(names, step));
  const name = names[String(path[place])] ?? '内容';
  const row = path.slice(0, place === -1 ? undefined : place).findLast((step) => typeof step === 'number');
  return row === undefined ? name : `第 ${row + 1} 项的${name}`;
}

function wrong(field: string): string {
  return `${field}不对，请检查后重新填写`;
}

function tooBig(origin: string, limit: string): string {
  if (origin === 'string') return `最多 ${limit} 个字`;
  // A limit of numbers may be counted in thousandths: that would only confuse.
  return isList(origin) ? `最多 ${limit} 项` : '太大，请检查后重新填写';
}

function tooSmall(origin: string): string {
  return isList(origin) ? '不够，请再选一项' : '太小，请检查后重新填写';
}

function isList(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map';
}
