/** What is known of a unit's plan, as the clerk reads it. */
export const countyPlanFieldNames = {
  dueOn: '报送期限',
  receivedOn: '报送日期',
  documentNumber: '文号',
  receivedPaperUid: '对应收文',
  contact: '联系人',
  phone: '电话',
  note: '备注',
} as const;

export const countyTaskFieldNames = {
  text: '任务',
  unit: '责任单位',
  dueOn: '完成时限',
  answersUid: '对应市方案任务',
} as const;
