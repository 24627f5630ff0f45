import { describe, expect, it } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { templateBlocks } from '#shared/rules/papers/template-text.ts';
import { type InspectionFacts, inspectionCircularBody } from '#shared/rules/visits/inspection-circular.ts';

const template = templateBlocks(
  '一、基本情况\n{基本情况}\n二、存在的问题\n{存在的问题}\n三、下步工作要求\n{工作要求}',
);

const nothing: InspectionFacts = {
  title: '国庆督查',
  document: '',
  isAnnounced: true,
  today: '2026-10-08',
  firstDay: '2026-10-01',
  lastDay: '2026-10-01',
  places: 3,
  counties: [],
  teams: [],
  figures: [{ name: '罚款', unit: '万元', value: 0 }],
  total: { found: 0, major: 0, rectified: 0, overdue: 0 },
  byCounty: [],
  byTrade: [],
  swept: [],
  major: [],
  repeated: [],
  lastDueOn: null,
};

const full: InspectionFacts = {
  ...nothing,
  document: '《国庆消防安全保卫方案》',
  lastDay: '2026-10-05',
  counties: ['城东区', '城西区'],
  teams: [
    { name: '第一组', counties: ['城东区'] },
    { name: '第二组', counties: ['城西区'] },
  ],
  figures: [
    { name: '检查单位', unit: '家', value: 30_000 },
    { name: '罚款', unit: '万元', value: 12_500 },
  ],
  total: { found: 5, major: 1, rectified: 2, overdue: 1 },
  byCounty: [
    { name: '城东区', found: 3, major: 1, rectified: 1, overdue: 1 },
    { name: '城西区', found: 2, major: 0, rectified: 1, overdue: 0 },
  ],
  byTrade: [
    { name: '宾馆饭店', found: 2, major: 0, rectified: 0, overdue: 0 },
    { name: '商场市场', found: 3, major: 1, rectified: 2, overdue: 1 },
  ],
  swept: [{ name: '重点单位', sites: 8, visited: 2 }],
  major: [{ countyName: '城东区', place: '河口商场', what: '消防设施瘫痪', isRectified: false }],
  repeated: [
    { countyName: '城西区', place: '白石酒店', what: '通道堵塞', isRectified: true, earlierOn: '2026-01-12' },
  ],
  lastDueOn: '2026-11-30',
};

function lines(facts: InspectionFacts): string[] {
  return inspectionCircularBody(template, facts).map((block: PaperBlock) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? block.runs.map((run) => run.text || `{${run.field}}`).join('')
      : block.kind,
  );
}

describe('the body of the circular on an inspection', () => {
  it('says everything that is known, with figures, ranking, major and repeated findings and demands', () => {
    expect(lines(full)).toEqual([
      '基本情况',
      '根据《国庆消防安全保卫方案》，2026年10月1日至2026年10月5日，我办组织2个检查组，以明察方式对城东区、城西区的3个督查对象开展了国庆督查。',
      '第一组检查城东区；第二组检查城西区。',
      '督查中，共检查单位3家，罚款1.25万元。',
      '截至2026年10月8日，登记问题隐患5处，其中重大火灾隐患1处；已整改2处，整改率40%，逾期未整改1处。',
      '按要求逐一督查的，重点单位在册8家，已督查2家，占25%。',
      '各县（市、区）按整改率由高到低排列，整改率相同的名次相同，其后名次顺延；没有发现问题的不列入。',
      'table',
      '存在的问题',
      '从行业看，发现问题较多的是商场市场（3处）、宾馆饭店（2处）。',
      '重大火灾隐患（1处）：',
      '1.城东区河口商场：消防设施瘫痪（未整改）。',
      '重复出现的问题（1处）：',
      '1.城西区白石酒店：通道堵塞，2026年1月12日已发现同类问题。',
      '逾期未整改的：城东区1处。',
      '下步工作要求',
      '对尚未整改合格的3处问题隐患，各责任单位要落实整改责任、措施、资金、时限和预案，在各自整改时限内，最晚2026年11月30日前整改到位。',
      '逾期未整改的1处，要立即整改。',
      '未整改的1处重大火灾隐患，整改期间要落实防范措施，确保安全。',
      '整改情况请于{反馈时限}前书面报我办。',
    ]);
  });

  it('is silent about what is 0 or unknown, and leaves the demands open where nothing is owed', () => {
    expect(lines(nothing)).toEqual([
      '基本情况',
      '2026年10月1日，我办以明察方式对3个督查对象开展了国庆督查。',
      '存在的问题',
      '督查中没有登记问题隐患。',
      '下步工作要求',
      '{工作要求}',
    ]);
  });

  it('names thirty of many, and says how many there are', () => {
    const [major] = full.major;
    const many = lines({ ...full, major: Array.from({ length: 31 }, () => major!) });
    expect(many).toContain('重大火灾隐患（共31处，列出前30处）：');
    expect(many.filter((line) => line.includes('消防设施瘫痪'))).toHaveLength(30);
  });
});
