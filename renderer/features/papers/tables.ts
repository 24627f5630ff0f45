/** Whose changes make what is shown of papers old. */
export const paperTables = [
  'paper',
  'paper_content',
  'paper_step',
  'paper_cosigner',
  'paper_number',
  'paper_kind',
];
/** What keeps a paper from being signed may be what is not decided yet of its tasks. */
export const paperPageTables = [...paperTables, 'task'];
export const setupTables = ['number_series', 'paper_kind', 'paper_number', 'paper_template', 'setting'];
/** 发文稿纸 names the office as well. */
export const draftFormTables = [...paperTables, 'number_series', 'setting', 'paper_template'];
