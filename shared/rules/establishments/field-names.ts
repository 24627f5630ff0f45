/** What is known of a body, as the clerk reads it. */
export const establishmentFieldNames = {
  plannedOn: '计划日期',
  establishedOn: '挂牌日期',
  document: '批准文件',
  place: '地点',
  head: '负责人',
  phone: '电话',
  posts: '专职人员',
  note: '备注',
} as const;
