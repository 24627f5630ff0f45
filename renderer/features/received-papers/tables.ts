/** Whose changes make what is shown of received papers old. */
export const receivedTables = ['received_paper', 'received_entry'];
/** 收文处理单 names the office as well, and looks as its template says. */
export const handlingFormTables = [...receivedTables, 'setting', 'paper_template'];
/** Tasks are shown with their units' names. */
export const receivedTaskTables = [
  'received_paper',
  'task',
  'task_unit',
  'organization',
  'organization_state',
];
