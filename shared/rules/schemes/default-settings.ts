import type { SchemeSettings } from '../scoring/model.ts';

/** 国办发〔2013〕16号 sets grades and bounds; no document was found for ties: equal totals share a rank, the next is skipped. */
export const defaultSettings: SchemeSettings = {
  grades: [
    { name: '优秀', atLeast: 90_000 },
    { name: '良好', atLeast: 80_000 },
    { name: '合格', atLeast: 60_000 },
    { name: '不合格', atLeast: null },
  ],
  gradesSource: '国办发〔2013〕16号',
  decimals: 2,
  decimalsSource: '',
  ties: 'skip',
  tiesSource: '',
  bestGradeQuota: null,
  bestGradeMost: null,
  quotaSource: '',
  bonusCap: null,
  bonusSource: '',
  convertTo: null,
  convertSource: '',
  selfCounts: false,
  selfCountsSource: '',
  judges: 'mean',
  judgesSource: '',
};
