/** What a column of an office's own table can be. */
export type ColumnMeaning =
  | 'number'
  | 'category'
  | 'content'
  | 'points'
  | 'ruleText'
  | 'method'
  | 'source'
  | 'ignored';

/** How the clerk reads it in the preview. */
export const meaningNames: Readonly<Record<ColumnMeaning, string>> = {
  number: '序号',
  category: '一级指标',
  content: '考评内容',
  points: '分值',
  ruleText: '评分标准',
  method: '考评方式',
  source: '依据',
  ignored: '打分时填写，不导入',
};

/** Words of headings in published schemes and in offices' own tables. */
const headingWords: Readonly<Record<ColumnMeaning, readonly string[]>> = {
  number: ['序号', '编号', '项次', '序次'],
  category: [
    '一级指标',
    '考核项目',
    '考评项目',
    '检查项目',
    '评价项目',
    '考核类别',
    '指标类别',
    '项目类别',
    '考核方面',
    '项目名称',
    '大项',
    '类别',
    '项目',
  ],
  content: [
    '考评内容',
    '考核内容',
    '考核指标',
    '考评指标',
    '二级指标',
    '三级指标',
    '检查内容',
    '评价内容',
    '评估内容',
    '考核项目及内容',
    '考核内容及要求',
    '考核要点',
    '考评要点',
    '考核事项',
    '工作内容',
    '工作任务',
    '主要内容',
    '具体内容',
    '目标任务',
    '考核目标',
    '指标内容',
    '指标名称',
    '内容',
    '指标',
  ],
  points: [
    '分值',
    '标准分',
    '标准分值',
    '基础分',
    '基准分',
    '满分',
    '应得分',
    '分数',
    '赋分',
    '配分',
    '权重',
    '项目分值',
  ],
  ruleText: [
    '评分标准',
    '评分办法',
    '评分细则',
    '评分方法',
    '评分说明',
    '计分办法',
    '计分标准',
    '计分方法',
    '扣分标准',
    '赋分标准',
    '得分标准',
    '考核标准',
    '考评标准',
    '评分标准及验证方式',
    '评分标准及考评方式',
    '标准',
  ],
  method: [
    '考评方式',
    '考评方法',
    '考核方式',
    '考核方法',
    '考核办法',
    '检查方式',
    '检查方法',
    '验证方式',
    '验证方法',
    '评价方式',
  ],
  source: [
    '依据',
    '考核依据',
    '文件依据',
    '政策依据',
    '工作依据',
    '数据来源',
    '资料来源',
    '责任单位',
    '责任部门',
    '牵头单位',
    '牵头部门',
    '考核单位',
    '评价单位',
  ],
  ignored: [
    '自评分',
    '自评得分',
    '自查得分',
    '自评',
    '考评分',
    '考评得分',
    '考核分',
    '考核得分',
    '考核评分',
    '检查得分',
    '实得分',
    '得分',
    '核定分',
    '复核分',
    '扣分',
    '扣分情况',
    '扣分理由',
    '扣分原因',
    '存在问题',
    '存在问题及扣分',
    '检查情况',
    '评分',
    '备注',
  ],
};

/** A heading as it is compared: full-width forms folded, without spaces and without what stands in brackets. */
function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replaceAll(/\([^)]*\)/gu, '')
    .replace(/:$/u, '');
}

const known: readonly { word: string; meaning: ColumnMeaning }[] = meaningsOf(headingWords);

function meaningsOf(words: typeof headingWords): { word: string; meaning: ColumnMeaning }[] {
  const meanings: ColumnMeaning[] = [
    'content',
    'ruleText',
    'points',
    'ignored',
    'category',
    'method',
    'source',
    'number',
  ];
  return meanings.flatMap((meaning) => words[meaning].map((word) => ({ word, meaning })));
}

const SHORTEST_CONTAINED = 3;

/** The heading's meaning by its exact words, else by the longest known word in it; null where nothing fits. */
export function meaningOf(heading: string): ColumnMeaning | null {
  const text = foldHeading(heading);
  const exact = known.find(({ word }) => word === text);
  if (exact !== undefined) return exact.meaning;
  const contained = known.filter(({ word }) => word.length >= SHORTEST_CONTAINED && text.includes(word));
  return contained.toSorted((one, other) => other.word.length - one.word.length)[0]?.meaning ?? null;
}
