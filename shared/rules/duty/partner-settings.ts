/** What an office begins with; no document fixes it, so all of it can be changed. */
export const defaultPartnerSettings = {
  kinds: ['公安', '应急', '医疗', '供水', '供电', '供气', '交通', '通信', '气象', '环保', '其他'],
  confirmDays: 180,
};
